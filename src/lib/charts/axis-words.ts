/** Words along the axes of a chart, which must fit whether it is as wide as a page or as a telephone. */
import type { Chart } from 'chart.js';
import { formatNumber } from '$lib/view/format';
import { CHART_FONT } from './chart-piece';

/** The part of a chart that names beside its rows may take; Chart.js cuts off what is beyond a half. */
const NAMES_SHARE = 0.42;
const NAME_FONT = `12px ${CHART_FONT}`;

/** A name beside a row, shortened to the room there is in the chart. */
export function fittedName(
  name: string,
  { ctx, width }: Pick<Chart, 'ctx' | 'width'>,
  longest: number
): string {
  ctx.save();
  ctx.font = NAME_FONT;
  let text = name.length > longest ? `${name.slice(0, longest - 1).trimEnd()}…` : name;
  for (let end = text.length - 2; end > 1 && ctx.measureText(text).width > width * NAMES_SHARE; end -= 1) {
    text = `${name.slice(0, end).trimEnd()}…`;
  }
  ctx.restore();
  return text;
}

/** Narrower than this, in pixels, an axis has its title in lines: in one line it would be squeezed. */
const NARROW = 420;

const TITLE_FONT = `11px ${CHART_FONT}`;
/** What stands beside a title, in pixels: letters of sources to its left and the end of the last number. */
const BESIDE_TITLE = 60;

/** As many parts in a line as there is room for. */
function titleLines(parts: readonly string[], { ctx, width }: Pick<Chart, 'ctx' | 'width'>): string[] {
  ctx.save();
  ctx.font = TITLE_FONT;
  const lines: string[] = [];
  for (const part of parts) {
    const longer = lines.length === 0 ? part : `${lines.at(-1)} · ${part}`;
    if (lines.length > 0 && ctx.measureText(longer).width > width - BESIDE_TITLE) lines.push(part);
    else lines.splice(-1, 1, longer);
  }
  ctx.restore();
  return lines;
}

/**
 * A title whose parts, divided by " · ", stand below one another where the chart is narrow, and in as many lines as
 * it takes where one is too long for a wide one. Chart.js asks options of an axis for their value if they are
 * functions; its types do not say so of a title.
 */
export function axisTitle(text: string): string {
  const fitted = ({ chart }: { readonly chart: Pick<Chart, 'ctx' | 'width'> }): string | string[] => {
    const parts = text.split(' · ');
    const lines = chart.width < NARROW ? parts : titleLines(parts, chart);
    return lines.length === 1 ? text : lines;
  };
  return fitted as unknown as string;
}

/** A number on an axis, with as many decimals as its neighbours and a true minus sign. */
export function tickWords(value: number, ticks: readonly { readonly value: number }[]): string {
  const decimals = (number: number) => (String(Number(number.toFixed(3))).split('.')[1] ?? '').length;
  return value === 0 ? '0' : formatNumber(value, Math.max(0, ...ticks.map((tick) => decimals(tick.value))));
}
