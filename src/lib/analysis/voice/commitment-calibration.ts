/** The bands of commitment, and how three sums over the signs of an event become one judgement. */
export const COMMITMENT = {
  /** From here up an event is stated as a fact, and from here down as not so; the bands of the judgements. */
  asserted: 1.5,
  denied: -1
} as const;

/** Fitted by cross-validation; see `commitment-weights`. */
export interface Joining {
  /** A weight for each of `sumTerms`, and a constant. */
  readonly calibration: readonly number[];
  /** Sums from which an event counts as denied, or else as unsure. */
  readonly deniedFrom: number;
  readonly unsureFrom: number;
}

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));

/** What the sums give: themselves, the denied and the unsure one squared and multiplied, the score in two ranges. */
export function sumTerms(score: number, denied: number, unsure: number): number[] {
  const d = clamp(denied, 0, 1);
  const u = clamp(unsure, 0, 1);
  return [score, d, u, d * d, u * u, d * u, Math.min(score, 3), Math.min(score, 1)];
}

/** The judgement, -3 to 3: a weighted sum of the terms, kept inside the band that denied and unsure decide. */
export function joinSums(
  { calibration, deniedFrom, unsureFrom }: Joining,
  score: number,
  denied: number,
  unsure: number
): number {
  const terms = [...sumTerms(score, denied, unsure), 1];
  const sum = terms.reduce((total, term, index) => total + term * calibration[index]!, 0);
  const value = clamp(sum, -3, 3);
  if (denied >= deniedFrom) return Math.min(value, COMMITMENT.denied);
  if (unsure < unsureFrom) return Math.max(value, COMMITMENT.asserted);
  return clamp(value, COMMITMENT.denied + 0.01, COMMITMENT.asserted - 0.01);
}
