import { describe, expect, it } from 'vitest';
import { LIGHT_PALETTE, type ChartPiece } from '$lib/charts/chart-piece';
import { metricDots } from '$lib/charts/metric-dots';
import { overlapMatrix } from '$lib/charts/overlap-matrix';
import { overviewSlice } from '$lib/view/slices';
import { fixture, metrics, texts } from '../view/fixture-audit';

const overview = overviewSlice(fixture, texts);
const [loaded, hedging] = metrics;

interface Point {
  x: number;
  y: number;
  xMin: number;
  xMax: number;
}

function points(piece: ChartPiece): Point[] {
  return piece.config.data.datasets[0]!.data as unknown as Point[];
}

describe('metric dots', () => {
  it('draws every measured value with its interval and nothing for what could not be measured', () => {
    const piece = metricDots(overview, loaded!, 'all', LIGHT_PALETTE);
    expect(points(piece)).toEqual([
      { x: 55.6, y: 0, xMin: 20, xMax: 130, yMin: 0, yMax: 0 },
      { x: 200, y: 1, xMin: 140, xMax: 280, yMin: 1, yMax: 1 }
    ]);
    expect(piece.rows).toBe(3);
  });

  it('says the same in its table, with the reason where there is no value', () => {
    const { table } = metricDots(overview, loaded!, 'all', LIGHT_PALETTE);
    expect(table.rows.map((row) => row.cells)).toEqual([
      ['55.6', '20 to 130', '20 words', '1'],
      ['200', '140 to 280', '20 words', '2'],
      ['The text has 6 words; this needs 10.', '–', '–', '–']
    ]);
    expect(table.rows.map((row) => row.target !== null)).toEqual([true, true, false]);
    expect(table.columns).toHaveLength(5);
  });

  it('gives every dot a spoken summary with unit, interval and sample, and its evidence', () => {
    const piece = metricDots(overview, loaded!, 'all', LIGHT_PALETTE);
    expect(piece.marks).toHaveLength(points(piece).length);
    expect(piece.marks[0]!.summary).toBe(
      'A, The bridge will open in May: 55.6 per 1,000 words, 95% interval 20 to 130, n = 20 words'
    );
    expect(piece.marks[1]!.target).toEqual({
      kind: 'metric',
      metric: 'loaded-language',
      document: 'gazette',
      voice: null
    });
  });

  it('draws a zero hollow and tells the voices apart by shape, not by colour', () => {
    const none = metricDots(overview, hedging!, 'all', LIGHT_PALETTE).config.data.datasets[0] as {
      backgroundColor?: unknown;
    };
    expect(none.backgroundColor).toEqual([LIGHT_PALETTE.paper, LIGHT_PALETTE.sources[1]]);
    const both = metricDots(overview, loaded!, 'both', LIGHT_PALETTE);
    const shapes = both.config.data.datasets[0] as { pointStyle?: unknown };
    expect(shapes.pointStyle).toEqual(['circle', 'rectRot', 'circle']);
    expect(both.table.columns[1]!.label).toBe('Whose words');
  });

  it('shows a metric about the voices themselves for all words', () => {
    const attribution = { ...loaded!, id: 'attribution' };
    const documents = overview.documents.map((document) => ({
      ...document,
      metrics: { attribution: document.metrics['loaded-language']! }
    }));
    const both = metricDots({ ...overview, documents }, attribution, 'both', LIGHT_PALETTE);
    expect(both.marks).toHaveLength(2);
    expect(both.table.columns.map((column) => column.label)).not.toContain('Whose words');
  });
});

describe('overlap matrix', () => {
  const piece = overlapMatrix({ ...overview, claims: 1308 }, LIGHT_PALETTE);

  it('has one cell for every pair, below the diagonal', () => {
    const cells = points(piece);
    expect(cells).toHaveLength(3);
    for (const cell of cells) expect(cell.y).toBeGreaterThan(cell.x);
  });

  it('says on its axis of how many claims it speaks', () => {
    const { title } = (piece.config.options?.scales?.x ?? {}) as { title?: { text?: unknown } };
    const words = title?.text as (of: object) => string;
    const measureText = () => ({ width: 100 });
    expect(words({ chart: { width: 600, ctx: { save() {}, restore() {}, measureText } } })).toBe(
      'shared claims, % · n = 1,308 claims in all'
    );
  });

  it('shades by share and keeps none apart from the most', () => {
    const { backgroundColor } = piece.config.data.datasets[0] as { backgroundColor?: unknown };
    const [most, none] = backgroundColor as string[];
    expect(most).toMatch(/0\.500\)$/u);
    expect(none).toMatch(/0\.030\)$/u);
  });

  it('says counts, share, interval and coverage in its table and leads to the shared claims', () => {
    expect(piece.table.rows[0]).toEqual({
      sources: ['bulletin', 'gazette'],
      cells: ['1', '25%', '5% to 60%', '33%', '100%'],
      target: { kind: 'overlap', a: 'bulletin', b: 'gazette' }
    });
    expect(piece.table.rows[2]!.cells[2]).toBe('no interval');
  });
});
