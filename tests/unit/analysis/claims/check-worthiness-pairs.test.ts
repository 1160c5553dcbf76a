import { describe, expect, it } from 'vitest';
import { PairTable } from '$lib/analysis/claims/check-worthiness-pairs';

describe('a table of pairs', () => {
  const words = Array.from(
    { length: 60 },
    (_, index) => `w${String.fromCharCode(97 + (index % 26))}${index}`
  );
  const idOf = (word: string): number => words.indexOf(word);
  const pairs = new Map<string, number>();
  words.forEach((first, a) =>
    words.forEach((second, b) => {
      if ((a * 7 + b * 3) % 4 === 0) pairs.set(`${first}-${second}`, a - b + 0.5);
    })
  );

  it('gives back every weight, in the order of the words, and 0 for what is not listed', () => {
    const table = new PairTable(pairs, idOf);
    words.forEach((first, a) =>
      words.forEach((second, b) => {
        expect(table.weightOf(a, b)).toBe(pairs.get(`${first}-${second}`) ?? 0);
      })
    );
    expect(table.weightOf(-1, 3)).toBe(0);
    expect(table.weightOf(3, -1)).toBe(0);
    expect(table.weightOf(59, 32_767)).toBe(0);
  });

  it('may be empty', () => {
    expect(new PairTable(new Map(), idOf).weightOf(1, 2)).toBe(0);
  });

  it('says so when there are more words than it can number', () => {
    expect(() => new PairTable(new Map([['a-b', 1]]), () => 40_000)).toThrow(RangeError);
  });
});
