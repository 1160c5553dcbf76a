import { describe, expect, it } from 'vitest';
import { separate } from '$lib/analysis/compare/separation';
import type { Estimator } from '$lib/analysis/metrics/estimate';
import { fTail } from '$lib/analysis/statistics/noncentral-f';
import { randomStream } from '$lib/analysis/statistics/random-stream';

/** An estimator of a mean over sentences; only what a comparison looks at. */
function estimator(value: number, variance: number, sentences: number): Estimator {
  return { value, variance, sentences, base: sentences, interval: () => [value, value] };
}

function separation(
  metrics: Record<string, readonly Estimator[]>,
  words: Parameters<typeof separate>[1] = null
) {
  const count = Math.max(...Object.values(metrics).map((items) => items.length));
  const documents = Array.from({ length: count }, (_, index) => ({
    id: `d${index}`,
    estimators: new Map(
      Object.entries(metrics).flatMap(([id, items]) => (items[index] ? [[id, items[index]] as const] : []))
    )
  }));
  return separate(documents, words, count);
}

const even = [10, 10, 10, 10].map((value) => estimator(value, 25, 40));
const apart = [5, 10, 15, 20].map((value) => estimator(value, 25, 40));

describe('what separates the documents', () => {
  it('ranks what lies between the documents against what lies between their sentences', () => {
    const rows = separation({ even, apart });
    expect(rows.map(({ id, separates, ranks }) => [id, separates, ranks])).toEqual([
      ['apart', true, [1, 1]],
      ['even', false, [2, 2]]
    ]);
    // Variance between 31.25 against 25 within: .556 of the whole, less what chance adds.
    expect(rows[0]!.effect).toBeCloseTo(0.55, 2);
    expect(rows[0]!.interval[0]).toBeLessThan(rows[0]!.effect);
    expect(rows[0]!.interval[1]).toBeGreaterThan(rows[0]!.effect);
    expect(rows[1]).toMatchObject({ effect: 0 });
  });

  it('is the analysis of variance: F, its tail and the share of the variation', () => {
    // Three documents of 10 sentences, means 1, 2, 3, variances 4, 6, 8: F = (20/2) / (162/27) = 1.667.
    const [row] = separation({ worked: [1, 2, 3].map((mean, at) => estimator(mean, 4 + 2 * at, 10)) });
    expect(row!.p).toBeCloseTo(fTail(10 / 6, 2, 27), 10);
    expect(row!.effect).toBeCloseTo((2 * 4) / 6 / 30 / (1 + (2 * 4) / 6 / 30), 10);
    expect(row).toMatchObject({ documents: 3, separates: false });
    expect(row!.interval[0]).toBe(0);
  });

  it('takes two documents of three sentences, and orders equal effects by name', () => {
    const two = [0, 9].map((value) => estimator(value, 1, 3));
    expect(separation({ two })[0]).toMatchObject({ documents: 2, separates: true });
    expect(separation({ zeta: apart, alpha: apart }).map(({ id }) => id)).toEqual(['alpha', 'zeta']);
  });

  it('leaves out documents with next to nothing to measure', () => {
    const few = [0, 0, 100, 100].map((value, at) => estimator(value, 1, at < 3 ? 2 : 40));
    expect(separation({ apart, few }).map(({ id }) => id)).toEqual(['apart']);
  });

  it('takes the variance of the one document that varies for that of all', () => {
    const among = (variances: readonly number[]) =>
      separation({ loaded: [9, 0, 0].map((value, at) => estimator(value, variances[at]!, 8)) })[0]!;
    const [alone, all] = [among([40, 0, 0]), among([40, 40, 40])];
    expect(alone.effect).toBeCloseTo(all.effect, 10);
    expect(alone.p).toBeGreaterThan(all.p);
    expect(alone.separates).toBe(true);
    expect(among([4000, 0, 0]).separates).toBe(false);
  });

  it('does not depend on the unit of a metric', () => {
    const scaled = apart.map(({ value, variance, sentences }) =>
      estimator(1000 * value, 1e6 * variance, sentences)
    );
    const [one, other] = separation({ apart, scaled });
    expect(other!.effect).toBeCloseTo(one!.effect, 10);
    expect(one!.ranks).toEqual([1, 2]);
  });

  it('holds rows for ties whose difference is not sure', () => {
    const nearly = [6, 10, 15, 19].map((value) => estimator(value, 25, 40));
    const rows = separation({ apart, nearly, even });
    expect(rows.map(({ id, ranks }) => [id, ranks])).toEqual([
      ['apart', [1, 2]],
      ['nearly', [1, 2]],
      ['even', [3, 3]]
    ]);
  });

  it('puts words among the metrics', () => {
    const words = { effect: 0.3, interval: [0.25, 0.35] as [number, number], p: 1e-6 };
    const rows = separation({ apart, even }, words);
    expect(rows.map(({ id, kind }) => [id, kind])).toEqual([
      ['apart', 'metric'],
      ['words', 'words'],
      ['even', 'metric']
    ]);
  });

  it('calls few of many metrics separating when all documents are one', () => {
    const random = randomStream('null');
    const normal = (): number => {
      let sum = 0;
      for (let i = 0; i < 12; i++) sum += random.below(1_000_000) / 1_000_000;
      return sum - 6;
    };
    const metrics: Record<string, Estimator[]> = {};
    for (let m = 0; m < 400; m++) {
      metrics[`m${m}`] = [30, 45, 60].map((sentences) => {
        const values = Array.from({ length: sentences }, normal);
        const mean = values.reduce((sum, value) => sum + value, 0) / sentences;
        const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
        return estimator(mean, squares / (sentences - 1), sentences);
      });
    }
    const rows = separation(metrics);
    const below = rows.filter(({ p }) => p <= 0.05).length / rows.length;
    expect(Math.abs(below - 0.05)).toBeLessThan(0.03);
    const without = rows.filter(({ interval }) => interval[0] > 0).length / rows.length;
    expect(without).toBeLessThan(0.05);
    expect(rows.filter(({ separates }) => separates).length).toBeLessThanOrEqual(1);
  });

  it('leaves out what fewer than two documents have and what never varies', () => {
    expect(separation({ alone: [estimator(3, 2, 10)] })).toEqual([]);
    expect(separation({ flat: [estimator(1, 0, 10), estimator(1, 0, 10)] })).toEqual([]);
    expect(separation({ single: [estimator(1, 0, 1), estimator(2, 1, 10)] })).toEqual([]);
  });
});
