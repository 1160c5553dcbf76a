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
    // A soft hyphen within a line is not seen; one at its end is read when lines are put together.
    const text = words
      .join('')
      .replace(/\s+/gu, ' ')
      .trim()
      .replace(/[\u00AD\u200B](?!$)/gu, '');
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

/** First parts of words that are written with a hyphen, also where no line ends. */
const HYPHENED =
  /(?:^|[^\p{L}])(?:self|non|ex|half|well|all|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/iu;
const NO_WORD = /[^\p{L}-]/u;
/** The sign of a hyphen that stands because a line ends there; writers who use it mean the other one as it is. */
const LINE_END_HYPHEN = /[\u00ad\u2010]$/u;

/** What a file shows of its hyphens: those of words are kept, those of line ends are not. */
export interface Hyphens {
  /** Words that have a hyphen within a line, in small letters. */
  readonly words: ReadonlySet<string>;
  /** True where line ends have a sign of their own. */
  readonly marked: boolean;
}

/** Reads all lines of a file for the words that it writes with a hyphen. */
export function hyphensOf(pages: readonly (readonly PdfLine[])[]): Hyphens {
  const words = new Set<string>();
  let marked = false;
  for (const { text } of pages.flat()) {
    marked ||= LINE_END_HYPHEN.test(text);
    if (!text.includes('-')) continue;
    for (const word of text.toLowerCase().split(NO_WORD)) if (/\p{L}-\p{L}/u.test(word)) words.add(word);
  }
  return { words, marked };
}

const NO_HYPHENS: Hyphens = { words: new Set(), marked: false };

/** True when the hyphen at the end of a line belongs to the word that goes on below. */
function staysHyphened(above: string, below: string, hyphens: Hyphens): boolean {
  if (!above.endsWith('-')) return false;
  const word = `${above.slice(-32).split(NO_WORD).at(-1)!}${below.slice(0, 32).split(NO_WORD)[0]!}`;
  return hyphens.marked || HYPHENED.test(above.slice(-16, -1)) || hyphens.words.has(word.toLowerCase());
}

/** Adds a line. A word cut at the end of the one above is put together again; a hyphen before a capital or a digit stays. */
function addLine(lines: string[], below: string, hyphens: Hyphens): void {
  const above = lines.at(-1)!;
  if (/\p{Ll}[-\u00ad\u2010]$/u.test(above.slice(-3)) && /^\p{Ll}/u.test(below)) {
    if (!staysHyphened(above, below, hyphens)) lines[lines.length - 1] = above.slice(0, -1);
  } else if (!above.endsWith('-')) lines.push(' ');
  lines.push(below);
}

/** Starts of lines that differ by less, in points, stand in one column. */
const COLUMN = 40;

/**
 * Where the lines of a column end, for the column that a line stands in and letters of its size: beside a second
 * column every line of the first would be a short one.
 */
function margins(lines: readonly PdfLine[]): (line: PdfLine) => number {
  const ends = new Map<string, number>();
  const key = ({ height }: PdfLine, column: number): string => `${Math.round(height)} ${column}`;
  const columnOf = ({ x }: PdfLine): number => Math.round(x / COLUMN);
  for (const line of lines) {
    const place = key(line, columnOf(line));
    ends.set(place, Math.max(ends.get(place) ?? 0, line.end));
  }
  return (line) =>
    Math.max(...[-1, 0, 1].map((aside) => ends.get(key(line, columnOf(line) + aside)) ?? line.end));
}

/** The first letter of a name ends no sentence. */
const INITIAL = /(?:^|[\s(])\p{Lu}\.$/u;

/** True where a line ends well before the margin. */
const isShort = ({ x, end }: PdfLine, margin: number): boolean => end - x < (margin - x) * 0.85;

/**
 * Puts lines together to paragraphs. A paragraph ends at a wide gap, at a change of letter size, or at a line
 * that ends a sentence well before the margin.
 */
export function paragraphsOf(lines: readonly PdfLine[], hyphens: Hyphens = NO_HYPHENS): string[] {
  const distances = lines.slice(1).map((line, index) => lines[index]!.y - line.y);
  const usual = lineDistance(distances);
  const marginOf = margins(lines);
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
        !INITIAL.test(above.text) &&
        isShort(above, marginOf(above)) &&
        /^[\p{Lu}\p{N}“"‘(•–—-]/u.test(line.text)) ||
      /^[•◦▪●]/u.test(line.text);
    if (starts) paragraphs.push([line.text]);
    else addLine(paragraphs.at(-1)!, line.text, hyphens);
  });
  return paragraphs.map((pieces) => pieces.join(''));
}
