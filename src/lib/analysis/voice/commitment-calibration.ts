/**
 * Thresholds of commitment, in one place. Fitted by cross-validation together with the lists `commitment-score`,
 * `commitment-denied` and `commitment-unsure`, whose source is theirs.
 */
export const COMMITMENT = {
  /** From here up an event is stated as a fact, and from here down as not so; the bands of the judgements. */
  asserted: 1.5,
  denied: -1,
  /** Sums of the two lists from which an event counts as denied, or else as unsure. */
  deniedFrom: 0.325,
  unsureFrom: 0.325
} as const;

/** Weights of score, denied, unsure, denied², unsure², denied × unsure, score up to 3, score up to 1, and 1. */
export const CALIBRATION: readonly number[] = [
  -0.456, -1.238, -0.791, 0.927, 0.086, 6.127, 1.358, 0.499, -0.122
];
