/** The title of a text that has no other place for one: its first line, where that stands as a heading. */
import { isDateLine } from '$lib/text/date-line';
import { couldBeHeading } from '$lib/text/headings';
import { wordsOfLine } from '$lib/text/line-words';
import type { ImportedBlock } from './imported-document';

/** Fewest words of a paragraph, when a heading is told from the first of a list. */
const PARAGRAPH_WORDS = 12;

/** A line that says who wrote it or when, as it stands above an article without a headline. */
const BYLINE = /^(?:by|from|date|published|updated|subject|to)\b/i;

/**
 * The first line of a text, where it looks like a heading and a paragraph follows it: the line that a reader would
 * call the text by. Null for a text that begins at once, or with its author or date.
 */
export function titleLine(blocks: readonly ImportedBlock[]): string | null {
  const kept = blocks.filter((block) => block.kept && block.text.trim() !== '');
  const line = kept[0]?.text.trim() ?? '';
  const next = kept[1]?.text ?? '';
  if (/[\r\n]/.test(line) || !couldBeHeading(line) || BYLINE.test(line)) return null;
  const words = wordsOfLine(line);
  if (words.length < 2 || isDateLine(words)) return null;
  const follows = (next.slice(0, 2_000).match(/[\p{L}\p{N}]+/gu) ?? []).length;
  return follows >= PARAGRAPH_WORDS ? line.replace(/^#{1,6}\s+/, '') : null;
}
