import { error } from '@sveltejs/kit';
import { DomainError } from '../domain-error';

/**
 * Awaits a use case for a page: an error somebody can correct becomes the error page with its own message
 * and status, such as 404 for a collection that is not there.
 */
export async function forPage<Value>(use: Promise<Value>): Promise<Value> {
  try {
    return await use;
  } catch (cause) {
    if (cause instanceof DomainError) error(cause.status, { message: cause.message });
    throw cause;
  }
}
