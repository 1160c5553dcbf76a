/** Claim overlap of every pair of sources as a triangle of cells. */
import type { Chart, ChartConfiguration, Plugin } from 'chart.js';
import type { MatrixDataPoint } from 'chartjs-chart-matrix';
import type { Overlap } from '$lib/analysis/audit-schema';
import { formatInterval, formatShare, plural } from '$lib/view/format';
import { sourceIndex, type Source } from '$lib/view/sources';
import { CHART_FONT, type ChartPiece, type Palette, spokenTooltip } from './chart-piece';

/** What the chart needs of a slice. */
export interface OverlapOf {
  readonly sources: readonly Source[];
  readonly overlap: readonly Overlap[];
}

interface Cell {
  readonly pair: Overlap;
  /** The source that comes first. */
  readonly column: Source;
  readonly row: Source;
}

function cellsOf(overview: OverlapOf): Cell[] {
  const index = sourceIndex(overview.sources);
  return overview.overlap.flatMap((pair) => {
    const [a, b] = [index.get(pair.a), index.get(pair.b)];
    if (!a || !b || a.index === b.index) return [];
    return [a.index < b.index ? { pair, column: a, row: b } : { pair, column: b, row: a }];
  });
}

/** How dark the fullest cell is; kept light enough for ink to be read on it. */
const MOST_OPAQUE = 0.5;

/** Narrowest cell that has room for its figures, in pixels. */
const SMALLEST_WITH_FIGURES = 36;

/** Draws the shared count and the share into each cell; colour alone is no figure. */
function cellFigures(cells: readonly Cell[], palette: Palette): Plugin {
  return {
    id: 'cell-figures',
    afterDatasetsDraw(chart: Chart) {
      const { ctx, scales } = chart;
      const { x, y } = scales;
      if (!x || !y) return;
      // Cells too small for figures leave them to the table.
      if (Math.abs(x.getPixelForValue(1) - x.getPixelForValue(0)) < SMALLEST_WITH_FIGURES) return;
      ctx.save();
      ctx.textAlign = 'center';
      ctx.textBaseline = 'middle';
      for (const { pair, column, row } of cells) {
        const [left, top] = [x.getPixelForValue(column.index), y.getPixelForValue(row.index)];
        ctx.fillStyle = palette.ink;
        ctx.font = `600 15px ${CHART_FONT}`;
        ctx.fillText(String(pair.shared), left, top - 7);
        ctx.fillStyle = palette.ink;
        ctx.font = `11px ${CHART_FONT}`;
        ctx.fillText(formatShare(pair.jaccard), left, top + 10);
      }
      ctx.restore();
    }
  };
}

function summary({ pair, column, row }: Cell): string {
  return `${column.letter} and ${row.letter}: ${plural(pair.shared, 'shared claim')}, ${formatShare(pair.jaccard)} of all claims the two make, 95% interval ${formatInterval(pair.interval, formatShare)}`;
}

/** The heat map of shared claims: each cell holds the count and the Jaccard share of a pair. */
export function overlapMatrix(overview: OverlapOf, palette: Palette): ChartPiece {
  const cells = cellsOf(overview);
  const count = overview.sources.length;
  const most = Math.max(0, ...cells.map(({ pair }) => pair.jaccard));
  const heat = (share: number) =>
    `rgba(${palette.heat.join(', ')}, ${most === 0 ? 0.03 : (0.03 + (MOST_OPAQUE - 0.03) * (share / most)).toFixed(3)})`;
  const size = (chart: Chart, side: 'width' | 'height') =>
    Math.max(0, (chart.chartArea?.[side] ?? 0) / Math.max(1, count - 1) - 3);
  const letters = {
    autoSkip: false,
    callback: (value: string | number) => overview.sources[Math.round(Number(value))]?.letter ?? '',
    font: { size: 13, weight: 'bold' as const },
    color: palette.ink
  };
  const config: ChartConfiguration<'matrix', MatrixDataPoint[]> = {
    type: 'matrix',
    data: {
      datasets: [
        {
          label: 'Shared claims',
          data: cells.map(({ column, row, pair }) => ({ x: column.index, y: row.index, v: pair.jaccard })),
          backgroundColor: cells.map(({ pair }) => heat(pair.jaccard)),
          borderColor: palette.rule,
          hoverBorderColor: palette.ink,
          hoverBackgroundColor: cells.map(({ pair }) => heat(pair.jaccard)),
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
        return cell ? summary(cell).split(/, (?=\d+%? |95%)/u) : '';
      }),
      scales: {
        x: {
          type: 'linear',
          offset: false,
          min: -0.5,
          max: Math.max(0.5, count - 1.5),
          afterBuildTicks: (axis) => {
            axis.ticks = overview.sources.slice(0, -1).map((source) => ({ value: source.index }));
          },
          ticks: letters,
          grid: { display: false },
          border: { display: false }
        },
        y: {
          type: 'linear',
          offset: false,
          min: 0.5,
          max: Math.max(1.5, count - 0.5),
          reverse: true,
          afterBuildTicks: (axis) => {
            axis.ticks = overview.sources.slice(1).map((source) => ({ value: source.index }));
          },
          ticks: letters,
          grid: { display: false },
          border: { display: false }
        }
      }
    },
    plugins: [cellFigures(cells, palette) as Plugin<'matrix'>]
  };
  return {
    title: 'How many claims does each pair share?',
    config: config as unknown as ChartConfiguration,
    marks: cells.map((cell, index) => ({
      datasetIndex: 0,
      index,
      summary: summary(cell),
      target: { kind: 'overlap', a: cell.pair.a, b: cell.pair.b }
    })),
    rows: Math.max(1, count - 1),
    table: {
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
    }
  };
}
