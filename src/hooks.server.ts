import type { Handle, HandleServerError, RequestEvent, ServerInit } from '@sveltejs/kit';
import { DomainError, domainErrorIn } from '$lib/server/domain-error';
import { encodingFor, PageCache } from '$lib/server/http/page-cache';
import { withinRate } from '$lib/server/http/rate-limit';
import { errorResponse } from '$lib/server/http/respond';
import { onlySameOrigin } from '$lib/server/http/same-origin';
import { startLibrary } from '$lib/server/library';
import { storableLine } from '$lib/server/library/fields';
import { libraryChanged, libraryVersion } from '$lib/server/library/version';
import { logError, logRequest, newRequestId } from '$lib/server/log';

/** The content security policy is in svelte.config.js; these stand beside it on every answer. */
const HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'
};

/** Reading does not change anything; everything else may. */
const READING = ['GET', 'HEAD', 'OPTIONS'];
/** Sends something to be read, and stores nothing: what is kept stays good. */
const COMPUTING = ['/api/v1/audit', '/api/v1/revision', '/api/v1/report', '/api/v1/import'];
/** What is the same for everybody until the library changes. */
const KEPT = ['/collections/', '/methods', '/api/v1/collections', '/api/v1/metrics', '/api/v1/openapi.json'];

const pages = new PageCache();

/** A name that no column of the database can hold leads nowhere, like any other that is not there. */
function makeStorable(params: Partial<Record<string, string>>): void {
  for (const [name, value] of Object.entries(params)) if (value) params[name] = storableLine(value);
}

async function answer(event: RequestEvent, resolve: Parameters<Handle>[0]['resolve']): Promise<Response> {
  const { params, request, route, url } = event;
  const { pathname } = url;
  makeStorable(params);
  if (route.id === null && (pathname === '/api/v1' || pathname.startsWith('/api/')))
    throw new DomainError('not-found', `There is nothing at ${pathname}.`, null, 404);
  if (!READING.includes(request.method)) {
    onlySameOrigin(request);
    await withinRate(event.getClientAddress());
    const response = await resolve(event);
    if (!COMPUTING.includes(route.id ?? '')) libraryChanged();
    return response;
  }
  const kept = request.method === 'GET' && KEPT.some((start) => route.id?.startsWith(start));
  if (!kept) return resolve(event);
  const address = `${event.isDataRequest ? 'data' : 'page'} ${url.origin}${pathname}${url.search}`;
  const encoding = encodingFor(request.headers.get('accept-encoding'));
  return pages.answer(address, libraryVersion(), encoding, () => resolve(event));
}

export const init: ServerInit = () => startLibrary();

export const handle: Handle = async ({ event, resolve }) => {
  const started = performance.now();
  const id = newRequestId();
  event.locals.requestId = id;
  const context = { id, method: event.request.method, path: event.url.pathname };
  const response = await answer(event, resolve).catch((error: unknown) => errorResponse(error, context));
  for (const [name, value] of Object.entries(HEADERS)) response.headers.set(name, value);
  response.headers.set('x-request-id', id);
  const milliseconds = Math.round(performance.now() - started);
  logRequest({ ...context, status: response.status, milliseconds });
  return response;
};

/** What went wrong goes to the log under an id; the page shows the id, never the error. */
export const handleError: HandleServerError = ({ error, event, status, message }) => {
  if (status === 404) return { message: 'There is no such page.' };
  const known = domainErrorIn(error);
  if (known !== null) return { message: known.message };
  const { requestId } = event.locals;
  const id = logError(error, {
    id: requestId,
    method: event.request.method,
    path: event.url.pathname
  });
  return { message: status === 500 ? 'Something went wrong on our side.' : message, id };
};
