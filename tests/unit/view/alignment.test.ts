import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followPosition, risingAnchors, type Anchor } from '$lib/view/alignment';

const pairs = fc.array(fc.tuple(fc.nat(50), fc.nat(50)), { maxLength: 12 });

function rises(anchors: readonly Anchor[]): boolean {
  return anchors.every(
    (anchor, i) => i === 0 || (anchors[i - 1]![0] < anchor[0] && anchors[i - 1]![1] < anchor[1])
  );
}

/** The longest rising choice by trying all of them. */
function longest(all: readonly Anchor[]): number {
  let best = 0;
  const sorted = [...all].sort((p, q) => p[0] - q[0] || p[1] - q[1]);
  const lengths: number[] = [];
  sorted.forEach(([left, right], i) => {
    lengths[i] = 1;
    for (let j = 0; j < i; j++) {
      if (sorted[j]![0] < left && sorted[j]![1] < right) lengths[i] = Math.max(lengths[i]!, lengths[j]! + 1);
    }
    best = Math.max(best, lengths[i]!);
  });
  return best;
}

describe('anchors', () => {
  it('rise in both texts, come from the pairs, and are as many as can be', () => {
    fc.assert(
      fc.property(pairs, (all) => {
        const anchors = risingAnchors(all);
        expect(rises(anchors)).toBe(true);
        expect(anchors.length).toBe(longest(all));
        for (const anchor of anchors) expect(all).toContainEqual(anchor);
      }),
      { numRuns: 1000 }
    );
  });
});

describe('following', () => {
  it('meets every anchor and never turns back', () => {
    fc.assert(
      fc.property(pairs, fc.array(fc.nat(60), { minLength: 2, maxLength: 10 }), (all, positions) => {
        const anchors = risingAnchors(all);
        for (const [left, right] of anchors) expect(followPosition(left, anchors)).toBeCloseTo(right, 9);
        if (anchors.length === 0) return;
        const followed = [...positions].sort((p, q) => p - q).map((at) => followPosition(at, anchors));
        followed.forEach((value, i) => {
          if (i > 0) expect(value).toBeGreaterThanOrEqual(followed[i - 1]! - 1e-9);
        });
      }),
      { numRuns: 1000 }
    );
  });

  it('stands half way between two anchors when the reader does', () => {
    expect(
      followPosition(5, [
        [0, 100],
        [10, 200]
      ])
    ).toBe(150);
  });
});
