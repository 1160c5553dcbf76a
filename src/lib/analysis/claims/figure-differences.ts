/** When two figures of one thing cannot both be right, and when they tell the same. */
import { minutesApart } from './clock-times';
import { CLOCK, UNANIMOUS, VOTES, type Figure } from './figure';

/** A rounded number is at most so far from the exact one, as a share of it. */
const ROUNDING = 0.06;
/** From this step on a round number may stand for another: "30" is no rounding of 29, small counts are told exactly. */
const LEAST_STEP = 100;

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
  return step >= LEAST_STEP && Math.abs(rough - exact) <= step / 2;
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

/** Minutes by which a guess at a time of day may be off. */
const CLOCK_GUESS = 20;

/** Votes for and against; of a unanimous vote only that none was against. */
function votesDiffer(a: Figure, b: Figure): boolean {
  return a.high !== b.high || (a.low !== UNANIMOUS && b.low !== UNANIMOUS && a.low !== b.low);
}

/** Whether two figures of one measure cannot both be right: neither is in the room that the other leaves. */
export function numbersDiffer(a: Figure, b: Figure): boolean {
  if (a.measure === VOTES) return votesDiffer(a, b);
  if (a.measure === CLOCK) return minutesApart(a, b) > (a.bound || b.bound ? CLOCK_GUESS : 0);
  const guess = a.bound === 'about' && b.bound === 'about' ? BOTH_GUESSED : GUESS;
  const [[leastA, mostA], [leastB, mostB]] = [roomOf(a, guess), roomOf(b, guess)];
  if (leastA <= mostB && leastB <= mostA) return false;
  return !isRounded(a.high, b.low) && !isRounded(b.high, a.low);
}

/** So many times "at least" so many is no room that it leaves, but another count, or one taken later. */
const FAR_BEYOND = 2;

/** Whether a figure lies far above one that was given as the least: "at least 63" against "more than 200". */
export function isFarBeyond(a: Figure, b: Figure): boolean {
  const [less, more] = a.low < b.low ? [a, b] : [b, a];
  return less.bound === 'at-least' && more.bound !== 'at-most' && more.low >= FAR_BEYOND * less.low;
}

/** More parents than there were people at all: "more than 200 parents", "about 150 people". */
export function partExceedsWhole(a: Figure, b: Figure): boolean {
  const [part, whole] = a.persons === 'some' ? [a, b] : [b, a];
  if (part.persons !== 'some' || whole.persons !== 'all') return false;
  return numbersDiffer(part, whole) && part.low > whole.high;
}

/**
 * Whether two figures, not the same, tell the same: one is the other one rounded, or given as a guess at it.
 * Persons may be counted by another word: "24,966 adults", "nearly 25,000 participants".
 */
export function nearlyEqual(a: Figure, b: Figure): boolean {
  const persons = a.persons !== null && b.persons !== null;
  if (a.low === b.low || a.date !== null || b.date !== null) return false;
  if (
    a.measure === b.measure ? a.measure === VOTES || a.measure === CLOCK || a.measure === 'weekday' : !persons
  )
    return false;
  if (a.low !== a.high || b.low !== b.high) return false;
  const close = Math.abs(a.low - b.low) <= ROUNDING * Math.max(Math.abs(a.low), Math.abs(b.low));
  return (
    isRounded(a.low, b.low) || isRounded(b.low, a.low) || (close && (a.bound !== null || b.bound !== null))
  );
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
