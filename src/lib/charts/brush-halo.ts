/** Brings out marks of a chart that is drawn already: a band behind them and a ring around them. */
import type { Chart, Plugin } from 'chart.js';
import type { ChartMark, Palette } from './chart-piece';

/** Room between a mark and its ring, in pixels. */
const GAP = 5;
/** How much of the ink the band has. */
const BAND_SHADE = 0.09;

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly round: boolean;
}

/** Where a mark lies and how large it is, whatever it is drawn with. */
function placed(chart: Chart, { datasetIndex, index }: ChartMark): Placed | null {
  const element = chart.getDatasetMeta(datasetIndex).data[index];
  if (!element) return null;
  const { x, y, width, height, base, horizontal } = element.getProps(
    ['x', 'y', 'width', 'height', 'base', 'horizontal'],
    true
  ) as { x: number; y: number; width?: number; height?: number; base?: number; horizontal?: boolean };
  if (base !== undefined && height !== undefined && width !== undefined) {
    const length = Math.abs((horizontal ? x : y) - base);
    return horizontal
      ? { x: (x + base) / 2, y, width: length, height, round: false }
      : { x, y: (y + base) / 2, width, height: length, round: false };
  }
  if (width !== undefined && height !== undefined) {
    return { x: x + width / 2, y: y + height / 2, width, height, round: false };
  }
  const { radius } = element.options as { radius?: unknown };
  const size = 2 * (typeof radius === 'number' ? radius : 5);
  return { x, y, width: size, height: size, round: true };
}

/**
 * A plugin that draws around the marks that `held` names, and asks anew at every drawing.
 * @param rows true where each mark has a row of its own, which the band then fills
 */
export function brushHalo(
  marks: readonly ChartMark[],
  held: (mark: ChartMark) => boolean,
  palette: Palette,
  rows: boolean
): Plugin {
  const all = (chart: Chart) => {
    const found = marks.filter(held);
    // A chart that is about this source alone has nothing to bring out.
    return found.length === marks.length ? [] : found.flatMap((mark) => placed(chart, mark) ?? []);
  };
  return {
    id: 'brush-halo',
    beforeDatasetsDraw(chart) {
      if (!rows) return;
      const { ctx, chartArea } = chart;
      ctx.save();
      ctx.globalAlpha = BAND_SHADE;
      ctx.fillStyle = palette.ink;
      for (const { y, height } of all(chart)) {
        ctx.fillRect(0, y - height / 2 - GAP, chartArea.right, height + 2 * GAP);
      }
      ctx.restore();
    },
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      ctx.save();
      ctx.strokeStyle = palette.ink;
      ctx.lineWidth = 2;
      for (const { x, y, width, height, round } of all(chart)) {
        if (round) {
          ctx.beginPath();
          ctx.arc(x, y, width / 2 + GAP - 1, 0, 2 * Math.PI);
          ctx.stroke();
        } else ctx.strokeRect(x - width / 2 + 1, y - height / 2 + 1, width - 2, height - 2);
      }
      ctx.restore();
    }
  };
}
