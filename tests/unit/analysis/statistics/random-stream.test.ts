import { describe, expect, it } from 'vitest';
import { adjustedP } from '$lib/analysis/statistics/adjusted-p';
import { falseDiscovery } from '$lib/analysis/statistics/quantiles';
import { fingerprint, randomStream } from '$lib/analysis/statistics/random-stream';

describe('random streams', () => {
  const draws = (key: string, count = 2000): number[] => {
    const random = randomStream(key);
    return Array.from({ length: count }, () => random.below(10));
  };

  it('are the published functions: FNV-1a with the last mixing of MurmurHash3, and splitmix', () => {
    // Computed by another program from the definitions; FNV-1a gives 811c9dc5, e40c292c and bf9cf968 before mixing.
    expect(['', 'a', 'foobar', 'été 🍊'].map(fingerprint)).toEqual([
      0xab3e7c0b, 0x1a80b1b3, 0x0c0da6dc, 0x5936a120
    ]);
    const random = randomStream('1:words:7');
    expect(Array.from({ length: 8 }, () => random.below(1000))).toEqual([
      464, 562, 309, 972, 965, 608, 624, 534
    ]);
  });

  it('are the same for the same key and unlike for another', () => {
    expect(draws('1:words:7')).toEqual(draws('1:words:7'));
    const [one, other] = [draws('1:words:7'), draws('1:words:8')];
    const same = one.filter((value, index) => value === other[index]).length;
    expect(same / one.length).toBeGreaterThan(0.07);
    expect(same / one.length).toBeLessThan(0.13);
  });

  it('draw every number about as often, whatever came before', () => {
    const found = draws('even', 20_000);
    const counts = new Map<string, number>();
    found.slice(1).forEach((value, index) => {
      const pair = `${found[index]!}${value}`;
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    });
    expect(counts.size).toBe(100);
    for (const count of counts.values()) expect(Math.abs(count - 200)).toBeLessThan(75);
  });

  it('draw without replacement, every item as likely to come first', () => {
    const random = randomStream('shuffle');
    const first = [0, 0, 0, 0, 0];
    for (let i = 0; i < 5000; i++) {
      const items = Int32Array.from([0, 1, 2, 3, 4]);
      random.drawToFront(items, 2);
      expect([...items].sort()).toEqual([0, 1, 2, 3, 4]);
      first[items[0]!]!++;
    }
    for (const count of first) expect(Math.abs(count - 1000)).toBeLessThan(130);
    // Only as many places are drawn as were asked for.
    const long = Int32Array.from({ length: 50 }, (_, i) => i);
    random.drawToFront(long, 1);
    expect([...long].filter((item, at) => item !== at).length).toBeLessThanOrEqual(2);
  });

  it('tell texts apart that differ in one character', () => {
    const marks = Array.from({ length: 1000 }, (_, i) => fingerprint(`text ${i}`));
    expect(new Set(marks).size).toBe(1000);
  });
});

describe('adjusted p-values', () => {
  it('are the least rate at which a test passes', () => {
    const p = [0.01, 0.04, 0.03, 0.005, 0.5];
    const adjusted = adjustedP(p);
    [0.025, 0.05, 0.05, 0.025, 0.5].forEach((value, index) => expect(adjusted[index]).toBeCloseTo(value, 12));
    for (const rate of [0.02, 0.03, 0.051, 0.6]) {
      expect(adjusted.map((value) => value <= rate)).toEqual(falseDiscovery(p, rate));
    }
    expect(adjustedP([])).toEqual([]);
    // Never more than certain, and never less for a larger p.
    expect(adjustedP([0.9, 0.95, 1])).toEqual([1, 1, 1]);
    expect(adjustedP([0.001])).toEqual([0.001]);
  });
});
