/** Space, below which the control characters stand. */
const SPACE = 32;
/** Tab, line feed, vertical tab, form feed and carriage return; the end-of-file mark of old systems; escape. */
const COMMON: ReadonlySet<number> = new Set([9, 10, 11, 12, 13, 26, 27]);

/** How many control characters a text holds that no writer puts there. */
export function countControls(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < SPACE && !COMMON.has(code)) count++;
  }
  return count;
}
