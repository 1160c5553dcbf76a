import type { Token } from '$lib/text/document';
import type { Terms } from './terms';

/** Offices that one person holds at a time, so that a country or a city and the office name somebody. */
const OFFICES = new Set(
  'president premier chancellor king queen emperor empress mayor governor pope prime-minister foreign-minister defence-minister finance-minister government parliament'.split(
    ' '
  )
);

/** The office named from a token on, and where its words end; '' where there is none. */
function officeAt(tokens: readonly Token[], at: number): readonly [name: string, end: number] {
  const here = tokens[at]?.normal ?? '';
  const two = `${here}-${tokens[at + 1]?.normal ?? ''}`.replace('defense', 'defence');
  if (OFFICES.has(two)) return [two, at + 2];
  return OFFICES.has(here) ? [here, at + 1] : ['', at];
}

/**
 * The key `@office:…` of a holder of an office who is named by it: "the Ukrainian president", "Kenya's prime
 * minister", "the mayor of Tarnby". It stands at the token of the country or the office that comes first; '' for
 * any other token.
 */
export function officeKey(tokens: readonly Token[], { keys }: Terms, at: number, end: number): string {
  const owner = keys[at]!;
  if (owner[0] === '@' && !owner.startsWith('@person')) {
    let next = at + 1;
    if (tokens[next]?.normal === "'s" || tokens[next]?.normal === "'") next++;
    const [office, officeEnd] = officeAt(tokens, next);
    return office !== '' && officeEnd <= end ? `@office:${owner.slice(1)}:${office}` : '';
  }
  const [office, officeEnd] = officeAt(tokens, at);
  if (office === '' || tokens[officeEnd]?.normal !== 'of') return '';
  const place = tokens[officeEnd + 1]?.normal === 'the' ? officeEnd + 2 : officeEnd + 1;
  const named = keys[place] ?? '';
  return place < end && named[0] === '@' && !named.startsWith('@person')
    ? `@office:${named.slice(1)}:${office}`
    : '';
}

/** An office's key in words: "prime minister of New Zealand"; '' for any other key. */
export function officeShown(key: string): string {
  const [, owner, office] = /^@office:(.+):([a-z-]+)$/u.exec(key) ?? [];
  if (owner === undefined || office === undefined) return '';
  const name = owner.slice(owner.lastIndexOf(':') + 1);
  return `${office.replaceAll('-', ' ')} of ${name.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())}`;
}
