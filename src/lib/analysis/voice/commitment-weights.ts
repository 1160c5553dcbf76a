// Made by `fit factuality`. Do not edit.
import type { Joining } from './commitment-calibration';

/**
 * How the sums of the lists `commitment-score`, `commitment-denied` and `commitment-unsure` are joined, fitted by
 * cross-validation on the data that their source names.
 */
export const JOINING: Joining = {
  calibration: [-0.443, -1.542, -0.651, 1.52, -0.118, 6.782, 1.352, 0.596, -0.244],
  deniedFrom: 0.375,
  unsureFrom: 0.3
};
