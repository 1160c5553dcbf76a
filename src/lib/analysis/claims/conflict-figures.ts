import type { Span, TokenRange } from '$lib/text/document';
import { readQuantities, type Bound, type Quantity } from '$lib/text/read-quantities';
import type { Reading } from '../reading';
import { countIsMany } from './counts';
import type { Terms } from './terms';

/** A figure of a statement, in a form that can be held against another. */
export interface Figure extends Span, TokenRange {
  /** What may be compared: the same currency, share, measure, counted things, or a date. */
  readonly measure: string;
  readonly low: number;
  readonly high: number;
  /** ISO 8601 as far as it goes; for dates only. */
  readonly date: string | null;
  /** "About", "at least", "at most"; null for a figure given as it is. */
  readonly bound: Bound;
  /** As it is shown. */
  readonly value: string;
  /** What the counted things do behind the figure, by concept; '' where it does not say. */
  readonly deed: string;
  /** Words around the figure that say what it is a figure of. */
  readonly about: readonly string[];
}

/** Content words on each side of a figure that say what it is a figure of. */
const ABOUT = 3;
/** A stretch of one sentence. */
export type Stretch = TokenRange & { readonly sentence: number };

/** Tokens looked through for them. */
const NEAR = 12;

/** Keys of what is counted: its nouns, by concept where there is one, so that "member states" are "countries". */
function countedIn({ document }: Reading, terms: Terms, { firstToken, tokenEnd }: TokenRange): string {
  const parts: string[] = [];
  for (let i = firstToken; i < tokenEnd; i++) {
    const key = terms.plain[i]!;
    if (key === '' || key[0] === '#' || document.tokens[i]!.pos !== 'NOUN') continue;
    parts.push(terms.words.conceptOf(key) || key);
  }
  return parts.join('+');
}

/** Words for persons that say no more of them: "12 lives", "12 people". */
const PERSONS = new Set([
  'people',
  'persons',
  'lives',
  'victims',
  'individuals',
  'casualties',
  'fatalities',
  'deaths',
  'dead'
]);

function measureOf(reading: Reading, terms: Terms, quantity: Quantity): string {
  switch (quantity.kind) {
    case 'date':
    case 'year':
      return 'date';
    case 'money':
    case 'percent':
      return `${quantity.kind} ${quantity.unit ?? ''}`;
    case 'count': {
      const counted = countedIn(reading, terms, quantity);
      const last = reading.document.tokens[quantity.tokenEnd - 1]!;
      if (PERSONS.has(last.normal)) return 'count person';
      return counted !== '' && countIsMany(last) ? `count ${counted}` : '';
    }
    case 'number':
      // "Two miles" is a size. A bare number says nothing on what it measures; times are told from many points.
      return SIZES.has(quantity.unit ?? '') ? `size ${quantity.unit!}` : '';
    default:
      return '';
  }
}

const SPANS = new Set(['minute', 'hour', 'day', 'week', 'month', 'year', 'decade']);
const SIZES = new Set(
  'foot yard mile metre meter km kilometre kilometer kg kilogram ounce ton tonne litre liter gallon barrel acre hectare'.split(
    ' '
  )
);

const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
const OLDEST = 120;

/** What is no quantity by itself: a day of the week, an age ("Ann Lee, 23, …"), how long a thing lasts ("a two-year deal"). */
function plainFigures(
  { document: { tokens } }: Reading,
  terms: Terms,
  { firstToken, tokenEnd }: TokenRange
): Figure[] {
  const found: Figure[] = [];
  for (let i = firstToken; i < tokenEnd; i++) {
    const { normal, pos, start, end, text } = tokens[i]!;
    const token = {
      firstToken: i,
      tokenEnd: i + 1,
      start,
      end,
      date: null,
      bound: null,
      value: text,
      deed: '',
      about: []
    };
    const day = pos === 'PROPN' && tokens[i - 1]?.normal === 'on' ? WEEKDAYS.indexOf(normal) : -1;
    if (day >= 0) found.push({ ...token, measure: 'weekday', low: day, high: day });
    const number = terms.plain[i]![0] === '#' ? Number(terms.plain[i]!.slice(1)) : Number.NaN;
    if (!Number.isInteger(number)) continue;
    const last = tokens[i + 3]?.text === '-' ? i + 4 : i + 3;
    if (tokens[i + 1]?.text === '-' && SPANS.has(tokens[i + 2]?.lemma ?? '') && tokens[last]?.pos === 'NOUN')
      found.push({
        ...token,
        measure: `count ${tokens[i + 2]!.lemma} ${terms.plain[last]!}`,
        low: number,
        high: number
      });
    if (tokens[i - 1]?.text !== ',' || tokens[i + 1]?.text !== ',') continue;
    if (number <= OLDEST && tokens[i - 2]?.pos === 'PROPN')
      found.push({ ...token, measure: 'age', low: number, high: number });
  }
  return found;
}

/** Tokens behind a figure in which the verb of what it counts stands. */
const DEED_REACH = 5;

function deedAfter({ document: { tokens } }: Reading, terms: Terms, from: number, end: number): string {
  for (let i = from; i < Math.min(end, from + DEED_REACH); i++) {
    if (tokens[i]!.pos === 'PUNCT' || tokens[i]!.pos === 'CCONJ') return '';
    const key = terms.plain[i]!;
    if (tokens[i]!.pos !== 'VERB' || key === '' || terms.words.isLight(key)) continue;
    return terms.words.conceptOf(key) || key;
  }
  return '';
}

function aboutOf(terms: Terms, stretch: TokenRange, { firstToken, tokenEnd }: TokenRange): string[] {
  const about = new Set<string>();
  const look = (from: number, step: 1 | -1): void => {
    let left = ABOUT;
    for (let i = from, seen = 0; left > 0 && seen < NEAR; i += step, seen++) {
      if (i < stretch.firstToken || i >= stretch.tokenEnd) return;
      const key = terms.plain[i]!;
      if (key === '' || key[0] === '#' || terms.words.isLight(key)) continue;
      about.add(terms.words.conceptOf(key) || key);
      left--;
    }
  };
  look(firstToken - 1, -1);
  look(tokenEnd, 1);
  return [...about];
}

/** "30", "10–15", "$65 million" as digits; dates as ISO 8601. */
function shown({ low, high, date, kind, unit }: Quantity): string {
  if (date !== null) return date;
  const figures = low === high ? String(low) : `${low}–${high}`;
  return kind === 'money' ? `${figures} ${unit}` : kind === 'percent' ? `${figures} %` : figures;
}

/** All comparable figures of a stretch, in text order. Its sentence is read, for the words before a figure. */
export function readFigures(reading: Reading, terms: Terms, stretch: Stretch): Figure[] {
  const { tokens, text, sentences } = reading.document;
  const from = Math.max(sentences[stretch.sentence]!.firstToken, stretch.firstToken - NEAR);
  const found: Figure[] = [];
  for (const quantity of readQuantities(tokens.slice(from, stretch.tokenEnd), text)) {
    const range = { firstToken: quantity.firstToken + from, tokenEnd: quantity.tokenEnd + from };
    if (range.firstToken < stretch.firstToken) continue;
    const measure = measureOf(reading, terms, { ...quantity, ...range });
    if (measure === '' || (measure !== 'date' && quantity.low === null)) continue;
    found.push({
      ...range,
      start: tokens[range.firstToken]!.start,
      end: tokens[range.tokenEnd - 1]!.end,
      measure,
      low: quantity.low ?? 0,
      high: quantity.high ?? 0,
      date: quantity.date,
      bound: quantity.bound,
      value: shown(quantity),
      deed: measure.startsWith('count ') ? deedAfter(reading, terms, range.tokenEnd, stretch.tokenEnd) : '',
      about: aboutOf(terms, stretch, range)
    });
  }
  found.push(...plainFigures(reading, terms, stretch));
  return found;
}

/** A rounded number is at most so far from the exact one, as a share of it. */
const ROUNDING = 0.06;

/** Whether one number is the other one rounded: 1,200 and 1,187 tell the same, as do 2 and 1.8. */
function isRounded(rough: number, exact: number): boolean {
  if (Number.isInteger(rough) && !Number.isInteger(exact) && Math.abs(rough - exact) <= 0.5) return true;
  if (Math.abs(rough - exact) > ROUNDING * Math.abs(exact)) return false;
  if (!Number.isInteger(rough)) {
    const places = (String(rough).split('.')[1] ?? '').length;
    return Math.abs(rough - exact) <= 0.5 * 10 ** -places;
  }
  let step = 1;
  while (rough !== 0 && step < 1e15 && rough % (step * 10) === 0) step *= 10;
  // "30" is no rounding of 29: small counts are told exactly.
  return step >= 100 && Math.abs(rough - exact) <= step / 2;
}

/** A guess ("about 3,000") is at most so far off, as a share of itself, for what it is held against. */
const GUESS = 0.25;

/** The same where both are guesses: so far off is neither from the other. */
const BOTH_GUESSED = 0.1;

/** The least and the most that a figure leaves room for. */
function roomOf({ low, high, bound }: Figure, guess: number): readonly [least: number, most: number] {
  if (bound === 'at-least') return [low, Infinity];
  if (bound === 'at-most') return [-Infinity, high];
  return bound === 'about' ? [low - guess * Math.abs(low), high + guess * Math.abs(high)] : [low, high];
}

/** Whether two figures of one measure cannot both be right: neither is in the room that the other leaves. */
export function numbersDiffer(a: Figure, b: Figure): boolean {
  const guess = a.bound === 'about' && b.bound === 'about' ? BOTH_GUESSED : GUESS;
  const [[leastA, mostA], [leastB, mostB]] = [roomOf(a, guess), roomOf(b, guess)];
  if (leastA <= mostB && leastB <= mostA) return false;
  return !isRounded(a.high, b.low) && !isRounded(b.high, a.low);
}

/** Whether two dates differ as far as both go: "1949-04" and "1949-04-04" do not. Spans of time are not held. */
export function datesDiffer(a: Figure, b: Figure): boolean {
  if (
    a.bound !== null ||
    b.bound !== null ||
    !a.date ||
    !b.date ||
    a.date.includes('/') ||
    b.date.includes('/')
  )
    return false;
  const [x, y] = [partsOf(a.date), partsOf(b.date)];
  return [0, 1, 2].some((i) => x[i] && y[i] && x[i] !== y[i]);
}

/** Year, month and day of an ISO date; '' where it does not say. */
function partsOf(date: string): readonly string[] {
  if (date.startsWith('--')) return ['', ...date.slice(2).split('-')];
  return date.split('-');
}
