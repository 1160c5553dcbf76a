import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dice, hashedSet, shared, tripleCodes } from '$lib/analysis/claims/hashed-set';

describe('sets as sorted codes', () => {
  it('count what two sets share as sets do', () => {
    const words = fc.array(fc.string({ maxLength: 8 }), { maxLength: 20 });
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [x, y] = [new Set(a), new Set(b)];
        const expected = [...x].filter((word) => y.has(word)).length;
        expect(shared(hashedSet(a), hashedSet(b))).toBe(expected);
        expect(dice(hashedSet(a), hashedSet(b))).toBeCloseTo(
          (2 * expected) / Math.max(1, x.size + y.size),
          12
        );
      }),
      { seed: 1, numRuns: 200 }
    );
  });

  it('tell beginnings and ends of words apart', () => {
    expect(shared(tripleCodes(['ab']), tripleCodes(['abc']))).toBe(1);
    expect(tripleCodes(['a'.repeat(5000)]).length).toBeLessThan(10);
  });
});
