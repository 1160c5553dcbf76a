/** Figures that are no quantity by themselves: weekdays, ages, how long a thing lasts, votes. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { TokenRange } from '$lib/text/document';
import { boundBefore, type Bound } from '$lib/text/quantity-bounds';
import type { Reading } from '../reading';
import { wordSet } from '../word-kinds';
import { clockTimeAt } from './clock-times';
import { CLOCK, SPAN, UNANIMOUS, VOTES, type Figure } from './figure';
import type { Terms } from './terms';

/** Nobody is older, in years. */
const OLDEST = 120;
/** Tokens on each side of "31 to 18" in which a word says that these are votes. */
const VOTE_REACH = 8;
/** Tokens before "lasted" in which the noun stands that lasted. */
const LASTING_REACH = 4;

interface Place {
  readonly reading: Reading;
  readonly terms: Terms;
  readonly knowledge: Knowledge;
  readonly stretch: TokenRange;
}

const wordsOf = ({ knowledge }: Place, category: string): ReadonlySet<string> =>
  wordSet(knowledge, 'words-figures', category);

/** The whole number that a token is; NaN for any other. */
function wholeAt({ terms }: Place, at: number): number {
  const key = terms.plain[at] ?? '';
  const number = key[0] === '#' ? Number(key.slice(1)) : Number.NaN;
  return Number.isInteger(number) ? number : Number.NaN;
}

function figure(
  { reading: { document } }: Place,
  firstToken: number,
  tokenEnd: number,
  measure: string,
  [low, high]: readonly [number, number],
  bound: Bound = null
): Figure {
  const { start } = document.tokens[firstToken]!;
  const { end } = document.tokens[tokenEnd - 1]!;
  const value = document.text.slice(start, end).replace(/\s+/gu, ' ');
  const none = { date: null, deed: '', about: [], head: '', persons: null };
  return { firstToken, tokenEnd, start, end, measure, low, high, bound, value, ...none };
}

/** "On Monday". */
function weekdayAt(place: Place, i: number): Figure | null {
  const { normal, pos } = place.reading.document.tokens[i]!;
  if (pos !== 'PROPN' || place.reading.document.tokens[i - 1]?.normal !== 'on') return null;
  const day = [...wordsOf(place, 'weekday')].indexOf(normal);
  return day < 0 ? null : figure(place, i, i + 1, 'weekday', [day, day]);
}

/** "In March", "until December": a month without a day or a year. */
function monthAt(place: Place, i: number): Figure | null {
  const { tokens } = place.reading.document;
  const { plain } = place.terms;
  const { normal, pos } = tokens[i]!;
  if (pos !== 'PROPN' || !/^(?:in|until|till|by)$/.test(tokens[i - 1]?.normal ?? '')) return null;
  if (plain[i + 1]?.[0] === '#') return null;
  const month = [...wordsOf(place, 'month')].indexOf(normal) + 1;
  if (month === 0) return null;
  const date = `--${String(month).padStart(2, '0')}`;
  return { ...figure(place, i, i + 1, 'date', [0, 0]), date, value: date };
}

/** "Ann Lee, 23, …". */
function ageAt(place: Place, i: number, number: number): Figure | null {
  const { tokens } = place.reading.document;
  if (tokens[i - 1]?.text !== ',' || tokens[i + 1]?.text !== ',') return null;
  if (number > OLDEST || tokens[i - 2]?.pos !== 'PROPN') return null;
  return figure(place, i, i + 1, 'age', [number, number]);
}

/** Units of time in minutes, or in months where a month's length varies. */
const IN_MINUTES = new Map([
  ['minute', 1],
  ['hour', 60],
  ['day', 24 * 60],
  ['week', 7 * 24 * 60]
]);
const IN_MONTHS = new Map([
  ['month', 1],
  ['year', 12],
  ['decade', 120]
]);

/** What "and 15 minutes" adds to "two hours", in minutes, and where it ends; nothing where no smaller span follows. */
function restOfSpan(place: Place, at: number, unit: string): readonly [minutes: number, tokenEnd: number] {
  const { tokens } = place.reading.document;
  const from = tokens[at]?.normal === 'and' ? at + 1 : at;
  const smaller = IN_MINUTES.get(tokens[from + 1]?.lemma ?? '');
  const number = wholeAt(place, from);
  if (smaller === undefined || Number.isNaN(number) || smaller >= (IN_MINUTES.get(unit) ?? 0)) return [0, at];
  return [number * smaller, from + 2];
}

/** A span of time as a figure of what lasts so long; `what` begins with `SPAN` where that is a deed. */
function span(
  place: Place,
  at: number,
  tokenEnd: number,
  number: number,
  unit: string,
  what: string
): Figure {
  const minutes = IN_MINUTES.get(unit);
  const [rest, end] = restOfSpan(place, tokenEnd, unit);
  const length = number * (minutes ?? IN_MONTHS.get(unit) ?? 1) + rest;
  const { tokens } = place.reading.document;
  const measure = `${what} ${minutes ? 'minutes' : 'months'}`;
  return figure(place, at, end, measure, [length, length], boundBefore(tokens, at));
}

/** "A two-year deal", "the strike lasted 19 days", "needed six hours": how long the thing goes on. */
function spanAt(place: Place, i: number, number: number): Figure | null {
  const { tokens } = place.reading.document;
  const { plain } = place.terms;
  const spans = wordsOf(place, 'span');
  if (tokens[i + 1]?.text === '-' && spans.has(tokens[i + 2]?.lemma ?? '')) {
    const last = tokens[i + 3]?.text === '-' ? i + 4 : i + 3;
    if (tokens[last]?.pos !== 'NOUN') return null;
    return span(place, i, i + 3, number, tokens[i + 2]!.lemma, `count ${plain[last]!}`);
  }
  const unit = tokens[i + 1]?.lemma ?? '';
  if (!spans.has(unit)) return null;
  const lasting = (what: string): Figure => span(place, i, i + 2, number, unit, what);
  // "Twelve weeks of pay".
  if (tokens[i + 2]?.normal === 'of' && (plain[i + 3] ?? '') !== '') return lasting(`count ${plain[i + 3]!}`);
  const { firstToken } = place.stretch;
  let verb = i - 1;
  while (verb > i - LASTING_REACH && verb > firstToken && tokens[verb]!.pos !== 'VERB') verb--;
  if (tokens[verb]?.pos !== 'VERB') return null;
  if (wordsOf(place, 'lasting').has(tokens[verb]!.lemma)) {
    for (let k = verb - 1; k >= Math.max(firstToken, verb - LASTING_REACH); k--) {
      if (tokens[k]!.pos === 'NOUN') return lasting(`count ${plain[k]!}`);
      if (!/^(?:AUX|ADV|PART)$/.test(tokens[k]!.pos)) return null;
    }
    return null;
  }
  // "Freeze the fares for two years", "needed six hours to put it out".
  return tokens[i - 1]!.normal === 'for' || wordsOf(place, 'taking').has(tokens[verb]!.lemma)
    ? lasting(SPAN)
    : null;
}

/** "At 9:40 p.m.", "half past four": the minute of the day. */
function clockAt(place: Place, i: number): Figure | null {
  const found = clockTimeAt(place, i);
  if (!found || found.tokenEnd > place.stretch.tokenEnd) return null;
  const { tokenEnd, low, high, bound } = found;
  const time = figure(place, i, tokenEnd, CLOCK, [low, high], bound);
  // A token "9pm." holds the end of its sentence.
  return /[ap]m\.$/.test(time.value) && !/\.m\.$/.test(time.value)
    ? { ...time, end: time.end - 1, value: time.value.slice(0, -1) }
    : time;
}

/** "Voted 8-5": votes joined by a dash, the more of them first unless the vote is named right before. */
function dashedVotes(place: Place, i: number): readonly [number, number] | null {
  const { tokens } = place.reading.document;
  const [, more, less] = /^(\d{1,3})[-–](\d{1,3})$/u.exec(tokens[i]!.text) ?? [];
  if (more === undefined || less === undefined) return null;
  // "A 7-2 decision", but "7-2 goals".
  const next = tokens[i + 1];
  if (next?.pos === 'NOUN' && !wordsOf(place, 'vote-noun').has(next.lemma)) return null;
  const votes = [Number(more), Number(less)] as const;
  return votes[0] > votes[1] || tokens[i - 1]?.lemma === 'vote' ? votes : null;
}

/** What votes begin with: a figure, or "unanimous". */
const OPENS_VOTES = /^(?:\d|unanim)/u;

/** "By 31 votes to 18", "four to one", "unanimous": votes for and against. */
function votesAt(place: Place, i: number, number: number): Figure | null {
  const { tokens } = place.reading.document;
  // "By a vote of 31 | to 18": what follows "to" may have been cut off.
  const { firstToken, tokenEnd } = place.stretch;
  const { normal } = tokens[i]!;
  if (normal === 'unanimous' || normal === 'unanimously')
    return figure(place, i, i + 1, VOTES, [UNANIMOUS, 0]);
  const voting = wordsOf(place, 'voting');
  const voted = (): boolean => {
    for (let k = Math.max(firstToken, i - VOTE_REACH); k < Math.min(tokenEnd, i + VOTE_REACH); k++)
      if (voting.has(tokens[k]!.lemma)) return true;
    return false;
  };
  const dashed = dashedVotes(place, i);
  if (dashed) return voted() || tokens[i + 1]?.pos === 'NOUN' ? figure(place, i, i + 1, VOTES, dashed) : null;
  if (Number.isNaN(number)) return null;
  const joint = tokens[i + 1]?.lemma === 'vote' ? i + 2 : i + 1;
  if (tokens[joint]?.normal !== 'to') return null;
  const against = wholeAt(place, joint + 1);
  if (Number.isNaN(against) || tokens[joint + 2]?.pos === 'NOUN') return null;
  return voted() ? figure(place, i, joint + 2, VOTES, [number, against]) : null;
}

/** The figures of a stretch that are no quantities by themselves, in text order. */
export function plainFigures(
  reading: Reading,
  terms: Terms,
  knowledge: Knowledge,
  stretch: TokenRange
): Figure[] {
  const place = { reading, terms, knowledge, stretch };
  const { tokens } = reading.document;
  const found: (Figure | null)[] = [];
  for (let i = stretch.firstToken; i < stretch.tokenEnd; i++) {
    const { pos, normal } = tokens[i]!;
    // Most words are passed over by this alone.
    if (pos === 'PROPN') found.push(weekdayAt(place, i), monthAt(place, i));
    const numeric = terms.plain[i]![0] === '#';
    const clock = clockAt(place, i);
    if (clock) {
      found.push(clock);
      i = clock.tokenEnd - 1;
      continue;
    }
    const number = numeric ? wholeAt(place, i) : Number.NaN;
    if (numeric || OPENS_VOTES.test(normal)) found.push(votesAt(place, i, number));
    const spanned = Number.isNaN(number) ? null : spanAt(place, i, number);
    if (spanned) {
      found.push(spanned);
      i = spanned.tokenEnd - 1;
    } else if (!Number.isNaN(number)) found.push(ageAt(place, i, number));
  }
  return found.filter((one) => one !== null);
}
