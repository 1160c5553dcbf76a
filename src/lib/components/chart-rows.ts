/** Heights that exist as classes in `chart-rows.css`: a height in the markup would be an inline style. */
const ROWS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 18, 20, 24, 40, 80, 200];

/** The class for so many rows: the least that holds them. */
export function rowsClass(rows: number): number {
  return ROWS.find((least) => least >= rows) ?? ROWS.at(-1)!;
}
