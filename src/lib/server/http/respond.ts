import type { RequestHandler } from '@sveltejs/kit';
import { ConfigError } from '../config';
import { DomainError, domainErrorIn } from '../domain-error';
import { logError, type RequestContext } from '../log';

const JSON_TYPE = 'application/json; charset=utf-8';

/** An answer in JSON; the same value gives the same bytes. */
export function jsonResponse(value: unknown, status = 200): Response {
  return jsonText(`${JSON.stringify(value)}\n`, status);
}

/** An answer whose JSON is written already. */
export function jsonText(text: string, status = 200): Response {
  return new Response(text, { status, headers: { 'content-type': JSON_TYPE, 'cache-control': 'no-cache' } });
}

/** The error shape of the API. What is unexpected goes to the log under an id, and only the id goes out. */
export function errorResponse(error: unknown, context: RequestContext): Response {
  const known = domainErrorIn(error);
  if (known) return jsonResponse(known, known.status);
  const id = logError(error, context);
  const message =
    error instanceof ConfigError
      ? error.message
      : `Something went wrong on our side. The log has the details under the id ${id}.`;
  return jsonResponse(new DomainError('internal', message, null, 500), 500);
}

/** An endpoint whose every failure is the error shape. */
export function endpoint(handler: RequestHandler): RequestHandler {
  return async (event) => {
    try {
      return await handler(event);
    } catch (error) {
      const { request, url, locals } = event;
      return errorResponse(error, { id: locals.requestId, method: request.method, path: url.pathname });
    }
  };
}

/** What answers every method that an endpoint does not have. */
export function onlyMethods(...allowed: readonly string[]): RequestHandler {
  return ({ request }) => {
    const response = jsonResponse(
      new DomainError(
        'method-not-allowed',
        `${request.method} is not possible here: use ${allowed.join(' or ')}.`,
        null,
        405
      ),
      405
    );
    response.headers.set('allow', allowed.join(', '));
    return response;
  };
}
