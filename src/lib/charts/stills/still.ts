/** A chart as a picture that needs no script: the same chart function, drawn into an SVG. */
import { BasicPlatform, Chart, type ChartConfiguration } from 'chart.js';
import type { ChartPiece, Palette } from '../chart-piece';
import { CHART_PARTS } from '../chart-parts';
import { SvgContext, type Paint, type StillShape } from './svg-context';

export interface Still {
  /** Pixels of the drawing; the page may show it smaller. */
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly StillShape[];
}

/** Marks the heat scale, whose colour comes as red, green and blue. */
const HEAT = [1, 2, 3] as const;

/** Names instead of colours: the page that holds the picture gives them their colours, light or dark. */
export const STILL_PALETTE: Palette = {
  ink: 'var(--ink)',
  soft: 'var(--ink-soft)',
  rule: 'var(--rule)',
  paper: 'var(--paper)',
  sources: [...'abcdefgh'].map((letter) => `source-${letter}`),
  heat: HEAT
};

/** A colour mixed from `HEAT`, with its strength. */
const HEAT_COLOUR = /^rgba\(1, 2, 3, ([\d.]{1,20})\)$/u;

const paint: Paint = (colour, property) => {
  if (colour === 'transparent') return { [property]: 'none' };
  if (colour.startsWith('source-')) return { class: colour, [property]: 'var(--source)' };
  const heat = HEAT_COLOUR.exec(colour);
  return heat ? { [property]: 'var(--heat)', [`${property}-opacity`]: heat[1]! } : { [property]: colour };
};

/** Heights of rows, and of what stands around them, in pixels; the same as on a page. */
const ROWS = {
  plain: { row: 27, close: 20, around: 54 },
  roomy: { row: 40, close: 28, around: 54 },
  tall: { row: 60, close: 60, around: 40 }
} as const;

/** With more rows than this they stand closer: two thirds of a sheet of paper for one drawing left the rest empty. */
const MANY_ROWS = 11;

export type RowHeight = keyof typeof ROWS;

/**
 * Draws a piece made with `STILL_PALETTE`. The same piece gives the same shapes.
 *
 * @param width in pixels
 * @param rows how much room a row takes: `tall` for figures inside, `roomy` for two marks each
 */
export function drawStill(piece: Pick<ChartPiece, 'config' | 'rows'>, width: number, rows: RowHeight): Still {
  Chart.register(...CHART_PARTS);
  const { row, close, around } = ROWS[rows];
  const height = Math.max(1, piece.rows) * (piece.rows > MANY_ROWS ? close : row) + around;
  const canvas = { width, height, getContext: () => context };
  const context = new SvgContext(canvas, paint);
  const { config } = piece;
  const settled: ChartConfiguration = {
    ...config,
    platform: BasicPlatform,
    options: { ...config.options, animation: false, responsive: false, devicePixelRatio: 1, events: [] }
  };
  // Chart.js asks of a canvas no more than its size and its context when it does not run in a page.
  const chart = new Chart(canvas as unknown as HTMLCanvasElement, settled);
  chart.destroy();
  return { width, height, shapes: context.shapes };
}
