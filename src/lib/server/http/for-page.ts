import { error, redirect } from '@sveltejs/kit';
import { domainErrorIn } from '../domain-error';

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
    const known = domainErrorIn(cause);
    if (known === null) throw cause;
    if (NOT_YET.includes(known.code) && known.path !== null)
      redirect(303, `/library/${encodeURIComponent(known.path)}`);
    error(known.status, { message: known.message });
  }
}
