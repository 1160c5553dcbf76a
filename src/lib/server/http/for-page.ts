import { error, redirect } from '@sveltejs/kit';
import { DomainError } from '../domain-error';

/** Of a collection that has nothing to show yet; the error's path names it, and its page in the library says more. */
const NOT_YET = ['being-audited', 'empty-collection'];

/**
 * Awaits a use case for a page: an error somebody can correct becomes the error page with its own message
 * and status, such as 404 for a collection that is not there.
 */
export async function forPage<Value>(use: Promise<Value>): Promise<Value> {
  try {
    return await use;
  } catch (cause) {
    if (!(cause instanceof DomainError)) throw cause;
    if (NOT_YET.includes(cause.code) && cause.path !== null)
      redirect(303, `/library/${encodeURIComponent(cause.path)}`);
    error(cause.status, { message: cause.message });
  }
}
