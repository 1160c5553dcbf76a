/** The lines and paragraphs of a PDF page, from pieces of text with their places. */

/** A piece of text as PDF.js gives it; sizes in points, y upwards. */
export interface PdfPiece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PdfLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly end: number;
  readonly height: number;
}

/** Pieces whose baselines are this near, in heights, stand on one line. */
const SAME_LINE = 0.5;
/** A gap between pieces of more than this, in heights, is a space. */
const SPACE = 0.15;
/** More than this times the usual distance of lines parts paragraphs. */
const PARAGRAPH = 1.35;

/** Lines in the order in which the page was written, which is the reading order of nearly all writers. */
export function linesOf(pieces: readonly PdfPiece[]): PdfLine[] {
  const lines: PdfLine[] = [];
  let words: string[] = [];
  let start: PdfPiece | null = null;
  let end = 0;
  let height = 0;
  const close = () => {
    const text = words.join('').replace(/\s+/gu, ' ').trim();
    if (start && text !== '') lines.push({ text, x: start.x, y: start.y, end, height });
    words = [];
    start = null;
    height = 0;
  };
  for (const piece of pieces) {
    if (piece.text === '') continue;
    const size = Math.max(piece.height, height, 1);
    if (
      start !== null &&
      (Math.abs(piece.y - (start as PdfPiece).y) > size * SAME_LINE || piece.x < end - size * 2)
    ) {
      close();
    }
    if (start === null) start = piece;
    else if (piece.x - end > size * SPACE) words.push(' ');
    words.push(piece.text);
    end = piece.x + piece.width;
    if (piece.text.trim() !== '') height = Math.max(height, piece.height);
  }
  close();
  return lines;
}

/** The distance of lines within a paragraph: a quarter of all are no wider, even on a page of short paragraphs. */
function lineDistance(distances: readonly number[]): number {
  const sorted = distances.filter((distance) => distance > 0).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 4)] ?? 0;
}

/** Adds a line. A word cut at the end of the one above is put together again; a hyphen before a capital or a digit stays. */
function addLine(lines: string[], below: string): void {
  const above = lines.at(-1)!;
  if (/\p{Ll}[-\u00ad\u2010]$/u.test(above.slice(-3)) && /^\p{Ll}/u.test(below)) {
    lines[lines.length - 1] = above.slice(0, -1);
  } else if (!above.endsWith('-')) lines.push(' ');
  lines.push(below);
}

/**
 * Puts lines together to paragraphs. A paragraph ends at a wide gap, at a change of letter size, or at a line
 * that ends a sentence well before the margin.
 */
export function paragraphsOf(lines: readonly PdfLine[]): string[] {
  const distances = lines.slice(1).map((line, index) => lines[index]!.y - line.y);
  const usual = lineDistance(distances);
  const margin = lines.reduce((most, { end }) => Math.max(most, end), 0);
  // In pieces: a paragraph of a thousand lines is not read again for each.
  const paragraphs: string[][] = [];
  lines.forEach((line, index) => {
    const above = lines[index - 1];
    const distance = above ? above.y - line.y : 0;
    const starts =
      !above ||
      (distance > 0 && distance > usual * PARAGRAPH) ||
      Math.abs(above.height - line.height) > Math.max(above.height, line.height) * 0.15 ||
      (/[.!?:”"’)]$/u.test(above.text) &&
        above.end < margin * 0.85 &&
        /^[\p{Lu}\p{N}“"‘(•–—-]/u.test(line.text)) ||
      /^[•◦▪●]/u.test(line.text);
    if (starts) paragraphs.push([line.text]);
    else addLine(paragraphs.at(-1)!, line.text);
  });
  return paragraphs.map((pieces) => pieces.join(''));
}

const withoutDigits = (text: string): string => text.replace(/\p{N}+/gu, '#').toLowerCase();

/**
 * The lines at the head and foot of pages that repeat from page to page, and page numbers. They are set aside.
 *
 * @returns for each page, the indexes of such lines
 */
export function runningLines(pages: readonly (readonly PdfLine[])[]): ReadonlySet<number>[] {
  const EDGE = 2;
  const edges = pages.map((lines) => [
    ...new Set([...lines.keys()].filter((index) => index < EDGE || index >= lines.length - EDGE))
  ]);
  const seen = new Map<string, number>();
  pages.forEach((lines, page) => {
    for (const key of new Set(edges[page]!.map((index) => withoutDigits(lines[index]!.text)))) {
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
  });
  const often = Math.max(3, Math.ceil(pages.length * 0.5));
  return pages.map((lines, page) => {
    const running = edges[page]!.filter((index) => {
      const { text } = lines[index]!;
      const repeats = text.length < 120 && (seen.get(withoutDigits(text)) ?? 0) >= often;
      const pageNumber =
        pages.length > 1 &&
        /^(?:page\s)?[\s–—-]{0,3}(?:\d{1,4}|[ivxl]{1,6})(?:\s?(?:of|\/)\s?\d{1,4})?[\s–—-]{0,3}$/i.test(text);
      return repeats || pageNumber;
    });
    return new Set(running.length < lines.length ? running : []);
  });
}
