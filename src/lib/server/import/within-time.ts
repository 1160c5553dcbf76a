/** A limit for the time of a reading that has many steps. */
import type { DomainError } from '../domain-error';

/**
 * Reads with a signal that ends the reading when its time is over, or when whoever asked does not want it any more.
 *
 * @param time milliseconds
 * @param late what is thrown when the time was over before the reading was
 */
export async function withinTime<Result>(
  time: number,
  asked: AbortSignal | undefined,
  read: (ending: AbortSignal) => Promise<Result>,
  late: DomainError
): Promise<Result> {
  const clock = new AbortController();
  const timer = setTimeout(() => clock.abort(), time);
  const ending = asked ? AbortSignal.any([asked, clock.signal]) : clock.signal;
  try {
    return await read(ending);
  } catch (error) {
    throw clock.signal.aborted && !asked?.aborted ? late : error;
  } finally {
    clearTimeout(timer);
  }
}
