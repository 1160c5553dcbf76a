import type { Chart } from 'chart.js';
import { CHART_FONT, type ChartPiece, type Palette } from '$lib/charts/chart-piece';
import { sourcesOf } from '$lib/view/brush';
import type { Source } from '$lib/view/sources';

/** Room around the drawing, in CSS pixels. */
const EDGE = 20;
const TITLE = 18;
const LINE = 20;
/** Sources named below a picture; of more, the letters stand for themselves. */
const MOST_NAMED = 24;
/** Of more sources than this a picture names those that it draws. */
const FEW = 12;
/** Room for the colour of a source before its name. */
const SWATCH = 16;

function wrapped(context: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && context.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The sources that a chart draws, which of a large collection are some. */
function drawnSources({ marks }: ChartPiece, sources: readonly Source[]): readonly Source[] {
  const drawn = new Set(marks.flatMap((mark) => mark.sources ?? sourcesOf(mark.target)));
  return sources.length > FEW && drawn.size > 0 ? sources.filter(({ id }) => drawn.has(id)) : sources;
}

/** A chart that can stand alone: its question above; its sources, what it is about and how it is read below. */
export function chartPicture(
  chart: Chart,
  piece: ChartPiece,
  sources: readonly Source[],
  palette: Palette
): HTMLCanvasElement {
  const { canvas: drawing, width, height } = chart;
  const ratio = drawing.width / Math.max(1, width);
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d')!;
  const titleFont = `bold ${TITLE}px ${CHART_FONT}`;
  const smallFont = `12px ${CHART_FONT}`;
  context.font = titleFont;
  const title = wrapped(context, piece.title, width);
  context.font = smallFont;
  const named = drawnSources(piece, sources);
  const legend = (named.length > MOST_NAMED ? [] : named).flatMap((source) =>
    wrapped(context, `${source.letter}: ${source.short}`, width - SWATCH).map((line, place) => ({
      line,
      // The colour stands at the first line of a name.
      colour: place === 0 ? (palette.sources[source.slot] ?? palette.ink) : null
    }))
  );
  const notes = wrapped(context, [piece.table.caption, piece.reading ?? ''].join(' ').trim(), width);
  const top = EDGE + title.length * (TITLE + 6);
  canvas.width = Math.round((width + 2 * EDGE) * ratio);
  canvas.height = Math.round((top + height + (legend.length + notes.length + 1) * LINE + EDGE) * ratio);
  context.scale(ratio, ratio);
  context.fillStyle = palette.paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.textBaseline = 'top';
  context.fillStyle = palette.ink;
  context.font = titleFont;
  title.forEach((line, index) => context.fillText(line, EDGE, EDGE + index * (TITLE + 6)));
  context.drawImage(drawing, EDGE, top, width, height);
  context.font = smallFont;
  legend.forEach(({ line, colour }, index) => {
    const at = top + height + LINE * (index + 0.5);
    context.fillStyle = colour ?? palette.paper;
    context.fillRect(EDGE, at, 10, 10);
    context.fillStyle = palette.ink;
    context.fillText(line, EDGE + SWATCH, at);
  });
  context.fillStyle = palette.soft;
  notes.forEach((line, index) =>
    context.fillText(line, EDGE, top + height + LINE * (legend.length + index + 0.75))
  );
  return canvas;
}

/** Hands a file to the reader; it is made here and goes nowhere else. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The browser needs the address until it has begun to save.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
