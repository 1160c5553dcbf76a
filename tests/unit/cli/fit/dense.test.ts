import { describe, expect, it } from 'vitest';
import { areaUnderCurve, correlation, ranksOf } from '../../../../src/cli/fit/agreement';
import { apply, fitLogit, fitRidge } from '../../../../src/cli/fit/dense';

const rows = Array.from({ length: 60 }, (_, i) => [i % 7, (i * 5) % 11]);
const ones = rows.map(() => 1);

describe('fitting a few columns', () => {
  it('finds the line that made the targets', () => {
    const targets = rows.map(([x, y]) => 2 + 3 * x! - y!);
    const fit = fitRidge({ rows, targets, weights: ones }, 1e-9);
    expect(fit.constant).toBeCloseTo(2, 6);
    expect(fit.of[0]).toBeCloseTo(3, 6);
    expect(fit.of[1]).toBeCloseTo(-1, 6);
  });

  it('shrinks weights under a penalty, and leaves the mean', () => {
    const targets = rows.map(([x]) => 10 + x!);
    const fit = fitRidge({ rows, targets, weights: ones }, 1e6);
    expect(Math.abs(fit.of[0]!)).toBeLessThan(0.01);
    expect(apply(fit, [3, 5])).toBeCloseTo(targets.reduce((a, b) => a + b) / targets.length, 1);
  });

  it('gives chances that match how often a row is positive', () => {
    const targets = rows.map(([x], i) => Number(x! > 3 || i % 9 === 0));
    const fit = fitLogit({ rows, targets, weights: ones }, [0.01, 0.01]);
    const chances = rows.map((row) => 1 / (1 + Math.exp(-apply(fit, row))));
    expect(chances.reduce((a, b) => a + b)).toBeCloseTo(
      targets.reduce((a, b) => a + b),
      3
    );
    expect(fit.of[0]).toBeGreaterThan(0);
  });
});

describe('agreement', () => {
  it('shares ranks among ties', () => {
    expect(ranksOf([5, 1, 5, 0])).toEqual([3.5, 2, 3.5, 1]);
    expect(correlation([1, 2, 3], [2, 4, 6])).toBeCloseTo(1, 12);
  });

  it('counts rightly ordered pairs, ties half', () => {
    expect(areaUnderCurve([true, false, true, false], [0.9, 0.1, 0.5, 0.5])).toBe(0.875);
  });
});
