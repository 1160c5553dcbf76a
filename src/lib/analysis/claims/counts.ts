import type { Token } from '$lib/text/document';
import { isYearKey, type Terms } from './terms';

/** "30 member countries": a figure and what it counts. */
export interface Count {
  readonly value: string;
  /** Keys of the counted nouns, concepts where there are any: equal for "member states" and "member countries". */
  readonly counted: string;
  /** Token of the figure, and the end of what it counts. */
  readonly token: number;
  readonly end: number;
  /** "About", "more than": the figure is a bound or a guess. */
  readonly loose: boolean;
}

const LOOSE = new Set(
  'about around roughly approximately nearly almost some over under above below than least most up estimated circa'.split(
    ' '
  )
);

/** Most nouns and adjectives between a figure and the end of what it counts. */
const REACH = 4;

const MONTHS = new Set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' '
  )
);
const PEOPLE = new Set(['people', 'men', 'women', 'children', 'police']);

/** "For three years" tells how long, it counts nothing. */
const SPANS = new Set('second minute hour day night week month year decade century'.split(' '));

/** "30 members" counts members; "the 27 debate" does not count, and a percentage counts no things. */
export function countIsMany({ normal }: Token): boolean {
  return (normal.endsWith('s') && !normal.endsWith('ss')) || PEOPLE.has(normal);
}

function readCount(tokens: readonly Token[], terms: Terms, at: number, end: number): Count | null {
  const value = terms.plain[at]!;
  if (!/^#\d+(?:\.\d+)?$/.test(value) || isYearKey(value) || MONTHS.has(tokens[at - 1]?.normal ?? ''))
    return null;
  const parts: string[] = [];
  let last = at;
  for (let i = at + 1; i < Math.min(end, at + 1 + REACH); i++) {
    const { pos } = tokens[i]!;
    if (pos === 'NOUN' && terms.plain[i] !== '') {
      parts.push(terms.words.conceptOf(terms.plain[i]!) || terms.plain[i]!);
      last = i;
    } else if (pos !== 'ADJ' || parts.length > 0) break;
  }
  if (parts.length === 0 || !countIsMany(tokens[last]!) || SPANS.has(tokens[last]!.lemma)) return null;
  const before = [tokens[at - 1]?.normal ?? '', tokens[at - 2]?.normal ?? ''];
  return {
    value: value.slice(1),
    counted: parts.join('+'),
    token: at,
    end: last + 1,
    loose: before.some((word) => LOOSE.has(word))
  };
}

/** The key `%…` of what the figure at a token counts, the figure itself left out; '' when there is no count. */
export function countedKey(tokens: readonly Token[], terms: Terms, at: number, end: number): string {
  const count = readCount(tokens, terms, at, end);
  return count ? `%${count.counted}` : '';
}
