/** Lines of the raw text and the blocks they make. */
import type { Span } from './document';

/** One line, without the space around it. Blank lines are not kept; `gap` says one stood before. */
export interface Line extends Span {
  /** True when at least one blank line (or the start of the text) stands before. */
  readonly gap: boolean;
}

const LINE_END = /\r\n|[\n\r\u2028\u2029\u0085\v\f]/g;
// eslint-disable-next-line no-control-regex
const BLANK = /[\s\u0000-\u001F\u0085\u200B-\u200F\u2060\uFEFF]/;

/** Cuts a text into trimmed, non-empty lines. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let gap = true;
  const add = (from: number, to: number): void => {
    let start = from;
    let end = to;
    while (start < end && BLANK.test(text[start]!)) start++;
    while (end > start && BLANK.test(text[end - 1]!)) end--;
    if (start === end) {
      gap = true;
      return;
    }
    lines.push({ start, end, gap });
    gap = false;
  };
  let from = 0;
  for (const match of text.matchAll(LINE_END)) {
    add(from, match.index);
    from = match.index + match[0].length;
  }
  add(from, text.length);
  return lines;
}

const ENDS_SENTENCE = /[.!?\u2026:;,]["'\u201D\u2019)\]*_]*$/;
const NUMBERED = /^(?:\d{1,2}|[IVX]{1,5}|[A-Z])[.)]\s+\S/;
const MARKDOWN = /^#{1,6}\s+\S/;

/** True when a line, standing on its own, reads as a heading and not as a sentence. */
export function looksLikeHeading(line: string): boolean {
  if (MARKDOWN.test(line)) return true;
  if (line.length > 120) return false;
  const words = line.split(/\s+/).length;
  if (words > 16) return false;
  if (NUMBERED.test(line) && !/[.!]$/.test(line)) return true;
  if (line.endsWith('?')) return words <= 12;
  return !ENDS_SENTENCE.test(line) && /\p{Lu}|\p{N}/u.test(line.slice(0, 3));
}
