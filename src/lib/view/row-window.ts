/** Which rows of a long list are in sight, so that a page holds only those. */

/** The rows to draw, half open, and the room that the others take above and below them, in pixels. */
export interface RowWindow {
  readonly from: number;
  readonly to: number;
  readonly above: number;
  readonly below: number;
}

/** Rows drawn beyond either edge, so that a turn of the wheel or a step of the keyboard meets rows that are there. */
const BEYOND = 8;

/**
 * The window of a list of equally high rows.
 *
 * @param scrolled how far the first row lies above the upper edge, in pixels
 * @param height height of the frame, in pixels
 * @param row height of one row, in pixels
 */
export function rowWindow(rows: number, scrolled: number, height: number, row: number): RowWindow {
  const high = Math.max(1, row);
  const fits = Math.ceil(Math.max(0, height) / high) + 2 * BEYOND;
  const first = Math.floor(Math.max(0, scrolled) / high) - BEYOND;
  const from = Math.max(0, Math.min(first, rows - fits));
  const to = Math.min(rows, from + fits);
  return { from, to, above: from * high, below: (rows - to) * high };
}
