/** Hollow dots that are hollow: Chart.js draws the bar of an interval over its dot, which would fill the ring. */
import type { Chart, Plugin } from 'chart.js';
import type { Palette } from './chart-piece';

interface Dot {
  readonly active?: boolean;
  readonly x: number;
  readonly y: number;
  readonly options: {
    readonly radius?: number;
    readonly borderColor?: string;
    readonly borderWidth?: number;
    readonly pointStyle?: unknown;
  };
}

/** @param hollow for each dot of the first dataset, whether it is */
export function hollowDots(hollow: readonly boolean[], palette: Palette): Plugin {
  return {
    id: 'hollow-dots',
    afterDatasetsDraw(chart: Chart) {
      const { ctx } = chart;
      const dots = chart.getDatasetMeta(0).data as unknown as readonly Dot[];
      ctx.save();
      dots.forEach(({ active, x, y, options }, index) => {
        // One that is pointed at is filled.
        if (!hollow[index] || active) return;
        const { radius = 5, borderColor = palette.ink, borderWidth = 2, pointStyle } = options;
        ctx.beginPath();
        if (pointStyle === 'rectRot') {
          ctx.moveTo(x, y - radius);
          ctx.lineTo(x + radius, y);
          ctx.lineTo(x, y + radius);
          ctx.lineTo(x - radius, y);
          ctx.closePath();
        } else ctx.arc(x, y, radius, 0, 2 * Math.PI);
        ctx.fillStyle = palette.paper;
        ctx.fill();
        ctx.strokeStyle = borderColor;
        ctx.lineWidth = borderWidth;
        ctx.stroke();
      });
      ctx.restore();
    }
  };
}
