/** What the maps of pairs of sources have in common: cells shaded by a share, with letters along both sides. */
import type { Chart, ChartConfiguration, ChartDataset, Plugin } from 'chart.js';
import type { MatrixDataPoint } from 'chartjs-chart-matrix';
import type { Overlap } from '$lib/analysis/audit-schema';
import type { Source } from '$lib/view/sources';
import { CHART_FONT, type Palette, spokenTooltip } from './chart-piece';

/** What a map of pairs needs of a slice. */
export interface OverlapOf {
  readonly sources: readonly Source[];
  readonly overlap: readonly Overlap[];
  /** How many claims all of them make together: the n of the map. */
  readonly claims?: number;
}

/** A cell: where it stands, and the share that shades it. */
export interface PairCell {
  readonly column: Source;
  readonly row: Source;
  readonly share: number;
}

/** How dark the fullest cell is; kept light enough for ink to be read on it. */
const MOST_OPAQUE = 0.5;
const LEAST_OPAQUE = 0.03;
/** Narrowest cell that has room for its figures, in pixels. */
const SMALLEST_WITH_FIGURES = 36;
/** Between two cells, in pixels. */
const GAP = 3;

type Dataset = ChartDataset<'matrix', MatrixDataPoint[]>;

/** @param across how many cells stand side by side */
function cellDataset(
  label: string,
  cells: readonly PairCell[],
  across: number,
  { heat, rule, ink }: Palette
): Dataset {
  const most = Math.max(0, ...cells.map(({ share }) => share));
  const colours = cells.map(({ share }) => {
    const part = most === 0 ? 0 : share / most;
    return `rgba(${heat.join(', ')}, ${(LEAST_OPAQUE + (MOST_OPAQUE - LEAST_OPAQUE) * part).toFixed(3)})`;
  });
  const size = (chart: Chart, side: 'width' | 'height') =>
    Math.max(0, (chart.chartArea?.[side] ?? 0) / Math.max(1, across) - GAP);
  return {
    label,
    data: cells.map(({ column, row, share }) => ({ x: column.index, y: row.index, v: share })),
    backgroundColor: colours,
    hoverBackgroundColor: colours,
    borderColor: rule,
    hoverBorderColor: ink,
    borderWidth: 1,
    hoverBorderWidth: 2,
    width: ({ chart }) => size(chart, 'width'),
    height: ({ chart }) => size(chart, 'height')
  };
}

/** Figures in the cells, for colour alone is no figure; cells too small for them leave them to the table. */
export function cellFigures(
  id: string,
  draw: (ctx: CanvasRenderingContext2D, at: (column: number, row: number) => [number, number]) => void
): Plugin {
  return {
    id,
    afterDatasetsDraw({ ctx, scales: { x, y } }: Chart) {
      if (!x || !y || Math.abs(x.getPixelForValue(1) - x.getPixelForValue(0)) < SMALLEST_WITH_FIGURES) return;
      ctx.save();
      ctx.textAlign = 'center';
      ctx.textBaseline = 'middle';
      draw(ctx, (column, row) => [x.getPixelForValue(column), y.getPixelForValue(row)]);
      ctx.restore();
    }
  };
}

/** The font of a figure in a cell. */
export const figureFont = (size: number, bold = false): string =>
  `${bold ? '600 ' : ''}${size}px ${CHART_FONT}`;

/** An axis of letters. */
interface LetterAxis {
  /** Of the sources that stand along it. */
  readonly sources: readonly Source[];
  readonly min: number;
  readonly max: number;
  readonly title?: string;
}

function letterAxis({ sources, min, max, title }: LetterAxis, palette: Palette) {
  const letters = new Map(sources.map(({ index, letter }) => [index, letter]));
  return {
    type: 'linear' as const,
    offset: false,
    min,
    max,
    ...(title === undefined
      ? {}
      : { title: { display: true, text: title, color: palette.soft, font: { size: 11 } } }),
    afterBuildTicks: (scale: { ticks: { value: number }[] }) => {
      scale.ticks = sources.map(({ index }) => ({ value: index }));
    },
    ticks: {
      autoSkip: false,
      callback: (value: string | number) => letters.get(Math.round(Number(value))) ?? '',
      font: { size: 13, weight: 'bold' as const },
      color: palette.ink
    },
    grid: { display: false },
    border: { display: false }
  };
}

/** A map of pairs. */
interface PairMap {
  readonly label: string;
  readonly cells: readonly PairCell[];
  readonly across: number;
  readonly x: LetterAxis;
  readonly y: LetterAxis;
  /** What a cell says, line by line. */
  readonly spoken: (cell: number) => string | string[];
  readonly figures: Plugin;
}

/** The configuration of a map of pairs, the first source at the top left. */
export function pairMap(
  { label, cells, across, x, y, spoken, figures }: PairMap,
  palette: Palette
): ChartConfiguration {
  const config: ChartConfiguration<'matrix', MatrixDataPoint[]> = {
    type: 'matrix',
    data: { datasets: [cellDataset(label, cells, across, palette)] },
    options: {
      animation: false,
      maintainAspectRatio: false,
      font: { family: CHART_FONT },
      interaction: { mode: 'nearest', axis: 'xy', intersect: true },
      plugins: spokenTooltip((item) => spoken(item.dataIndex), palette),
      scales: { x: letterAxis(x, palette), y: { ...letterAxis(y, palette), reverse: true } }
    },
    plugins: [figures as Plugin<'matrix'>]
  };
  return config as unknown as ChartConfiguration;
}
