import { describe, expect, it } from 'vitest';
import {
  falseDiscovery,
  normalTails,
  poissonInterval,
  studentQuantile,
  wilsonInterval
} from '$lib/analysis/statistics/quantiles';

describe('quantiles agree with published tables', () => {
  it.each([
    [0.95, 1, 12.7062],
    [0.95, 2, 4.30265],
    [0.95, 5, 2.57058],
    [0.95, 30, 2.04227],
    [0.99, 10, 3.16927],
    [0.999, 3, 12.924]
  ])('Student t, confidence %d, %d degrees: %d', (confidence, degrees, expected) => {
    expect(studentQuantile(confidence, degrees)).toBeCloseTo(expected, 3);
  });

  it('Student t comes close to the normal for many degrees', () => {
    expect(studentQuantile(0.95, 1e9)).toBeCloseTo(1.96, 1);
  });

  it.each([
    [0, 0, 3.6889],
    [1, 0.0253, 5.5716],
    [4, 1.0899, 10.2416]
  ])('Poisson count %d: %d to %d', (count, low, high) => {
    const [lower, upper] = poissonInterval(count, 0.95);
    expect(lower).toBeCloseTo(low, 3);
    expect(upper).toBeCloseTo(high, 3);
  });

  it('Wilson, 8 of 10', () => {
    const [lower, upper] = wilsonInterval(0.8, 10, 1.959964);
    expect(lower).toBeCloseTo(0.4902, 3);
    expect(upper).toBeCloseTo(0.9433, 3);
  });

  it('Wilson stays inside 0 to 1 at the ends', () => {
    expect(wilsonInterval(0, 20, 1.96)[0]).toBe(0);
    expect(wilsonInterval(1, 20, 1.96)[1]).toBe(1);
  });

  it.each([
    [0, 1],
    [0.5, 0.61707508],
    [1, 0.31731051],
    [-1.959964, 0.05],
    [2.575829, 0.01],
    [4, 0.0000633425]
  ])('both tails of the normal beyond %d: %d', (z, share) => {
    expect(Math.abs(normalTails(z) - share)).toBeLessThan(2e-7);
  });

  it('Benjamini and Hochberg: all up to the last that stays below its line, though one before it is above', () => {
    // Lines at a rate of .05 and five tests: .01, .02, .03, .04, .05.
    expect(falseDiscovery([0.012, 0.6, 0.039, 0.035, 0.02], 0.05)).toEqual([true, false, true, true, true]);
    expect(falseDiscovery([0.02, 0.03], 0.02)).toEqual([false, false]);
    expect(falseDiscovery([0.05], 0.05)).toEqual([true]);
  });
});
