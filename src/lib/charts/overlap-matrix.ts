/** Claim overlap of every pair of sources as a triangle of cells. */
import type { Overlap } from '$lib/analysis/audit-schema';
import { formatInterval, formatNumber, formatShare, plural } from '$lib/view/format';
import { sourceIndex } from '$lib/view/sources';
import { axisTitle } from './axis-words';
import type { ChartPiece, ChartTable, Palette } from './chart-piece';
import { cellFigures, figureFont, pairMap, type OverlapOf, type PairCell } from './pair-cells';

/** The source that comes first is the column. */
export interface Cell extends PairCell {
  readonly pair: Overlap;
}

/** The pairs of a slice, each with its two sources in their order. */
export function pairsOf(overview: OverlapOf): Cell[] {
  const index = sourceIndex(overview.sources);
  return overview.overlap.flatMap((pair) => {
    const [a, b] = [index.get(pair.a), index.get(pair.b)];
    if (!a || !b || a.index === b.index) return [];
    const [column, row] = a.index < b.index ? [a, b] : [b, a];
    return [{ pair, column, row, share: pair.jaccard }];
  });
}

/** A pair in words. */
export function pairWords({ pair, column, row }: Cell): string {
  return `${column.letter} and ${row.letter}: ${plural(pair.shared, 'shared claim')}, ${formatShare(pair.jaccard)} of all claims the two make, 95% interval ${formatInterval(pair.interval, formatShare)}`;
}

/** The pairs as a table, in their order. */
export function pairTable(cells: readonly Cell[]): ChartTable {
  return {
    caption: 'Shared claims of each pair, with the share of all claims the two make and its 95% interval.',
    columns: [
      { label: 'Pair', numeric: false },
      { label: 'Shared claims', numeric: true },
      { label: 'Share of all (Jaccard)', numeric: true },
      { label: '95% interval', numeric: true },
      { label: 'First covered by second', numeric: true },
      { label: 'Second covered by first', numeric: true }
    ],
    rows: cells.map(({ pair }) => ({
      sources: [pair.a, pair.b],
      cells: [
        String(pair.shared),
        formatShare(pair.jaccard),
        formatInterval(pair.interval, formatShare),
        formatShare(pair.aInB),
        formatShare(pair.bInA)
      ],
      target: { kind: 'overlap', a: pair.a, b: pair.b }
    }))
  };
}

/** The heat map of shared claims: each cell holds the count and the Jaccard share of a pair. */
export function overlapMatrix(overview: OverlapOf, palette: Palette): ChartPiece {
  const cells = pairsOf(overview);
  const count = overview.sources.length;
  const figures = cellFigures('cell-figures', (ctx, at) => {
    ctx.fillStyle = palette.ink;
    for (const { pair, column, row } of cells) {
      const [left, top] = at(column.index, row.index);
      ctx.font = figureFont(15, true);
      ctx.fillText(String(pair.shared), left, top - 7);
      ctx.font = figureFont(11);
      ctx.fillText(formatShare(pair.jaccard), left, top + 10);
    }
  });
  const config = pairMap(
    {
      label: 'Shared claims',
      cells,
      across: count - 1,
      x: {
        sources: overview.sources.slice(0, -1),
        min: -0.5,
        max: Math.max(0.5, count - 1.5),
        ...(overview.claims === undefined
          ? {}
          : { title: axisTitle(`shared claims, % · n = ${formatNumber(overview.claims, 0)} claims in all`) })
      },
      y: { sources: overview.sources.slice(1), min: 0.5, max: Math.max(1.5, count - 0.5) },
      spoken: (at) => {
        const cell = cells[at];
        return cell ? pairWords(cell).split(/, (?=\d+%? |95%)/u) : '';
      },
      figures
    },
    palette
  );
  return {
    title: 'How many claims does each pair share?',
    config,
    marks: cells.map((cell, index) => ({
      datasetIndex: 0,
      index,
      summary: pairWords(cell),
      target: { kind: 'overlap', a: cell.pair.a, b: cell.pair.b }
    })),
    rows: Math.max(1, count - 1),
    table: pairTable(cells)
  };
}
