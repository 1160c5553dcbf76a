/** Whether an address that somebody typed, or that a site redirects to, may be fetched. */
import { isIP } from 'node:net';
import { DomainError } from '../domain-error';
import { LIMITS } from './limits';
import { isPublicAddress, isPublicName } from './public-address';

export interface CheckedAddress {
  readonly url: URL;
  /** Without brackets and without a dot at the end. */
  readonly host: string;
  /** True when the settings name this host and port, so that it need not be public. */
  readonly allowed: boolean;
}

const invalid = (message: string): DomainError => new DomainError('invalid-address', message, 'url', 400);
/** What is not on the public internet is never asked, whoever asks for it. */
export const notPublic = (host: string): DomainError =>
  new DomainError(
    'address-not-public',
    `${host} is not on the public internet: Parallax fetches public pages alone. Open it in a browser, and save or paste its text.`,
    'url',
    403
  );

const portOf = (url: URL): string => url.port || (url.protocol === 'https:' ? '443' : '80');

/**
 * Checks everything about an address that can be checked without looking its name up.
 *
 * @param allow `host:port` of hosts that need not be public, from the settings
 * @throws DomainError saying what to change
 */
export function checkAddress(text: string, allow: readonly string[]): CheckedAddress {
  const typed = text.trim();
  if (typed === '')
    throw invalid('The address is empty: paste the address of a page, such as https://example.org/story.');
  if (typed.length > LIMITS.address) {
    throw invalid(
      `The address has ${typed.length} characters, and ${LIMITS.address} are possible: look for a shorter one.`
    );
  }
  // A parser of addresses takes these out or turns them round, and then it leads somewhere else than it seems to.
  if (/[\s\\\p{C}]/u.test(typed))
    throw invalid('The address holds blanks, backslashes or control characters: write it without.');
  if (!/^https?:\/\/[^/]/i.test(typed) || !URL.canParse(typed)) {
    throw invalid(
      'This is no address of a page: it begins with https:// or http:// and goes on with the name of a site.'
    );
  }
  const url = new URL(typed);
  if (url.username !== '' || url.password !== '' || /^https?:\/\/[^/?#]*@/i.test(typed)) {
    throw invalid('The address holds a name or password before an @: write it without.');
  }
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
  const allowed = allow.includes(`${url.hostname}:${portOf(url)}`);
  if (host === '' || host.length > 253 || host.split('.').some((label) => label === '' && isIP(host) === 0)) {
    throw invalid('The name of the site in this address cannot be: check it for a missing part.');
  }
  if (allowed) return { url, host, allowed };
  if (url.port !== '' && url.port !== '80' && url.port !== '443') {
    throw new DomainError(
      'address-not-public',
      `Port ${url.port} is refused: pages for everybody are on the usual ports. Leave ":${url.port}" out.`,
      'url',
      403
    );
  }
  const fine = isIP(host) > 0 ? isPublicAddress(host) : isPublicName(host);
  if (!fine) throw notPublic(host);
  return { url, host, allowed };
}
