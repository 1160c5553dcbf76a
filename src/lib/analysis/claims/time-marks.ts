import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Reading } from '../reading';
import { claimWords } from './claim-words';
import { isYearKey, type Terms } from './terms';
import type { Stretch } from './figure';

/** What a statement says on when it holds. */
export interface TimeMark {
  /** Years named in its sentence. */
  readonly years: ReadonlySet<string>;
  /** Says which year by counting from its own day: "last year". */
  readonly ownYear: boolean;
  /** Holds when the text was written: "now", or told in the present tense. */
  readonly present: boolean;
  /** Holds in a time that is over: "originally", "in the Cold War period". */
  readonly past: boolean;
}

/** "Last year": counted from the day of the text. */
const COUNTED = new Set(['last', 'this', 'next', 'previous']);

/** Most statements name no year: eight marks serve them all. */
const NO_YEARS: ReadonlySet<string> = new Set();
const WITHOUT_YEARS: readonly TimeMark[] = [0, 1, 2, 3, 4, 5, 6, 7].map((bits) => ({
  years: NO_YEARS,
  ownYear: (bits & 4) > 0,
  present: (bits & 1) > 0,
  past: (bits & 2) > 0
}));

/** Reads the time marks of a statement's clause and, for years, of its sentence. */
export function readTime(
  { document }: Reading,
  terms: Terms,
  stretch: Stretch,
  knowledge: Knowledge
): TimeMark {
  const ofPresent = claimWords(knowledge, 'present');
  const ofPast = claimWords(knowledge, 'past');
  const { tokens, sentences } = document;
  const years = new Set<string>();
  const sentence = sentences[stretch.sentence]!;
  const near = Math.max(sentence.firstToken, stretch.firstToken - 12);
  for (let i = near; i < Math.min(sentence.tokenEnd, stretch.tokenEnd + 12); i++) {
    if (isYearKey(terms.plain[i]!)) years.add(terms.plain[i]!);
  }
  let present = false;
  let past = false;
  let ownYear = false;
  for (let i = stretch.firstToken; i < stretch.tokenEnd; i++) {
    const { normal, pos, lemma } = tokens[i]!;
    ownYear ||= normal === 'year' && COUNTED.has(tokens[i - 1]?.normal ?? '');
    // "The firm's" is no "is".
    if (ofPresent.has(normal) && (normal !== "'s" || pos !== 'PART')) present = true;
    if (ofPast.has(normal) || (pos === 'VERB' && normal !== lemma && normal.endsWith('ed'))) past = true;
  }
  return years.size > 0
    ? { years, ownYear, present, past }
    : WITHOUT_YEARS[Number(present) + 2 * Number(past) + 4 * Number(ownYear)]!;
}

/**
 * Whether two figures could both be right, each at its time: a present is the day of its text, which differs
 * from text to text; a past without a year, or another year, may be another time.
 */
export function timesMayDiffer(a: TimeMark, b: TimeMark): boolean {
  if (a.years.size > 0 && b.years.size > 0) return ![...a.years].some((year) => b.years.has(year));
  return a.present || b.present || a.years.size !== b.years.size;
}
