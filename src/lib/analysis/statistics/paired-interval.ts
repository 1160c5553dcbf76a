/** How sure the difference of two versions of one text is: most of their sentences are the same. */
import { studentQuantile } from './quantiles';

export interface PairedInterval {
  /** Two-sided; null when the changes amount to fewer than two sentences, of which nothing can be said. */
  readonly interval: readonly [number, number] | null;
  /** Pairs that differ. */
  readonly changed: number;
  /** Pairs in all. */
  readonly pairs: number;
}

/** Contributions that are left of rounding, as a share of the largest. */
const ROUNDING = 1e-9;

/**
 * The interval of a difference that is a sum over pairs of sentences, most of which add nothing to it.
 *
 * The variance is the closed form of the ratio estimator over sentences, taken of what each pair adds:
 * n/(n-1) · (Σ d² - (Σ d)²/n). Only pairs that differ tell how much pairs differ, so that Student's t has the
 * degrees of freedom of their effective number, (Σ |d|)² / Σ d² rounded, less one: with few changes, or with one that
 * outweighs the others, the interval is wide. It covers variation from sentence to sentence only.
 *
 * @param difference the value to stand in the middle, in the unit of `added`
 * @param added what each pair adds to the difference; 0 where both sentences are the same
 * @param confidence such as 0.95
 */
export function pairedInterval(
  difference: number,
  added: ArrayLike<number>,
  confidence: number
): PairedInterval {
  const pairs = added.length;
  let largest = 0;
  for (let i = 0; i < pairs; i++) largest = Math.max(largest, Math.abs(added[i]!));
  let changed = 0;
  let sum = 0;
  let size = 0;
  let squares = 0;
  for (let i = 0; i < pairs; i++) {
    const one = added[i]!;
    if (Math.abs(one) <= ROUNDING * largest) continue;
    changed++;
    sum += one;
    size += Math.abs(one);
    squares += one * one;
  }
  if (changed === 0) return { interval: [difference, difference], changed, pairs };
  const effective = Math.round((size * size) / squares);
  if (effective < 2) return { interval: null, changed, pairs };
  const variance = (Math.max(0, squares - (sum * sum) / pairs) * pairs) / (pairs - 1);
  const half = studentQuantile(confidence, effective - 1) * Math.sqrt(variance);
  return { interval: [difference - half, difference + half], changed, pairs };
}
