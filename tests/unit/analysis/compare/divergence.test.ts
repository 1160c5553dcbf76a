import { describe, expect, it } from 'vitest';
import { compareMetrics } from '$lib/analysis/compare/divergence';
import { estimate, type Estimator } from '$lib/analysis/metrics/estimate';
import type { Segment } from '$lib/analysis/reading';
import type { Sums } from '$lib/analysis/metrics/metric';
import { spokenIn, VoiceTables } from '$lib/analysis/metrics/sum-table';

/** Thirty sentences of ten words; each of the first `hits` sentences holds one hit. */
function rate(hits: number, sentences = 30): Estimator {
  const tables = new VoiceTables(sentences, { base: 0, value: 0 });
  for (let sentence = 0; sentence < sentences; sentence++) {
    const segment = { sentence, voice: 'author' } as Segment;
    tables.add(segment, { base: 10, value: sentence < hits ? 1 : 0 });
  }
  const metric = {
    kind: 'rate' as const,
    combine: (sums: Sums) => (1000 * sums.value!) / sums.base
  };
  return estimate(metric, 'value', spokenIn(tables.whole))!;
}

function compare(hits: Record<string, number>, sentences = 30) {
  return compareMetrics(
    Object.entries(hits).map(([id, count]) => ({
      id,
      estimators: new Map([['bad-words', rate(count, sentences)]])
    }))
  );
}

describe('divergence', () => {
  it('names who is high and who is low when the difference is sure', () => {
    const [found] = compare({ a: 1, b: 28, c: 0, d: 27 });
    expect(found).toMatchObject({ metric: 'bad-words', high: ['b', 'd'], low: ['a', 'c'] });
    expect(found!.interval[0]).toBeGreaterThan(0);
    expect(found!.interval[0]).toBeLessThanOrEqual(found!.spread);
    expect(found!.interval[1]).toBeGreaterThanOrEqual(found!.spread);
  });

  it('calls all documents ties when the extremes are not sure to differ', () => {
    const [found] = compare({ a: 8, b: 10, c: 9 });
    expect(found).toMatchObject({ high: ['a', 'b', 'c'], low: [] });
    expect(found!.interval[0]).toBe(0);
  });

  it('leaves a document that ties with both ends out of both', () => {
    const [found] = compare({ low: 2, middle: 10, high: 19 });
    expect(found).toMatchObject({ high: ['high'], low: ['low'] });
  });

  it('asks for more before it separates two documents when there are many', () => {
    const two = { a: 6, b: 15 };
    const many = { ...two, ...Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`n${i}`, 10])) };
    expect(compare(two)[0]!.low).toEqual(['a']);
    expect(compare(many)[0]!.low).toEqual([]);
  });

  it('is in standard deviations of a sentence, so longer texts do not diverge more', () => {
    const short = compare({ a: 3, b: 27 }, 30)[0]!;
    const long = compare({ a: 30, b: 270 }, 300)[0]!;
    expect(long.spread).toBeCloseTo(short.spread, 1);
    expect(long.interval[1] - long.interval[0]).toBeLessThan(short.interval[1] - short.interval[0]);
  });

  it('says nothing of one document, or where no sentence differs', () => {
    expect(compare({ a: 8 })).toEqual([]);
    expect(compare({ a: 0, b: 0 })).toEqual([]);
  });
});
