/** How the values of many sources are spread: bars between the rows of a chart, on the same axis. */
import type { ChartDataset, Plugin } from 'chart.js';
import type { MatrixDataPoint } from 'chartjs-chart-matrix';
import { formatNumber, plural, withUnit } from '$lib/view/format';
import { HISTOGRAM_ROWS, type BetweenRow, type ValueBar } from '$lib/view/metric-rows';
import type { Palette } from './chart-piece';
import { writeOnPaper } from './row-notes';

/** The bars are drawn from this dataset; dots come from the first. */
export const BARS_DATASET = 1;

/** Room in the rows that no bar reaches, so that the count above the highest bar can be read. */
const HEADROOM = 0.75;

/** A bar in words. */
export function barWords({ low, high, sources }: ValueBar, unit: string): string {
  return `${plural(sources, 'source')} between ${formatNumber(low)} and ${withUnit(formatNumber(high), unit)}`;
}

/** The bars as a dataset of rectangles that can be pointed at and walked. */
export function valueBars(
  { bars, row }: BetweenRow,
  palette: Palette
): ChartDataset<'matrix', MatrixDataPoint[]> {
  const most = Math.max(1, ...bars.map(({ sources }) => sources));
  const foot = row + HISTOGRAM_ROWS - 0.6;
  return {
    type: 'matrix',
    label: 'Sources between',
    data: bars.map(({ low, sources }) => ({ x: low, y: foot, v: sources })),
    anchorX: 'left',
    anchorY: 'bottom',
    backgroundColor: palette.soft,
    hoverBackgroundColor: palette.ink,
    borderWidth: 0,
    width: ({ chart, dataIndex }) => {
      const { x } = chart.scales;
      const bar = bars[dataIndex];
      if (!x || !bar) return 0;
      // All values are the same: a bar of no width would not be seen.
      return Math.max(6, x.getPixelForValue(bar.high) - x.getPixelForValue(bar.low) - 1);
    },
    height: ({ chart, dataIndex }) => {
      const { y } = chart.scales;
      const bar = bars[dataIndex];
      if (!y || !bar) return 0;
      const room = Math.abs(y.getPixelForValue(1) - y.getPixelForValue(0)) * (HISTOGRAM_ROWS - HEADROOM);
      return Math.max(2, (bar.sources / most) * room);
    }
  } as ChartDataset<'matrix', MatrixDataPoint[]>;
}

/** Says above the bars what they are, and draws the middle half of the values under them. */
export function betweenBand({ row, sources, low, middle, high }: BetweenRow, palette: Palette): Plugin {
  return {
    id: 'between-band',
    afterDatasetsDraw(chart) {
      const { ctx, scales } = chart;
      const { x, y } = scales;
      if (!x || !y) return;
      ctx.save();
      const foot = y.getPixelForValue(row + HISTOGRAM_ROWS - 0.6) + 2;
      ctx.fillStyle = palette.rule;
      ctx.fillRect(x.getPixelForValue(low), foot, x.getPixelForValue(high) - x.getPixelForValue(low), 4);
      ctx.fillStyle = palette.ink;
      ctx.fillRect(x.getPixelForValue(middle) - 1, foot, 2, 4);
      const words = `${formatNumber(sources, 0)} between`;
      writeOnPaper(ctx, words, [x.left + 6, y.getPixelForValue(row - 0.3)], palette);
      ctx.restore();
    }
  };
}
