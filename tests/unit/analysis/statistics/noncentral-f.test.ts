import { describe, expect, it } from 'vitest';
import {
  fTail,
  incompleteBeta,
  noncentralF,
  noncentralityInterval
} from '$lib/analysis/statistics/noncentral-f';

describe('F distribution', () => {
  it('has the tails of printed tables', () => {
    expect(fTail(3.2389, 3, 16)).toBeCloseTo(0.05, 4);
    expect(fTail(4.4132, 4, 20)).toBeCloseTo(0.0102, 3);
    expect(fTail(4.965, 1, 10)).toBeCloseTo(0.05, 4);
    expect(fTail(0, 3, 10)).toBe(1);
  });

  it('agrees with the finite sums of the beta function', () => {
    // I_x(2, 3) = 6x² - 8x³ + 3x⁴
    for (const x of [0.1, 0.5, 0.9]) {
      expect(incompleteBeta(x, 2, 3)).toBeCloseTo(6 * x ** 2 - 8 * x ** 3 + 3 * x ** 4, 9);
    }
    expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)]).toEqual([0, 1]);
  });
});

describe('noncentral F distribution', () => {
  it('agrees with four million simulated draws', () => {
    // F with 4 and 200 degrees of freedom, noncentrality 10, simulated with NumPy.
    const simulated: [number, number][] = [
      [1, 0.0388],
      [2, 0.2006],
      [3, 0.436],
      [5, 0.8101],
      [8, 0.9796]
    ];
    for (const [f, share] of simulated)
      expect(Math.abs(noncentralF(f, 4, 200, 10) - share)).toBeLessThan(6e-4);
  });

  it('is the central one without noncentrality', () => {
    for (const f of [0.5, 1, 3]) expect(noncentralF(f, 4, 60, 0)).toBeCloseTo(1 - fTail(f, 4, 60), 9);
  });

  it('gives an interval whose ends make the observed value just as unlikely', () => {
    const [low, high] = noncentralityInterval(5, 4, 200, 0.95);
    expect(noncentralF(5, 4, 200, low)).toBeCloseTo(0.975, 6);
    expect(noncentralF(5, 4, 200, high)).toBeCloseTo(0.025, 6);
  });

  it('holds 0 when the means may well be equal, and nothing else when they are', () => {
    const [low, high] = noncentralityInterval(1, 4, 200, 0.95);
    expect(low).toBe(0);
    expect(high).toBeGreaterThan(0);
    expect(noncentralityInterval(0, 4, 200, 0.95)).toEqual([0, 0]);
  });

  it('stays finite for differences beyond doubt', () => {
    const [low, high] = noncentralityInterval(500, 3, 2000, 0.95);
    expect(low).toBeGreaterThan(1000);
    expect(high).toBeLessThan(2100);
  });
});

it.each([1e9, 1e18, Number.MAX_VALUE, Infinity])('an F of %s has an interval that ends', (f) => {
  const [low, high] = noncentralityInterval(f, 1, 4, 0.95);
  expect(low).toBeGreaterThan(10_000);
  expect(high).toBeGreaterThan(low);
  expect(high).toBeLessThan(10_000_000);
});
