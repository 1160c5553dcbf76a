/** The text that blocks make up, and what they leave out of it. */
import type { DroppedText, ImportedBlock } from './imported-document';

/**
 * Puts the kept blocks together. Between two kept blocks stands the gap of the earlier one; what stood between
 * dropped blocks goes with them. When every block is kept, the result is the blocks exactly as they came.
 */
export function composeText(blocks: readonly ImportedBlock[]): { text: string; dropped: DroppedText[] } {
  const pieces: string[] = [];
  const dropped: DroppedText[] = [];
  let length = 0;
  let gap = '';
  for (const block of blocks) {
    if (!block.kept) {
      dropped.push({ reason: block.reason ?? 'page-chrome', quote: block.text, at: length + gap.length });
      continue;
    }
    pieces.push(gap, block.text);
    length += gap.length + block.text.length;
    gap = block.gap;
  }
  // The gap of the last block stands only when that block is the end of what was imported.
  if (blocks.at(-1)?.kept) pieces.push(gap);
  const text = pieces.join('');
  return { text, dropped: dropped.map((drop) => ({ ...drop, at: Math.min(drop.at, text.length) })) };
}

/** A text with longer lines is not broken at the margin: each of its lines is a paragraph. */
const LONGEST_BROKEN_LINE = 120;

/**
 * Cuts a text into blocks, so that a reader can switch off one of them: at empty lines or, where lines are whole
 * paragraphs, at every line. Nothing is lost: joined with their gaps they are the text again.
 */
export function textBlocks(text: string): ImportedBlock[] {
  const blocks: ImportedBlock[] = [];
  const lines = text.split(/(?<=\n)/u);
  const paragraphs = lines.some((line) => line.length > LONGEST_BROKEN_LINE);
  let block = '';
  let gap = '';
  // Whether the block holds words; looked up in the block itself it would cost the square of its lines.
  let begun = false;
  const close = () => {
    if (block === '' && gap === '') return;
    const body = block.trimEnd();
    blocks.push({ text: body, gap: block.slice(body.length) + gap, kept: true, reason: null });
    block = '';
    gap = '';
    begun = false;
  };
  for (const line of lines) {
    const empty = line.trim() === '';
    if (empty && begun) gap += line;
    else if (empty || !begun || (gap === '' && !paragraphs)) block += line;
    else {
      close();
      block = line;
    }
    begun ||= !empty;
  }
  close();
  return blocks;
}
