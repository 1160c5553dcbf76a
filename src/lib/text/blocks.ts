import { couldBeHeading, endsSentence, isMarkedHeading, listMarker, markdownMarker } from './headings';
import type { Block } from './document';
import type { Line } from './lines';

/** A stretch of text to be read as one: a paragraph, a heading or a list item. */
export interface RawBlock {
  readonly kind: Block['kind'];
  readonly start: number;
  readonly end: number;
  /** Where its words begin, past a bullet, a list number or a Markdown mark. */
  readonly content: number;
}

/** Widest column that text is wrapped at by hand or by mail programs, in UTF-16 units. */
const MAX_COLUMN = 130;
const MIN_COLUMN = 40;
/** Lines may fall this short of the widest one and still have been broken by the same column. */
const RAGGED = 3;

const STARTS_LOWER = /^\p{Ll}/u;

function firstWordLength(line: string): number {
  const space = line.search(/\s/);
  return space < 0 ? line.length : space;
}

/** True when the next line's first word would not have fitted on this one. */
function isFull(line: Line, next: Line, column: number): boolean {
  return line.text.length + 1 + firstWordLength(next.text) > column - RAGGED;
}

/** The column at which a text's lines were broken, or 0 when they are paragraphs of their own. */
function wrapColumn(lines: readonly Line[]): number {
  const pairs: [Line, Line][] = [];
  for (let i = 0; i + 1 < lines.length; i++) {
    if (!lines[i + 1]!.gap) pairs.push([lines[i]!, lines[i + 1]!]);
  }
  let column = 0;
  for (const line of lines) column = Math.max(column, line.text.length);
  if (pairs.length < 2 || column < MIN_COLUMN || column > MAX_COLUMN) return 0;
  const open = pairs.filter(([line]) => !endsSentence(line.text));
  const full = open.filter(([line, next]) => isFull(line, next, column));
  return full.length >= 2 && full.length >= 0.7 * open.length ? column : 0;
}

function joins(line: Line, next: Line, column: number): boolean {
  if (next.gap || isMarkedHeading(next.text) || listMarker(next.text) > 0) return false;
  if (isMarkedHeading(line.text) && !STARTS_LOWER.test(next.text)) return false;
  if (column > 0 && isFull(line, next, column)) return true;
  return !endsSentence(line.text) && STARTS_LOWER.test(next.text);
}

/** Groups lines that were broken by a column, not by the writer. */
function unwrap(lines: readonly Line[]): (readonly Line[])[] {
  const column = wrapColumn(lines);
  const groups: Line[][] = [];
  for (const line of lines) {
    const group = groups[groups.length - 1];
    const last = group?.[group.length - 1];
    if (group && last && joins(last, line, column)) group.push(line);
    else groups.push([line]);
  }
  return groups;
}

/** Numbered lines right after one another are a list, not headings. */
function isNumbered(group: readonly Line[] | undefined): boolean {
  return group !== undefined && /^\d/.test(group[0]!.text) && listMarker(group[0]!.text) > 0;
}

/** More lines in a row than this that all could be headings are a list, a table or a poem. */
const MAX_HEADINGS_IN_A_ROW = 3;

/** Cuts the lines that are kept into blocks. One block alone is a paragraph, whatever it looks like. */
export function blocksOf(lines: readonly Line[]): RawBlock[] {
  const groups = unwrap(lines);
  const candidate = groups.map((group) => group.length === 1 && couldBeHeading(group[0]!.text));
  const noBody = candidate.every(Boolean);
  const blocks: RawBlock[] = [];
  let run = 0;
  for (let i = 0; i < groups.length; i++) {
    const group = groups[i]!;
    const first = group[0]!;
    const start = first.start;
    const end = group[group.length - 1]!.end;
    if (!candidate[i]) run = 0;
    else if (run === 0) while (candidate[i + run]) run++;
    const marker = markdownMarker(first.text);
    if (marker > 0 && group.length === 1) {
      blocks.push({ kind: 'heading', start, end, content: start + marker });
      continue;
    }
    const heading =
      candidate[i] === true &&
      !(isNumbered(groups[i]) && (isNumbered(groups[i - 1]) || isNumbered(groups[i + 1]))) &&
      !noBody &&
      run <= MAX_HEADINGS_IN_A_ROW &&
      (isMarkedHeading(first.text) || i + run < groups.length);
    if (heading) {
      blocks.push({ kind: 'heading', start, end, content: start });
    } else {
      const bullet = listMarker(first.text);
      blocks.push({ kind: bullet > 0 ? 'list-item' : 'paragraph', start, end, content: start + bullet });
    }
    if (candidate[i] && !candidate[i + 1]) run = 0;
  }
  return blocks;
}
