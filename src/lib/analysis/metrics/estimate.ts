/** From sums over sentences to a value with an interval: the one place where metrics get their intervals. */
import { poissonInterval, studentQuantile, wilsonInterval } from '../statistics/quantiles';
import type { Token } from '$lib/text/document';
import type { Metric, Sums } from './metric';
import type { Spoken } from './sum-table';

/** Confidence of every interval that is shown. */
export const CONFIDENCE = 0.95;
/** Below so many hits a rate gets the exact Poisson interval. */
const FEW_HITS = 5;

/** A value and how sure it is. */
export interface Estimator {
  readonly value: number;
  readonly base: number;
  /** Sentences that contribute. */
  readonly sentences: number;
  /** Variance of one sentence's contribution to the value; `deviation² / sentences` is that of the value. */
  readonly variance: number;
  /** Two-sided interval, which always holds the value; null when one sentence is all there is. */
  interval(confidence: number): [number, number] | null;
}

/** Adds `item` to `total`, key by key. */
export function addSums(total: Sums, item: Sums): void {
  for (const key of Object.keys(item)) total[key] = (total[key] ?? 0) + item[key]!;
}

/** How much the value moves for one unit of a sum, by central differences. Leaves `sums` as it was. */
export function slopeOf(key: string, sums: Sums, value: (sums: Sums) => number | null): number {
  const at = sums[key]!;
  const step = 1e-4 * Math.max(Math.abs(at), 1e-3 * sums.base);
  sums[key] = at + step;
  const above = value(sums);
  sums[key] = at - step;
  const below = value(sums);
  sums[key] = at;
  return above === null || below === null ? 0 : (above - below) / (2 * step);
}

/** Variance of the value: that of the sum, over sentences, of what each adds to it. */
function varianceOf(spoken: Spoken, value: (sums: Sums) => number | null): number {
  const { keys, cells, first, end, sentences, totals } = spoken;
  if (sentences < 2) return 0;
  // Most values rest on two or three of the sums.
  const columns: number[] = [];
  const slopes: number[] = [];
  for (let column = 0; column < keys.length; column++) {
    const slope = slopeOf(keys[column]!, totals, value);
    if (slope === 0) continue;
    columns.push(column);
    slopes.push(slope);
  }
  let sum = 0;
  let squares = 0;
  for (let row = first; row < end; row += keys.length) {
    if (!(cells[row]! > 0)) continue;
    let moved = 0;
    for (let k = 0; k < columns.length; k++) moved += slopes[k]! * cells[row + columns[k]!]!;
    sum += moved;
    squares += moved * moved;
  }
  const spread = Math.max(0, squares - (sum * sum) / sentences);
  return (spread * sentences) / (sentences - 1);
}

function holding(value: number, interval: readonly [number, number]): [number, number] {
  return [Math.min(value, interval[0]), Math.max(value, interval[1])];
}

/**
 * The value of one series over some sentences, and its interval.
 *
 * The variance is the closed form of the ratio estimator over sentences, var(r) = n/(n-1) · Σ (amount_i -
 * r·base_i)² / (Σ base)². A value that combines several sums is linearised at their totals first; for a
 * plain ratio this gives the same formula. Half-widths use Student's t with n-1 degrees of freedom. Rates
 * under five hits get the exact Poisson interval (Garwood 1936). Shares get Wilson's interval on the number
 * of independent observations that would have that variance, so that it stays inside 0 to 1 and still allows
 * for words of one sentence going together. All this covers variation within the document only.
 *
 * @returns null when there is nothing to say (`combine` gives null)
 * @throws RangeError when the value is not a finite number
 */
export function estimate(
  metric: Pick<Metric, 'kind' | 'range' | 'combine'>,
  series: string,
  spoken: Spoken
): Estimator | null {
  const { totals, sentences } = spoken;
  if (totals.base <= 0) return null;
  const combine = (sums: Sums): number | null => metric.combine(sums, series);
  const value = combine(totals);
  if (value === null) return null;
  if (!Number.isFinite(value)) throw new RangeError(`the value of "${series}" is not a finite number`);
  const ofValue = varianceOf(spoken, combine);
  const [low, high] = metric.range ?? [-Infinity, Infinity];

  const interval = (confidence: number): [number, number] | null => {
    const hits = totals[series] ?? 0;
    if (metric.kind === 'rate' && (hits < FEW_HITS || sentences < 2)) {
      const [lower, upper] = poissonInterval(hits, confidence);
      totals[series] = lower;
      const from = combine(totals);
      totals[series] = upper;
      const to = combine(totals);
      totals[series] = hits;
      return from === null || to === null ? null : holding(value, [from, to]);
    }
    const quantile = studentQuantile(confidence, Math.max(1, sentences - 1));
    if (metric.kind === 'share') {
      const share = (value - low) / (high - low);
      const scaled = ofValue / (high - low) ** 2;
      const size = scaled > 0 ? Math.min(totals.base, (share * (1 - share)) / scaled) : sentences;
      const [lower, upper] = wilsonInterval(share, Math.max(size, 1), quantile);
      return holding(value, [low + lower * (high - low), low + upper * (high - low)]);
    }
    if (sentences < 2) return null;
    if (ofValue === 0 && value === 0 && Number.isFinite(low + high)) {
      // Nothing was found, which is not the same as nothing being there: at most this share of sentences.
      const most = wilsonInterval(0, sentences, quantile)[1];
      return holding(value, [most * low, most * high]);
    }
    const half = quantile * Math.sqrt(ofValue);
    return holding(value, [Math.max(low, value - half), Math.min(high, value + half)]);
  };
  return { value, base: totals.base, sentences, variance: ofValue * sentences, interval };
}

/**
 * The value of a statistic that is no sum of its parts, over the words of one voice or of all. Its variance is
 * the metric's own; the interval is Wilson's on the number of observations that would have that variance, so
 * that it stays inside the range.
 *
 * @returns null when there is nothing to say (`whole` gives null)
 * @throws RangeError when the value is not a finite number
 */
export function estimateWhole(
  metric: Pick<Metric, 'id' | 'range' | 'whole' | 'wholeVariance'>,
  tokens: readonly Token[],
  base: number,
  sentences: number
): Estimator | null {
  const value = metric.whole?.(tokens) ?? null;
  if (value === null) return null;
  if (!Number.isFinite(value)) throw new RangeError(`the value of "${metric.id}" is not a finite number`);
  const ofValue = metric.wholeVariance?.(tokens) ?? 0;
  const [low, high] = metric.range ?? [0, 1];
  const interval = (confidence: number): [number, number] => {
    const share = (value - low) / (high - low);
    const scaled = ofValue / (high - low) ** 2;
    const size = scaled > 0 ? Math.min(base, (share * (1 - share)) / scaled) : base;
    const quantile = studentQuantile(confidence, Math.max(1, base - 1));
    const [lower, upper] = wilsonInterval(share, Math.max(size, 1), quantile);
    return holding(value, [low + lower * (high - low), low + upper * (high - low)]);
  };
  return { value, base, sentences, variance: ofValue * sentences, interval };
}
