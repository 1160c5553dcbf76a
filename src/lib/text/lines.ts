import type { Span } from './document';

/** One line of the raw text, without the space around it. Blank lines are not kept. */
export interface Line extends Span {
  readonly text: string;
  /** True when a blank line, or the start of the text, stands before. */
  readonly gap: boolean;
}

const LINE_END = /\r\n|[\n\r\u2028\u2029\u0085\v\f]/g;

/** What shows nothing: white space, control characters, zero-width marks, the byte order mark. */
export function isBlank(code: number): boolean {
  if (code <= 32) return true;
  if (code < 0x7f) return false;
  return (
    code <= 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200f) ||
    (code >= 0x2028 && code <= 0x202f) ||
    (code >= 0x205f && code <= 0x2064) ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** Cuts a text into trimmed, non-empty lines. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let gap = true;
  const add = (from: number, to: number): void => {
    let start = from;
    let end = to;
    while (start < end && isBlank(text.charCodeAt(start))) start++;
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
    if (start === end) {
      gap = true;
      return;
    }
    lines.push({ start, end, gap, text: text.slice(start, end) });
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
