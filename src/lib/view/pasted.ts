/** Text that a reader copied out of a page. */

/** Soft hyphens and zero-width spaces: where a page may cut its words. */
const BREAK_MARKS = /[\u00AD\u200B]/gu;

/** What was pasted, without the marks of where words may be cut: nobody sees them, and here they would cut them. */
export function pastedText(text: string): string {
  return text.replace(BREAK_MARKS, '');
}
