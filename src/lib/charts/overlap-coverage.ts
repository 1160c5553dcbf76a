/** How much of what one source says another says too: read along a row, so each pair stands there twice. */
import type { Chart, ChartConfiguration, Plugin } from 'chart.js';
import type { MatrixDataPoint } from 'chartjs-chart-matrix';
import { formatInterval, formatShare, plural } from '$lib/view/format';
import { sourceIndex, type Source } from '$lib/view/sources';
import { CHART_FONT, type ChartPiece, type Palette, spokenTooltip } from './chart-piece';
import type { OverlapOf } from './overlap-matrix';

interface Cell {
  /** Whose claims are looked for. */
  readonly row: Source;
  /** Where they are looked for. */
  readonly column: Source;
  readonly share: number;
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

/** How dark the fullest cell is; kept light enough for ink to be read on it. */
const MOST_OPAQUE = 0.5;
/** Narrowest cell that has room for its figures, in pixels. */
const SMALLEST_WITH_FIGURES = 36;

function figures(
  cells: readonly Cell[],
  claims: ReadonlyMap<string, number>,
  sources: readonly Source[],
  palette: Palette
): Plugin {
  return {
    id: 'coverage-figures',
    afterDatasetsDraw(chart: Chart) {
      const { ctx, scales } = chart;
      const { x, y } = scales;
      if (!x || !y || Math.abs(x.getPixelForValue(1) - x.getPixelForValue(0)) < SMALLEST_WITH_FIGURES) return;
      ctx.save();
      ctx.textAlign = 'center';
      ctx.textBaseline = 'middle';
      ctx.fillStyle = palette.ink;
      ctx.font = `600 14px ${CHART_FONT}`;
      for (const { row, column, share } of cells) {
        ctx.fillText(formatShare(share), x.getPixelForValue(column.index), y.getPixelForValue(row.index));
      }
      ctx.fillStyle = palette.soft;
      ctx.font = `11px ${CHART_FONT}`;
      for (const { id, index } of sources) {
        const [left, top] = [x.getPixelForValue(index), y.getPixelForValue(index)];
        ctx.fillText(`n = ${claims.get(id) ?? 0}`, left, top);
      }
      ctx.restore();
    }
  };
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
  const most = Math.max(0, ...cells.map(({ share }) => share));
  const heat = ({ share }: Cell) =>
    `rgba(${palette.heat.join(', ')}, ${most === 0 ? 0.03 : (0.03 + (MOST_OPAQUE - 0.03) * (share / most)).toFixed(3)})`;
  const size = (chart: Chart, side: 'width' | 'height') =>
    Math.max(0, (chart.chartArea?.[side] ?? 0) / Math.max(1, count) - 3);
  const summary = ({ row, column, share, interval, shared }: Cell) =>
    `Of what ${row.letter} says, ${formatShare(share)} is in ${column.letter} too: ${shared} of ${plural(claims.get(row.id) ?? 0, 'claim')}, 95% interval ${formatInterval(interval, formatShare)}`;
  const letters = {
    autoSkip: false,
    callback: (value: string | number) => sources[Math.round(Number(value))]?.letter ?? '',
    font: { size: 13, weight: 'bold' as const },
    color: palette.ink
  };
  const axis = (title: string) => ({
    type: 'linear' as const,
    offset: false,
    min: -0.5,
    max: Math.max(0.5, count - 0.5),
    title: { display: true, text: title, color: palette.soft, font: { size: 11 } },
    afterBuildTicks: (scale: { ticks: { value: number }[] }) => {
      scale.ticks = sources.map(({ index }) => ({ value: index }));
    },
    ticks: letters,
    grid: { display: false },
    border: { display: false }
  });
  const config: ChartConfiguration<'matrix', MatrixDataPoint[]> = {
    type: 'matrix',
    data: {
      datasets: [
        {
          label: 'Coverage',
          data: cells.map(({ column, row, share }) => ({ x: column.index, y: row.index, v: share })),
          backgroundColor: cells.map(heat),
          hoverBackgroundColor: cells.map(heat),
          borderColor: palette.rule,
          hoverBorderColor: palette.ink,
          borderWidth: 1,
          hoverBorderWidth: 2,
          width: ({ chart }) => size(chart, 'width'),
          height: ({ chart }) => size(chart, 'height')
        }
      ]
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      interaction: { mode: 'nearest', axis: 'xy', intersect: true },
      plugins: spokenTooltip((item) => {
        const cell = cells[item.dataIndex];
        return cell ? summary(cell).split(/: |, (?=95%)/u) : '';
      }),
      scales: { x: axis('is in'), y: { ...axis('of what … says'), reverse: true } }
    },
    plugins: [figures(cells, claims, sources, palette) as Plugin<'matrix'>]
  };
  return {
    title: 'How much of what one says does another say too?',
    config: config as unknown as ChartConfiguration,
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
