import { describe, expect, it } from 'vitest';
import { LIGHT_PALETTE } from '$lib/charts/chart-piece';
import { metricDots } from '$lib/charts/metric-dots';
import { metricRows } from '$lib/view/metric-rows';
import { overviewSlice } from '$lib/view/slices';
import { fixture, metrics, texts } from './fixture-audit';

const small = overviewSlice(fixture, texts);

/** A collection whose document `d7` has the value 7, and so on; the last one is too short. */
function many(count: number) {
  const [source] = small.sources;
  const [document] = small.documents;
  const measured = document!.metrics['loaded-language']!;
  const ids = Array.from({ length: count }, (_, index) => `d${index}`);
  return {
    ...small,
    sources: ids.map((id, index) => ({ ...source!, id, index, letter: id })),
    documents: ids.map((id, index) => ({
      ...document!,
      id,
      metrics: {
        'loaded-language':
          index === count - 1
            ? { status: 'too-short' as const, reason: 'Too short.' }
            : { ...measured, value: index, interval: [index, index + 1] as [number, number] }
      }
    }))
  };
}

describe('the rows of a metric', () => {
  it('are the sources themselves while they are few', () => {
    expect(metricRows(small, 'loaded-language', 'all').drawn).toBe(small);
  });

  it('are the ends of a large collection, with the middle half of the rest between them', () => {
    const { drawn, between, unmeasured } = metricRows(many(42), 'loaded-language', 'all');
    expect(drawn.sources.map(({ id }) => id)).toEqual([
      'd40',
      'd39',
      'd38',
      'd37',
      'd36',
      'd35',
      'd5',
      'd4',
      'd3',
      'd2',
      'd1',
      'd0'
    ]);
    expect(drawn.sources.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12]);
    expect(between).toEqual({ row: 6, sources: 29, low: 13, middle: 20, high: 27 });
    expect(unmeasured).toBe(1);
  });

  it('are a chart whose table still has every source', () => {
    const piece = metricDots(many(42), metrics[0]!, 'all', LIGHT_PALETTE);
    expect(piece.rows).toBe(13);
    expect(piece.marks).toHaveLength(12);
    expect(piece.table.rows).toHaveLength(42);
    expect(piece.table.rows[41]!.cells[0]).toBe('Too short.');
  });
});
