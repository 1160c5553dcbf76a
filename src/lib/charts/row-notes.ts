/** Words drawn in the rows of a chart: why there is no dot, or that the dot is a zero. */
import type { Chart, Plugin } from 'chart.js';
import { CHART_FONT, type Palette } from './chart-piece';

/** Words of one row. */
export interface RowNote {
  readonly row: number;
  /** The value at which the mark of the row ends, interval included: the words follow it. Null where there is no mark. */
  readonly x: number | null;
  readonly text: string;
}

/** Between a mark and its words, in pixels. */
const GAP = 8;
/** How far above its row the words stand where there is no room behind the mark, in pixels. */
const RISE = 10;
const HEIGHT = 11;

/** Writes on the plot, on paper, so that no grid line runs through the words. */
export function writeOnPaper(
  ctx: CanvasRenderingContext2D,
  text: string,
  [left, middle]: readonly [number, number],
  palette: Palette
): void {
  ctx.font = `italic ${HEIGHT}px ${CHART_FONT}`;
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  ctx.fillStyle = palette.paper;
  ctx.fillRect(left - 2, middle - 6, ctx.measureText(text).width + 4, HEIGHT + 1);
  ctx.fillStyle = palette.soft;
  ctx.fillText(text, left, middle);
}

/** Draws the notes; a plugin, because Chart.js has no words inside the plot. */
export function rowNotes(notes: readonly RowNote[], palette: Palette): Plugin {
  return {
    id: 'row-notes',
    afterDatasetsDraw(chart: Chart) {
      const { ctx, scales } = chart;
      const { x, y } = scales;
      if (!x || !y) return;
      ctx.save();
      for (const { row, x: end, text } of notes) {
        ctx.font = `italic ${HEIGHT}px ${CHART_FONT}`;
        const wide = ctx.measureText(text).width;
        const left = end === null ? x.left + 6 : x.getPixelForValue(end) + GAP;
        const fits = end === null || left + wide < x.right;
        const middle = y.getPixelForValue(row);
        writeOnPaper(ctx, text, fits ? [left, middle] : [x.right - wide - 2, middle - RISE], palette);
      }
      ctx.restore();
    }
  };
}
