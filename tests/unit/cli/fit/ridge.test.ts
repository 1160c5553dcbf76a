import { describe, expect, it } from 'vitest';
import { sparseRows } from '../../../../src/cli/fit/logistic';
import { fitSparseRidge } from '../../../../src/cli/fit/ridge';

const rows = sparseRows(
  [
    [
      [0, 1],
      [1, 1]
    ],
    [[0, 1]],
    [[1, 2]],
    []
  ],
  2
);
/** 3 times the first column, less the second, on top of 5. */
const targets = [7, 8, 3, 5];

describe('ridge regression over sparse rows', () => {
  it('finds the weights that made the targets', () => {
    const { weights, constant } = fitSparseRidge(rows, targets, 1e-9);
    expect(weights[0]).toBeCloseTo(3, 5);
    expect(weights[1]).toBeCloseTo(-1, 5);
    expect(constant).toBeCloseTo(5, 5);
  });

  it('draws the weights to nothing under a heavy penalty, and the constant to the mean', () => {
    const { weights, constant } = fitSparseRidge(rows, targets, 1e9);
    expect(Math.abs(weights[0]!)).toBeLessThan(1e-6);
    expect(constant).toBeCloseTo(5.75, 5);
  });
});
