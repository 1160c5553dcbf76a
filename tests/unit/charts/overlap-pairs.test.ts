import { describe, expect, it } from 'vitest';
import { LIGHT_PALETTE } from '$lib/charts/chart-piece';
import { MOST_PAIRS, overlapPairs } from '$lib/charts/overlap-pairs';
import { describeSources } from '$lib/view/sources';

const ids = Array.from({ length: 8 }, (_, index) => `d${index}`);
const sources = describeSources(ids.map((id) => ({ id, text: 'A text.', title: `Text ${id}` })));
/** Pairs share less and less; the last share nothing. */
const overlap = ids
  .flatMap((a, index) => ids.slice(index + 1).map((b) => ({ a, b })))
  .map(({ a, b }, place) => {
    const shared = Math.max(0, 20 - place);
    return {
      a,
      b,
      shared,
      jaccard: shared / 100,
      interval: [0, 0.5] as [number, number],
      aInB: 0.1,
      bInA: 0.2,
      aInBInterval: null,
      bInAInterval: null
    };
  })
  .reverse();
const piece = overlapPairs({ sources, overlap, claims: 1328 }, LIGHT_PALETTE);

describe('overlapPairs', () => {
  it('draws the pairs that share most, first the most, each leading to its claims', () => {
    expect(piece.marks).toHaveLength(MOST_PAIRS);
    expect(piece.marks[0]!.summary).toBe(
      'A and B: 20 shared claims, 20% of all claims the two make, 95% interval 0% to 50%'
    );
    expect(piece.marks[0]!.target).toEqual({ kind: 'overlap', a: 'd0', b: 'd1' });
  });

  it('holds every pair in its table, the most first', () => {
    expect(piece.table.rows).toHaveLength(28);
    expect(piece.table.rows[0]!.cells.slice(0, 3)).toEqual(['20', '20%', '0% to 50%']);
  });

  it('leaves out pairs that share nothing', () => {
    const few = overlap.filter(({ shared }) => shared < 3);
    expect(overlapPairs({ sources, overlap: few }, LIGHT_PALETTE).marks).toHaveLength(2);
  });
});
