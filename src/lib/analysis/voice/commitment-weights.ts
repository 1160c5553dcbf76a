// Made by `fit factuality`. Do not edit.
import type { Joining } from './commitment-calibration';

/**
 * How the sums of the lists `commitment-score`, `commitment-denied` and `commitment-unsure` are joined, fitted by
 * cross-validation on the data that their source names.
 */
export const JOINING: Joining = {
  calibration: [-0.429, -1.529, -0.638, 1.539, -0.129, 6.836, 1.343, 0.603, -0.269],
  deniedFrom: 0.375,
  unsureFrom: 0.3
};
