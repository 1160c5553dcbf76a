import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { config } from '../config';
import { DomainError } from '../domain-error';

const WINDOW_SECONDS = 60;

let limiter: RateLimiterMemory | null | undefined;

function current(): RateLimiterMemory | null {
  if (limiter !== undefined) return limiter;
  const { rateLimit } = config();
  return (limiter =
    rateLimit === 0 ? null : new RateLimiterMemory({ points: rateLimit, duration: WINDOW_SECONDS }));
}

/**
 * Counts a request that changes or computes something.
 *
 * @param address who asks
 * @throws DomainError 429 saying when to go on, once an address has sent more than the limit within a minute
 */
export async function withinRate(address: string): Promise<void> {
  try {
    await current()?.consume(address);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw new DomainError(
      'too-many-requests',
      `That was more than ${config().rateLimit} requests in a minute: wait ${seconds} ${seconds === 1 ? 'second' : 'seconds'} and go on, or raise PARALLAX_RATE_LIMIT.`,
      null,
      429
    );
  }
}
