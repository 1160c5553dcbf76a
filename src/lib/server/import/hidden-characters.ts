/** Characters that are not seen and change what is seen: they turn the order of letters round, or hide among them. */

/** Marks that override or embed a direction of writing; honest texts in one script have none. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/gu;
/** Line and paragraph breaks, controls and marks of direction have no place in a title or a name. */
const NOT_IN_A_LINE = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]+/gu;

/** How many characters of a text turn the direction of writing. */
export function countTurning(text: string): number {
  return text.match(TURNING)?.length ?? 0;
}

/** A title or a name as one plain line, so that it reads as it is written. */
export function plainLine(text: string): string {
  return text.replace(NOT_IN_A_LINE, ' ').replace(/\s+/gu, ' ').trim();
}
