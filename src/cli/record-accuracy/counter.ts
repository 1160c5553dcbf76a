/** What is summed over the rows of annotated data to make a score. */

export type Row = Readonly<Record<string, unknown>>;

/** Sums of one row, and the score that the sums of all rows give. */
export interface Counter {
  count(row: Row, prediction: unknown): number[];
  score(total: readonly number[]): number;
}
