/** How much of what one source says another says too: read along a row, so each pair stands there twice. */
import { formatInterval, formatShare, plural } from '$lib/view/format';
import { sourceIndex } from '$lib/view/sources';
import type { ChartPiece, Palette } from './chart-piece';
import { cellFigures, figureFont, pairMap, type OverlapOf, type PairCell } from './pair-cells';

/** The claims of the row are looked for in the column. */
interface Cell extends PairCell {
  readonly interval: readonly [number, number] | null;
  readonly shared: number;
}

function cellsOf({ sources, overlap }: OverlapOf): Cell[] {
  const index = sourceIndex(sources);
  const cells = overlap.flatMap((pair): Cell[] => {
    const [a, b] = [index.get(pair.a), index.get(pair.b)];
    if (!a || !b || a === b) return [];
    const { shared } = pair;
    return [
      { row: a, column: b, share: pair.aInB, interval: pair.aInBInterval ?? null, shared },
      { row: b, column: a, share: pair.bInA, interval: pair.bInAInterval ?? null, shared }
    ];
  });
  return cells.sort((x, y) => x.row.index - y.row.index || x.column.index - y.column.index);
}

/**
 * The square of directed coverage.
 *
 * @param claims how many claims each document makes, by id; stands on the diagonal
 */
export function overlapCoverage(
  slice: OverlapOf,
  claims: ReadonlyMap<string, number>,
  palette: Palette
): ChartPiece {
  const { sources } = slice;
  const cells = cellsOf(slice);
  const count = sources.length;
  const summary = ({ row, column, share, interval, shared }: Cell) =>
    `Of what ${row.letter} says, ${formatShare(share)} is in ${column.letter} too: ${shared} of ${plural(claims.get(row.id) ?? 0, 'claim')}, 95% interval ${formatInterval(interval, formatShare)}`;
  const figures = cellFigures('coverage-figures', (ctx, at) => {
    ctx.fillStyle = palette.ink;
    ctx.font = figureFont(14, true);
    for (const { row, column, share } of cells)
      ctx.fillText(formatShare(share), ...at(column.index, row.index));
    ctx.fillStyle = palette.soft;
    ctx.font = figureFont(11);
    for (const { id, index } of sources) ctx.fillText(`n = ${claims.get(id) ?? 0}`, ...at(index, index));
  });
  const axis = (title: string) => ({ sources, min: -0.5, max: Math.max(0.5, count - 0.5), title });
  const config = pairMap(
    {
      label: 'Coverage',
      cells,
      across: count,
      x: axis('is in'),
      y: axis('of what … says'),
      spoken: (at) => {
        const cell = cells[at];
        return cell ? summary(cell).split(/: |, (?=95%)/u) : '';
      },
      figures
    },
    palette
  );
  return {
    title: 'How much of what one says does another say too?',
    config,
    rows: Math.max(1, count),
    marks: cells.map((cell, index) => ({
      datasetIndex: 0,
      index,
      summary: summary(cell),
      target: { kind: 'overlap', a: cell.row.id, b: cell.column.id }
    })),
    table: {
      caption: 'Share of the claims of the first source that the second makes too, with its 95% interval.',
      columns: [
        { label: 'First and second source', numeric: false },
        { label: 'Share', numeric: true },
        { label: '95% interval', numeric: true },
        { label: 'Shared claims', numeric: true },
        { label: 'Claims of the first', numeric: true }
      ],
      rows: cells.map(({ row, column, share, interval, shared }) => ({
        sources: [row.id, column.id],
        cells: [
          formatShare(share),
          formatInterval(interval, formatShare),
          String(shared),
          String(claims.get(row.id) ?? 0)
        ],
        target: { kind: 'overlap', a: row.id, b: column.id }
      }))
    }
  };
}
