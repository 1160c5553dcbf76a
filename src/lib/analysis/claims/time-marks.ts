import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Token, TokenRange } from '$lib/text/document';
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
  /** Holds of a time that is counted back from its own day: "a year earlier". */
  readonly countedBack: boolean;
  /** Holds for an hour or a day only: a price in trading, a count "so far". */
  readonly passing: boolean;
}

/** "Last year": counted from the day of the text. */
const COUNTED = new Set(['last', 'this', 'next', 'previous']);

/** Most statements name no year: thirty-two marks serve them all. */
const NO_YEARS: ReadonlySet<string> = new Set();
const WITHOUT_YEARS: readonly TimeMark[] = Array.from({ length: 32 }, (_, bits) => ({
  years: NO_YEARS,
  ownYear: (bits & 4) > 0,
  present: (bits & 1) > 0,
  past: (bits & 2) > 0,
  passing: (bits & 8) > 0,
  countedBack: (bits & 16) > 0
}));

/** Spans that are counted back from a text's own day, years apart: "the past three months". */
const SPANS = /^(?:quarter|month|week)$/u;

/** "Last year", "a year earlier", "the year-ago quarter", "the past three months". */
function isCountedBack(tokens: readonly Token[], at: number): boolean {
  const { normal, lemma } = tokens[at]!;
  const before = tokens[tokens[at - 1]?.pos === 'NUM' ? at - 2 : at - 1]?.normal ?? '';
  if (SPANS.test(lemma)) return /^(?:last|past|previous)$/u.test(before);
  if (normal !== 'year') return false;
  const behind = tokens[at + 1]?.text === '-' ? tokens[at + 2] : tokens[at + 1];
  return /^(?:last|previous)$/u.test(before) || /^(?:ago|earlier|before)$/u.test(behind?.normal ?? '');
}

/** Tokens on each side of a stretch in which a word says that its figures hold for a while. */
const PASSING_REACH = 40;

/** Whether a stretch of a sentence tells a price in trading, or what was counted up to its day. */
function isPassing(
  tokens: readonly Token[],
  { firstToken, tokenEnd }: TokenRange,
  knowledge: Knowledge
): boolean {
  const [things, sessions, moves] = ['traded', 'session', 'moving'].map((category) =>
    claimWords(knowledge, category)
  ) as [ReadonlySet<string>, ReadonlySet<string>, ReadonlySet<string>];
  let [traded, session, moved, priced] = [false, false, false, false];
  for (let i = firstToken; i < tokenEnd; i++) {
    const { normal } = tokens[i]!;
    const next = tokens[i + 1]?.normal;
    if ((normal === 'so' && next === 'far') || (normal === 'to' && next === 'date')) return true;
    if ((normal === 'by' || normal === 'until') && (next === 'now' || next === 'today')) return true;
    traded ||= things.has(normal);
    session ||= sessions.has(normal);
    moved ||= moves.has(normal);
    priced ||= /^(?:to|at)$/u.test(normal) && /^[a-z]{0,2}\$/u.test(next ?? '');
  }
  return moved && (session || (traded && priced));
}

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
  let countedBack = false;
  for (let i = near; i < stretch.tokenEnd; i++) countedBack ||= isCountedBack(tokens, i);
  for (let i = stretch.firstToken; i < stretch.tokenEnd; i++) {
    const { normal, pos, lemma } = tokens[i]!;
    ownYear ||= normal === 'year' && COUNTED.has(tokens[i - 1]?.normal ?? '');
    // "The firm's" is no "is".
    if (ofPresent.has(normal) && (normal !== "'s" || pos !== 'PART')) present = true;
    if (ofPast.has(normal) || (pos === 'VERB' && normal !== lemma && normal.endsWith('ed'))) past = true;
  }
  const around = {
    firstToken: Math.max(sentence.firstToken, stretch.firstToken - PASSING_REACH),
    tokenEnd: Math.min(sentence.tokenEnd, stretch.tokenEnd + PASSING_REACH)
  };
  const passing = isPassing(tokens, around, knowledge);
  if (years.size > 0) return { years, ownYear, present, past, passing, countedBack };
  const bits = [present, past, ownYear, passing, countedBack];
  return WITHOUT_YEARS[bits.reduce((sum, bit, place) => sum + (bit ? 2 ** place : 0), 0)]!;
}

/**
 * Whether two figures could both be right, each at its time: a present is the day of its text, which differs
 * from text to text; a past without a year, or another year, may be another time.
 */
export function timesMayDiffer(a: TimeMark, b: TimeMark): boolean {
  if (a.years.size > 0 && b.years.size > 0) return ![...a.years].some((year) => b.years.has(year));
  return a.present || b.present || a.years.size !== b.years.size;
}

/**
 * Whether figures that cannot both be right may each be right at its hour: prices in trading, what was counted "so
 * far", the figures of this year and of the year before.
 */
export function holdForAWhile(a: TimeMark, b: TimeMark): boolean {
  return a.passing || b.passing || (a.countedBack !== b.countedBack && a.years.size + b.years.size === 0);
}
