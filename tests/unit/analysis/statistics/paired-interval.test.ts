import { describe, expect, it } from 'vitest';
import { pairedInterval } from '$lib/analysis/statistics/paired-interval';
import { randomStream } from '$lib/analysis/statistics/random-stream';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const padded = (changes: readonly number[], pairs: number) => [
  ...changes,
  ...Array.from({ length: pairs - changes.length }, () => 0)
];

/** How often the interval holds the difference that texts changed in this way have on average. */
function coverage(pairs: number, changed: number, draw: (random: () => number) => number, mean: number) {
  const stream = randomStream(`${pairs} ${changed} ${mean}`);
  const random = () => stream.below(1e9) / 1e9;
  let held = 0;
  let told = 0;
  for (let round = 0; round < 3000; round++) {
    const added = Array.from({ length: pairs }, () => (random() < changed / pairs ? draw(random) : 0));
    const { interval } = pairedInterval(sum(added), added, 0.95);
    if (interval === null || added.every((one) => one === 0)) continue;
    told++;
    if (interval[0] <= changed * mean && changed * mean <= interval[1]) held++;
  }
  return held / told;
}

describe('the interval of a paired difference', () => {
  it('holds the mean difference at least 94 times in 100 for counts, few changes or many', () => {
    for (const [pairs, changed] of [
      [40, 3],
      [40, 8],
      [40, 30],
      [200, 6],
      [200, 25]
    ] as const) {
      for (const more of [0.5, 0.8, 1]) {
        const draw = (random: () => number) => (random() < more ? 1 : -1);
        expect(coverage(pairs, changed, draw, 2 * more - 1)).toBeGreaterThan(0.94);
      }
    }
  });

  it('does so for amounts that differ widely in size', () => {
    const draw = (random: () => number) => -Math.log(1 - random());
    for (const [pairs, changed] of [
      [40, 5],
      [200, 10],
      [200, 60]
    ] as const) {
      expect(coverage(pairs, changed, draw, 1)).toBeGreaterThan(0.93);
    }
  });

  it('is far narrower than that of two texts of their own, once many sentences are the same', () => {
    // A metric that varies by 1 from sentence to sentence: apart, the difference of two sums varies by √(2n).
    const { interval } = pairedInterval(
      12,
      padded(
        Array.from({ length: 12 }, () => 1),
        400
      ),
      0.95
    );
    expect(interval![1] - interval![0]).toBeLessThan(0.35 * 2 * 1.96 * Math.sqrt(2 * 400));
  });

  it('tells a direction only when enough sentences changed in it', () => {
    const low = (changes: readonly number[]) =>
      pairedInterval(sum(changes), padded(changes, 300), 0.95).interval![0];
    expect(low([1, 1, 1, 1])).toBeLessThan(0);
    expect(low([1, 1, 1, 1, 1, 1, 1, 1])).toBeGreaterThan(0);
    expect(low([1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1])).toBeLessThan(0);
    // One large change among small ones is one change.
    expect(pairedInterval(10.05, padded([10, 0.01, 0.02, 0.02], 300), 0.95)).toMatchObject({
      interval: null,
      changed: 4,
      pairs: 300
    });
  });

  it('says nothing of one changed sentence, and is a point where nothing changed', () => {
    expect(pairedInterval(2, padded([2], 50), 0.95).interval).toBeNull();
    expect(pairedInterval(0, padded([], 50), 0.95)).toEqual({ interval: [0, 0], changed: 0, pairs: 50 });
    expect(pairedInterval(0, [], 0.95)).toEqual({ interval: [0, 0], changed: 0, pairs: 0 });
  });

  it('is the closed form of the variance, with as many degrees of freedom as sentences that changed', () => {
    // d = 3, 1, -1 and 7 zeros: Σd = 3, Σd² = 11, variance 10/9 · (11 - 9/10) = 11.222; (Σ|d|)²/Σd² = 25/11: 2.
    const { interval, changed } = pairedInterval(3, padded([3, 1, -1], 10), 0.95);
    const half = 12.7062 * Math.sqrt(11.2222);
    expect(changed).toBe(3);
    expect(interval![0]).toBeCloseTo(3 - half, 2);
    expect(interval![1]).toBeCloseTo(3 + half, 2);
  });

  it('takes what rounding leaves of equal sentences for no change, whatever the unit', () => {
    for (const unit of [1e-6, 1, 1e6]) {
      const { changed } = pairedInterval(2, [2 * unit, unit * 1e-12, 0, -unit * 1e-13], 0.95);
      expect(changed).toBe(1);
    }
    expect(pairedInterval(0, [0, 0], 0.95).changed).toBe(0);
  });
});
