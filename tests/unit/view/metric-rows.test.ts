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
    // Three rows stay free for the bars.
    expect(drawn.sources.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 9, 10, 11, 12, 13, 14]);
    expect(between).toMatchObject({ row: 6, sources: 29, low: 13, middle: 20, high: 27 });
    expect(unmeasured).toBe(1);
  });

  it('tell how those between are spread: every one in one bar, each bar at its place in the order', () => {
    const { between } = metricRows(many(42), 'loaded-language', 'all');
    const bars = between!.bars;
    expect(bars.reduce((sum, { sources }) => sum + sources, 0)).toBe(29);
    expect(bars[0]).toMatchObject({ high: 34, first: 6 });
    expect(bars.at(-1)!.low).toBe(6);
    let place = 6;
    for (const { first, sources } of bars) {
      expect(first).toBe(place);
      place += sources;
    }
  });

  it('are one bar where all between have the same value', () => {
    const same = many(42);
    const documents = same.documents.map((document) => ({
      ...document,
      metrics: { 'loaded-language': { ...same.documents[0]!.metrics['loaded-language']!, value: 3 } }
    })) as typeof same.documents;
    const { between } = metricRows({ ...same, documents }, 'loaded-language', 'all');
    expect(between!.bars).toEqual([{ low: 3, high: 3, sources: 30, first: 6 }]);
  });

  it('are a page of the order from any place on, and never more', () => {
    const page = (from: number) => metricRows(many(42), 'loaded-language', 'all', { from, also: null });
    expect(
      page(12)
        .drawn.sources.map(({ id }) => id)
        .slice(0, 3)
    ).toEqual(['d28', 'd27', 'd26']);
    expect([page(12).rows, page(12).between]).toEqual([12, null]);
    expect(page(36).drawn.sources.map(({ id }) => id)).toEqual(['d4', 'd3', 'd2', 'd1', 'd0']);
  });

  it('hold the marked source wherever it stands, once', () => {
    const looked = (also: string) => metricRows(many(42), 'loaded-language', 'all', { from: null, also });
    expect(looked('d20').drawn.sources.find(({ id }) => id === 'd20')!.index).toBe(9);
    expect(looked('d20').rows).toBe(16);
    expect(looked('d40').drawn.sources.filter(({ id }) => id === 'd40')).toHaveLength(1);
    expect(looked('d40').rows).toBe(15);
    expect(looked('gone').rows).toBe(15);
  });

  it('are walked from top to bottom, and a bar leads to its sources', () => {
    const { marks } = metricDots(many(42), metrics[0]!, 'all', LIGHT_PALETTE);
    expect(marks.slice(0, 6).every(({ datasetIndex }) => datasetIndex === 0)).toBe(true);
    const bars = marks.filter(({ from }) => from !== undefined);
    expect(marks.indexOf(bars[0]!)).toBe(6);
    expect(bars.at(-1)!.summary).toMatch(
      /^\d+ sources between 6 and 8.33 per 1,000 words; Enter shows them$/u
    );
    expect(marks.slice(-6).map(({ summary }) => summary.slice(0, 2))).toEqual([
      'd5',
      'd4',
      'd3',
      'd2',
      'd1',
      'd0'
    ]);
  });

  it('are a chart whose table still has every source', () => {
    const piece = metricDots(many(42), metrics[0]!, 'all', LIGHT_PALETTE);
    expect(piece.rows).toBe(15);
    expect(piece.table.rows).toHaveLength(42);
    expect(piece.table.rows[41]!.cells[0]).toBe('Too short.');
  });
});
