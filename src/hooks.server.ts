import type { Handle, HandleServerError } from '@sveltejs/kit';
import { DomainError } from '$lib/server/domain-error';
import { errorResponse } from '$lib/server/http/respond';
import { logError } from '$lib/server/log';

/** The content security policy is in svelte.config.js; these stand beside it on every answer. */
const HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'
};

export const handle: Handle = async ({ event, resolve }) => {
  const { pathname } = event.url;
  const unknown = event.route.id === null && (pathname === '/api/v1' || pathname.startsWith('/api/'));
  const response = unknown
    ? errorResponse(new DomainError('not-found', `There is nothing at ${pathname}.`, null, 404), {
        method: event.request.method,
        path: pathname
      })
    : await resolve(event);
  for (const [name, value] of Object.entries(HEADERS)) response.headers.set(name, value);
  return response;
};

/** What went wrong goes to the log under an id; the page shows the id, never the error. */
export const handleError: HandleServerError = ({ error, event, status, message }) => {
  if (status === 404) return { message: 'There is no such page.' };
  if (error instanceof DomainError) return { message: error.message };
  const id = logError(error, { method: event.request.method, path: event.url.pathname });
  return { message: status === 500 ? 'Something went wrong on our side.' : message, id };
};
