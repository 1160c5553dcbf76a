/**
 * Thresholds of commitment, in one place. Fitted by cross-validation together with the lists `commitment-score`,
 * `commitment-denied` and `commitment-unsure`, whose source is theirs.
 */
export const COMMITMENT = {
  /** From here up an event is stated as a fact, and from here down as not so; the bands of the judgements. */
  asserted: 1.5,
  denied: -1,
  /** Sums of the two lists from which an event counts as denied, or else as unsure. */
  deniedFrom: 0.3,
  unsureFrom: 0.31
} as const;

/** Weights of score, denied, unsure, denied², unsure², denied × unsure, score up to 3, score up to 1, and 1. */
export const CALIBRATION: readonly number[] = [
  -0.543, -1.477, -0.797, 0.367, 0.158, 5.4, 1.419, 0.306, 0.146
];
