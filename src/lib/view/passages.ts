/**
 * Cuts a text into the pieces a page draws. Everything here works on the raw text and half-open UTF-16
 * offsets; nothing is trimmed, escaped or rewritten, so the joined pieces are the text again.
 */

import { contextOf } from './evidence';

/** A half-open UTF-16 range into the raw text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A stretch of text that the same marks cover from its first to its last character. */
export interface Run<M extends Range> extends Range {
  readonly text: string;
  /** Longest first, so that they nest when drawn one inside the other. */
  readonly marks: readonly M[];
}

/** Orders marks by start, the longer one first: an enclosing mark comes before what it encloses. */
export function byPlace(a: Range, b: Range): number {
  return a.start - b.start || b.end - a.end;
}

/** Keeps the part of a mark that lies in a text of the given length; null when nothing is left of it. */
function visible(mark: Range, length: number): boolean {
  return mark.start >= 0 && mark.end <= length && mark.start < mark.end;
}

/**
 * Flattens overlapping marks over one range into runs that tile it: each run carries exactly the marks that
 * cover it. Marks that are empty, reversed or reach outside the text are left out. Takes time in proportion
 * to the marks and to what is returned.
 */
export function runsOf<M extends Range>(text: string, range: Range, marks: readonly M[]): Run<M>[] {
  const [runs] = runsOfAll(text, [range], marks);
  return runs ?? [];
}

/**
 * The same for many ranges in text order that do not overlap (the paragraphs of a document), in one pass
 * over the marks.
 */
export function runsOfAll<M extends Range>(
  text: string,
  ranges: readonly Range[],
  marks: readonly M[]
): Run<M>[][] {
  const sorted = marks.filter((mark) => visible(mark, text.length)).sort(byPlace);
  let next = 0;
  let open: M[] = [];
  return ranges.map((range) => {
    const runs: Run<M>[] = [];
    let at = range.start;
    while (at < range.end) {
      open = open.filter((mark) => mark.end > at);
      while (next < sorted.length && sorted[next]!.start <= at) {
        const mark = sorted[next++]!;
        if (mark.end > at) open.push(mark);
      }
      let end = Math.min(range.end, sorted[next]?.start ?? range.end);
      for (const mark of open) end = Math.min(end, mark.end);
      runs.push({ start: at, end, text: text.slice(at, end), marks: [...open].sort(longestFirst) });
      at = end;
    }
    return runs;
  });
}

/** The runs of a range with some marks more. Where none of them reaches it stays the very same list. */
export function withMarks<M extends Range>(
  text: string,
  range: Range,
  runs: readonly Run<M>[],
  more: readonly M[]
): readonly Run<M>[] {
  const here = more.filter(({ start, end }) => end > range.start && start < range.end);
  if (here.length === 0) return runs;
  return runsOf(text, range, [...new Set(runs.flatMap(({ marks }) => marks)), ...here]);
}

function longestFirst(a: Range, b: Range): number {
  return b.end - b.start - (a.end - a.start) || a.start - b.start;
}

/** The text of a line break, alone or as CR LF. */
const LINE = /[^\r\n\u2028\u2029]+/g;

/** The lines of a text that hold more than white space, without their line breaks, in order. */
export function linesOf(text: string): Range[] {
  const lines: Range[] = [];
  for (const match of text.matchAll(LINE)) {
    if (/\S/.test(match[0])) lines.push({ start: match.index, end: match.index + match[0].length });
  }
  return lines;
}

/** True when a blank line stands before the given offset: the author left room there. */
export function blankLineBefore(text: string, offset: number): boolean {
  let breaks = 0;
  for (let i = offset - 1; i >= 0 && breaks < 2; i--) {
    const character = text[i]!;
    if (character === '\n' && text[i - 1] === '\r') continue;
    if (/[\r\n\u2028\u2029]/.test(character)) breaks += 1;
    else if (/\S/.test(character)) return false;
  }
  return breaks >= 2;
}

/** Reads an address made by `placeId`, with or without `#`; null for anything else. */
export function rangeOfAnchor(hash: string): Range | null {
  const match = /^#?s-(\d{1,9})-(\d{1,9})$/.exec(hash);
  if (!match) return null;
  const start = Number(match[1]);
  const end = Number(match[2]);
  return start < end ? { start, end } : null;
}

/** Some parts of a text with the sentence or sentences around them, so that a fragment can be understood. */
export interface PartsInContext<P extends Range> extends Range {
  /** In text order. */
  readonly parts: readonly P[];
}

/** Gathers parts that stand in the same sentence; the passages come in text order and do not overlap. */
export function inContext<P extends Range>(text: string, parts: readonly P[]): PartsInContext<P>[] {
  const passages: (Range & { end: number; parts: P[] })[] = [];
  for (const part of [...parts].sort(byPlace)) {
    const { before, after } = contextOf(text, part);
    const start = part.start - before.length;
    const end = part.end + after.length;
    const last = passages.at(-1);
    if (last && start < last.end) {
      last.end = Math.max(last.end, end);
      last.parts.push(part);
    } else passages.push({ start, end, parts: [part] });
  }
  return passages;
}
