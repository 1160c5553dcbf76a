/**
 * Fetches one page from the public internet because a reader asked for it: the only request that Parallax makes.
 *
 * A name is looked up once, every address it has is checked, and the connection goes to the very address that was
 * checked, so that a name whose answer changes in between leads nowhere. Redirects are checked in the same way.
 */
import { lookup } from 'node:dns/promises';
import {
  Agent as HttpAgent,
  request as httpRequest,
  type IncomingMessage,
  type RequestOptions
} from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import { DomainError } from '../domain-error';
import { checkAddress, notPublic, type CheckedAddress } from './check-address';
import { checkStatus, checkType, explained, failed, readBody } from './fetch-answer';
import { LIMITS } from './limits';
import { isPublicAddress } from './public-address';

export interface FetchedPage {
  /** As the site sent them, unpacked. */
  readonly bytes: Uint8Array;
  readonly mediaType: string | null;
  /** After redirects. */
  readonly address: string;
  readonly redirected: boolean;
}

export interface FetchOptions {
  /** `host:port` of hosts that need not be public. */
  readonly allow?: readonly string[];
  /** All addresses of a name; the system's resolver unless a test hands in its own. */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
  readonly signal?: AbortSignal | undefined;
  readonly limits?: { readonly time: number; readonly idle: number; readonly bytes: number };
}

const USER_AGENT = 'Parallax (reads one page because a person asked for it)';
const ACCEPT = 'text/html, application/xhtml+xml, text/plain, text/markdown, application/pdf;q=0.9';
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const HEADER_BYTES = 64 * 1024;

async function systemResolve(host: string): Promise<readonly string[]> {
  return (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);
}

/** The address to connect to; every address of the name must be public, or none is used. */
async function resolved(
  { host, allowed }: CheckedAddress,
  resolve: (host: string) => Promise<readonly string[]>
) {
  if (isIP(host) > 0) return host;
  let addresses: readonly string[];
  try {
    addresses = await resolve(host);
  } catch {
    addresses = [];
  }
  const [first] = addresses;
  if (first === undefined) {
    throw failed(
      'unknown-site',
      `There is no site ${host}, or its name cannot be looked up now: check the address.`,
      502
    );
  }
  if (!allowed && !addresses.every(isPublicAddress)) throw notPublic(host);
  return first;
}

function ask(
  checked: CheckedAddress,
  address: string,
  signal: AbortSignal,
  idle: number
): Promise<IncomingMessage> {
  const { url, host, allowed } = checked;
  const secure = url.protocol === 'https:';
  const family = isIP(address);
  const options: RequestOptions = {
    method: 'GET',
    host,
    port: url.port || (secure ? 443 : 80),
    path: `${url.pathname}${url.search}`,
    headers: {
      host: url.host,
      'user-agent': USER_AGENT,
      accept: ACCEPT,
      'accept-encoding': 'gzip, deflate, br'
    },
    agent: secure ? new HttpsAgent({ keepAlive: false }) : new HttpAgent({ keepAlive: false }),
    signal,
    timeout: idle,
    maxHeaderSize: HEADER_BYTES,
    // Only the address that was checked: a second look-up might give another.
    lookup: (_name, { all }, answer) => {
      if (all) answer(null, [{ address, family }]);
      else answer(null, address, family);
    }
  };
  return new Promise((resolve, reject) => {
    let begun: IncomingMessage | null = null;
    const request = (secure ? httpsRequest : httpRequest)(options, (answer) => resolve((begun = answer)));
    request.on('error', reject);
    request.on('timeout', () => {
      const reason = failed(
        'too-slow',
        `${host} sent nothing for ${Math.round(idle / 1000)} s: try again later.`,
        504
      );
      // Once the answer has begun, an end of the request would reach its reader as a broken connection.
      if (begun) begun.destroy(reason);
      request.destroy(reason);
    });
    request.on('socket', (socket) => {
      socket.once('connect', () => {
        const { remoteAddress } = socket;
        if (!allowed && remoteAddress && !isPublicAddress(remoteAddress)) request.destroy(notPublic(host));
      });
    });
    request.end();
  });
}

/** Where an answer sends its reader; never from a secure page to one that is not. */
function redirectOf(answer: IncomingMessage, from: CheckedAddress, allow: readonly string[]): CheckedAddress {
  const { location } = answer.headers;
  if (!location || !URL.canParse(location, from.url)) {
    throw failed('broken-answer', `${from.host} sends its readers on, but not where to.`, 502);
  }
  const next = checkAddress(new URL(location, from.url).href, allow);
  if (from.url.protocol === 'https:' && next.url.protocol === 'http:') {
    throw failed(
      'insecure-redirect',
      `${from.host} sends its readers on to a page that is not secure: try the address with https://.`,
      502
    );
  }
  return next;
}

async function follow(address: string, options: FetchOptions, signal: AbortSignal): Promise<FetchedPage> {
  const { allow = [], resolve = systemResolve } = options;
  const { idle, bytes: limit } = options.limits ?? { idle: LIMITS.fetchIdle, bytes: LIMITS.answer };
  let checked = checkAddress(address, allow);
  for (let redirects = 0; ; redirects++) {
    try {
      const answer = await ask(checked, await resolved(checked, resolve), signal, idle);
      const status = answer.statusCode ?? 0;
      if (REDIRECTS.has(status)) {
        answer.destroy();
        if (redirects >= LIMITS.redirects) {
          throw failed(
            'too-many-redirects',
            `${checked.host} sends its readers on more than ${LIMITS.redirects} times: open the page in a browser and paste the address it ends at.`,
            502
          );
        }
        checked = redirectOf(answer, checked, allow);
        continue;
      }
      try {
        checkStatus(status, checked.host);
        checkType(answer.headers['content-type'], checked.host);
      } catch (error) {
        answer.destroy();
        throw error;
      }
      return {
        bytes: await readBody(answer, checked.host, limit),
        mediaType: answer.headers['content-type'] ?? null,
        address: checked.url.href,
        redirected: redirects > 0
      };
    } catch (error) {
      signal.throwIfAborted();
      throw explained(error, checked.host);
    }
  }
}

/**
 * Fetches a page.
 *
 * @throws DomainError saying what is wrong with the address or the answer; nothing is kept then
 */
export async function fetchPage(address: string, options: FetchOptions = {}): Promise<FetchedPage> {
  const time = options.limits?.time ?? LIMITS.fetchTime;
  const clock = AbortSignal.timeout(time);
  const signal = options.signal ? AbortSignal.any([clock, options.signal]) : clock;
  try {
    return await follow(address, options, signal);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    if (options.signal?.aborted) throw failed('cancelled', 'The import was cancelled.', 499);
    if (clock.aborted) {
      throw failed(
        'too-slow',
        `The page took more than ${Math.round(time / 1000)} s and was given up: try again later.`,
        504
      );
    }
    throw error;
  }
}
