/** Characters that are not seen and change what is seen: they turn the order of letters round, or hide among them. */

/** Marks that override or embed a direction of writing; honest texts in one script have none. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/gu;
/** Line and paragraph breaks, controls and marks of direction have no place in a title or a name. */
const NOT_IN_A_LINE = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]+/gu;

/** Where a word may be cut at the end of a line: soft hyphens, zero-width spaces. In the middle of one they are not seen. */
const BREAK_MARKS = /[\u00AD\u200B]/gu;

/** The words of a page or file without the marks of where they may be cut: with them "har\u00ADbour" would be two. */
export function withoutBreakMarks(text: string): string {
  return text.replace(BREAK_MARKS, '');
}

/** How many characters of a text turn the direction of writing. */
export function countTurning(text: string): number {
  return text.match(TURNING)?.length ?? 0;
}

/** A title or a name as one plain line, so that it reads as it is written. */
export function plainLine(text: string): string {
  return text.replace(NOT_IN_A_LINE, ' ').replace(/\s+/gu, ' ').trim();
}
