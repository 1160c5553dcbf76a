/** The metrics of a text beside those of its copy, as rows of a table with a drawing in each. */
import type { RevisedValue, Voice } from '$lib/analysis/audit-schema';
import { formatInterval, formatNumber, formatSigned, plural } from './format';
import type { Reading, TextReading } from './rewrite-reading';
import type { MetricInfo } from './slices';

/** Whose words are compared. */
export type RewriteVoice = 'all' | Voice;

export const REWRITE_VOICES: readonly RewriteVoice[] = ['all', 'author', 'attributed'];

export interface RewriteValue {
  readonly value: number;
  readonly interval: readonly [number, number] | null;
  /** How much it was counted from, in words. */
  readonly base: number;
}

/**
 * How the copy stands to the original: whether zero lies in the interval of the difference; `few` when the changes
 * amount to fewer than two sentences, which have no interval.
 */
export type RewriteMove = 'same' | 'few' | 'within' | 'beyond' | 'unknown';

export interface RewriteRow {
  readonly id: string;
  readonly label: string;
  readonly question: string;
  readonly unit: string;
  readonly before: RewriteValue | null;
  readonly after: RewriteValue | null;
  /** Why a value is missing, of the copy before the original. */
  readonly reason: string | null;
  /** Copy minus original; null where one is missing. */
  readonly difference: number | null;
  /**
   * 95 % interval of the difference, from the engine, which pairs the sentences; where it has none to give, see
   * {@link apartInterval}. Null where a value has none.
   */
  readonly differenceInterval: readonly [number, number] | null;
  readonly move: RewriteMove;
  /** Pairs of sentences that moved the metric, of how many; null where sentences were not paired. */
  readonly basis: Pick<RevisedValue, 'changed' | 'sentences'> | null;
}

function valueOf(reading: Reading | undefined, voice: RewriteVoice): RewriteValue | string {
  if (!reading) return 'It was not measured.';
  if ('reason' in reading) return reading.reason;
  const { value, interval, base } = voice === 'all' ? reading : reading[voice];
  return value === null ? 'No words in this voice.' : { value, interval, base };
}

/**
 * The 95 % interval of copy minus original for what is no sum over sentences, in the metric's unit. The two are taken
 * as texts of their own, as the overview takes two sources: the distances from each value to its limits are squared
 * and added, as the errors of independent estimates are. Copy and original share most words, so that it is wider than
 * need be and never makes more of an edit than there is to it. Null where a value has no interval.
 */
export function apartInterval(before: RewriteValue, after: RewriteValue): readonly [number, number] | null {
  const [x, y] = [before.interval, after.interval];
  if (!x || !y) return null;
  const difference = after.value - before.value;
  const down = Math.hypot(after.value - y[0], x[1] - before.value);
  const up = Math.hypot(y[1] - after.value, before.value - x[0]);
  return [difference - down, difference + up];
}

interface Difference {
  readonly move: RewriteMove;
  readonly interval: readonly [number, number] | null;
}

/** @param paired what the engine says of the difference; null where it has nothing to say */
function differenceOf(before: RewriteValue, after: RewriteValue, paired: RevisedValue | null): Difference {
  if (before.value === after.value) return { move: 'same', interval: null };
  if (paired && paired.interval === null) return { move: 'few', interval: null };
  const interval = paired ? paired.interval : apartInterval(before, after);
  if (!interval) return { move: 'unknown', interval };
  return { move: interval[0] <= 0 && interval[1] >= 0 ? 'within' : 'beyond', interval };
}

/** One row for each metric, in the metrics' order. */
export function rewriteRows(
  metrics: readonly MetricInfo[],
  before: TextReading,
  after: TextReading | null,
  voice: RewriteVoice
): RewriteRow[] {
  return metrics.map(({ id, label, question, unit }) => {
    const original = valueOf(before.metrics[id], voice);
    const copy = after ? valueOf(after.metrics[id], voice) : original;
    const [x, y] = [typeof original === 'string' ? null : original, typeof copy === 'string' ? null : copy];
    const paired = after?.differences?.[id]?.[voice] ?? null;
    const { move, interval } =
      x && y ? differenceOf(x, y, paired) : { move: 'unknown' as const, interval: null };
    return {
      id,
      label,
      question,
      unit,
      before: x,
      after: y,
      reason: typeof copy === 'string' ? copy : typeof original === 'string' ? original : null,
      difference: x && y ? y.value - x.value : null,
      differenceInterval: interval,
      move,
      basis: x && y && move !== 'same' ? paired : null
    };
  });
}

/** A difference in words: "−3.20", or "no change". */
export function differenceWords(row: RewriteRow): string {
  if (row.difference === null) return '–';
  return row.move === 'same' ? 'no change' : formatSigned(row.difference);
}

/** What a move means; it never says that a copy is better. */
export function moveWords(move: RewriteMove): string {
  if (move === 'few') return 'too few sentences';
  if (move === 'within') return 'within chance';
  if (move === 'beyond') return 'beyond chance';
  return '';
}

/** Below so many changed sentences their differences among each other say little of how much sentences differ. */
const FEW = 4;

/** What the interval of a difference rests on: "3 of 48 sentences, rough"; empty where nothing was paired. */
export function basisWords({ basis, differenceInterval }: RewriteRow): string {
  if (!basis) return '';
  const rough = differenceInterval !== null && basis.changed < FEW;
  return `${basis.changed} of ${plural(basis.sentences, 'sentence')}${rough ? ', rough' : ''}`;
}

/** A value with its interval, for reading and for listening. */
export function valueWords(value: RewriteValue | null): string {
  return value === null ? '–' : `${formatNumber(value.value)} (${formatInterval(value.interval)})`;
}

/** The marks of a row's drawing, in percent of its width. */
export interface RewriteStrip {
  readonly before: StripMark;
  readonly after: StripMark;
}

export interface StripMark {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Where the two dots and their intervals lie on one scale; null when a value is missing. */
export function rewriteStrip({ before, after }: RewriteRow): RewriteStrip | null {
  if (!before || !after) return null;
  const ends = [before, after].flatMap(({ value, interval }) => [value, ...(interval ?? [])]);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const span = high - low;
  const percent = (value: number) =>
    Math.round((span === 0 ? 50 : 4 + (92 * (value - low)) / span) * 10) / 10;
  const mark = ({ value, interval }: RewriteValue): StripMark => ({
    at: percent(value),
    from: percent(interval?.[0] ?? value),
    to: percent(interval?.[1] ?? value)
  });
  return { before: mark(before), after: mark(after) };
}
