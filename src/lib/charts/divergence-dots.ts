/** Dots with intervals on named rows: the drawing that the charts of divergence share. */
import type { ChartConfiguration, ChartDataset, Plugin } from 'chart.js';
import type { IErrorBarXYDataPoint } from 'chartjs-chart-error-bars';
import { axisTitle, fittedName } from './axis-words';
import { CHART_FONT, type Palette, spokenTooltip } from './chart-piece';
import { hollowDots } from './hollow-dots';

/** One dot of a chart of rows. */
export interface RowDot {
  readonly value: number;
  readonly interval: readonly [number, number] | null;
  readonly colour: string;
  /** Hollow: chance alone may give as much. */
  readonly filled: boolean;
  /** Where two dots share a row: its place, with a fraction that keeps them apart. Its own place unless said. */
  readonly row?: number;
  readonly shape?: 'circle' | 'rectRot';
}

export interface RowLabel {
  readonly text: string;
  readonly colour: string;
  /** The letter of a source, which is bold wherever it stands. */
  readonly letter?: boolean;
}

/** A grey band behind a row with a tick in its middle: what chance alone gives. */
export interface RowBand {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  /** Its own place unless said. */
  readonly row?: number;
}

export interface RowChart {
  readonly dots: readonly RowDot[];
  readonly labels: readonly RowLabel[];
  readonly bands?: readonly RowBand[];
  readonly axis: {
    /** Its parts are divided by " · ". */
    readonly title: string;
    readonly fromZero: boolean;
    /** Ends of the axis at least, where charts stand together. */
    readonly ends?: readonly [number, number];
    readonly format: (value: number) => string;
  };
  /** A dot in words, by its place among the dots. */
  readonly spoken: (dot: number) => string;
  readonly plugins?: readonly Plugin<'scatterWithErrorBars'>[];
}

/** Longest label of a row, in characters; a longer one is cut. */
const LONGEST_LABEL = 24;
/** Height of a band, in pixels. */
const BAND = 12;

/** Draws the bands, each in its row. */
export function rowBands(bands: readonly RowBand[], palette: Palette): Plugin<'scatterWithErrorBars'> {
  return {
    id: 'chance-bands',
    beforeDatasetsDraw(chart) {
      const { ctx, scales } = chart;
      const { x, y } = scales;
      if (!x || !y) return;
      ctx.save();
      bands.forEach(({ low, middle, high, row }, place) => {
        const [left, right] = [x.getPixelForValue(low), x.getPixelForValue(high)];
        const top = y.getPixelForValue(row ?? place) - BAND / 2;
        ctx.fillStyle = palette.rule;
        ctx.fillRect(left, top, right - left, BAND);
        ctx.fillStyle = palette.soft;
        ctx.fillRect(x.getPixelForValue(middle) - 1, top, 2, BAND);
      });
      ctx.restore();
    }
  };
}

function datasetOf(
  dots: readonly RowDot[],
  palette: Palette
): ChartDataset<'scatterWithErrorBars', IErrorBarXYDataPoint[]> {
  const colours = dots.map(({ colour }) => colour);
  const bars = dots.map(({ colour, interval }) => (interval === null ? 'transparent' : colour));
  const dataset = {
    data: dots.map(({ value, interval, row }, index) => ({
      x: value,
      y: row ?? index,
      xMin: interval?.[0] ?? value,
      xMax: interval?.[1] ?? value,
      yMin: row ?? index,
      yMax: row ?? index
    })),
    pointStyle: dots.map(({ shape }) => shape ?? 'circle'),
    radius: 5.5,
    hoverRadius: 7.5,
    hitRadius: 14,
    borderWidth: 2,
    hoverBorderWidth: 2,
    borderColor: colours,
    hoverBackgroundColor: colours,
    backgroundColor: dots.map(({ colour, filled }) => (filled ? colour : palette.paper)),
    errorBarColor: bars,
    errorBarWhiskerColor: bars,
    errorBarLineWidth: 2,
    errorBarWhiskerLineWidth: 2,
    errorBarWhiskerSize: 7
  };
  return dataset;
}

/** Where an axis from zero ends when nothing on it is more. */
const END_OF_NOTHING = 0.1;

/** The configuration of a chart of rows, from top to bottom in their order. */
export function rowChart(
  { dots, labels, bands, axis, spoken, plugins = [] }: RowChart,
  palette: Palette
): ChartConfiguration {
  const ends = [
    ...dots.flatMap(({ value, interval }) => [value, ...(interval ?? [])]),
    ...(bands ?? []).flatMap(({ low, high }) => [low, high]),
    ...(axis.ends ?? [])
  ];
  const most = Math.max(...(axis.fromZero ? [0] : []), ...ends);
  const config: ChartConfiguration<'scatterWithErrorBars', IErrorBarXYDataPoint[]> = {
    type: 'scatterWithErrorBars',
    data: { datasets: [datasetOf(dots, palette)] },
    options: {
      animation: false,
      maintainAspectRatio: false,
      font: { family: CHART_FONT },
      interaction: { mode: 'nearest', axis: 'y', intersect: false },
      layout: { padding: { right: 10 } },
      plugins: spokenTooltip((item) => spoken(item.dataIndex).split(/[,;] /u), palette),
      scales: {
        x: {
          suggestedMin: Math.min(...(axis.fromZero ? [0] : []), ...ends),
          // Where all is zero, the axis would run as far below it as above.
          suggestedMax: axis.fromZero && most === 0 ? END_OF_NOTHING : most,
          title: { display: true, text: axisTitle(axis.title), color: palette.soft, font: { size: 11 } },
          ticks: {
            color: palette.soft,
            maxTicksLimit: 6,
            font: { size: 11 },
            callback: (value) => axis.format(Number(value))
          },
          grid: { color: palette.rule, drawTicks: false },
          border: { display: false }
        },
        y: {
          min: -0.5,
          max: Math.max(0.5, labels.length - 0.5),
          reverse: true,
          afterBuildTicks: (scale) => {
            scale.ticks = labels.map((_, row) => ({ value: row }));
          },
          ticks: {
            autoSkip: false,
            callback(value) {
              return fittedName(labels[Number(value)]?.text ?? '', this.chart, LONGEST_LABEL);
            },
            color: labels.map(({ colour }) => colour),
            font: ({ index }) =>
              labels[index]?.letter ? { size: 13, weight: 'bold' as const } : { size: 12 }
          },
          grid: { display: false },
          border: { display: false }
        }
      }
    },
    plugins: [
      ...(bands ? [rowBands(bands, palette)] : []),
      hollowDots(
        dots.map(({ filled }) => !filled),
        palette
      ) as Plugin<'scatterWithErrorBars'>,
      ...plugins
    ]
  };
  return config as unknown as ChartConfiguration;
}
