import { describe, expect, it } from 'vitest';
import { fitLogistic, sparseRows } from '../../../../src/cli/fit/logistic';

describe('logistic regression', () => {
  it('finds the log-odds of the data where the penalty has no say', () => {
    // One feature: 3 of 4 rows with it are positive, 1 of 4 rows without.
    const rows = sparseRows([[[0, 1]], [[0, 1]], [[0, 1]], [[0, 1]], [], [], [], []], 1);
    const labels = [true, true, true, false, true, false, false, false];
    const { weights, constant } = fitLogistic(rows, labels, 1e6);
    expect(constant).toBeCloseTo(Math.log(1 / 3), 3);
    expect(constant + weights[0]!).toBeCloseTo(Math.log(3), 3);
  });

  it('keeps weights small where errors cost little, and leaves the constant free', () => {
    const rows = sparseRows([[[0, 1]], [[0, 1]], [[0, 1]], []], 1);
    const labels = [true, true, true, false];
    const { weights, constant } = fitLogistic(rows, labels, 1e-4);
    expect(Math.abs(weights[0]!)).toBeLessThan(0.001);
    expect(constant).toBeCloseTo(Math.log(3), 1);
  });

  it('gives a column that no row has no weight', () => {
    const { weights } = fitLogistic(sparseRows([[[1, 2]], [[1, -2]]], 3), [true, false], 1);
    expect([...weights]).toEqual([0, expect.any(Number), 0]);
    expect(weights[1]).toBeGreaterThan(0.3);
  });
});
