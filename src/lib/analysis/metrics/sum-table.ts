/** What a metric counted in each sentence of a document, as numbers in one run. */
import type { Sums } from './metric';

/** The sentences that have a base, and what they add up to. */
export interface Spoken {
  readonly keys: readonly string[];
  /** Amounts of all sentences; those of one start at an offset of `rows` and stand in the order of `keys`. */
  readonly cells: Float64Array;
  readonly rows: Int32Array;
  readonly totals: Readonly<Sums>;
}

/** One row of amounts for each sentence, one column for each sum; the base is column 0. */
export class SumTable {
  readonly #sentences: number;
  #keys: readonly string[] = ['base'];
  #cells = new Float64Array(0);

  constructor(sentences: number) {
    this.#sentences = sentences;
  }

  /** Adds to the row of a sentence. Every `sums` of one metric must have the same keys. */
  add(sentence: number, sums: Sums): void {
    if (this.#cells.length === 0) {
      this.#keys = [...new Set(['base', ...Object.keys(sums)])];
      this.#cells = new Float64Array(this.#keys.length * this.#sentences);
    }
    const keys = this.#keys;
    const row = sentence * keys.length;
    for (let column = 0; column < keys.length; column++) this.#cells[row + column]! += sums[keys[column]!]!;
  }

  spoken(): Spoken {
    const keys = this.#keys;
    const cells = this.#cells;
    const rows = new Int32Array(cells.length / keys.length);
    const sums = new Float64Array(keys.length);
    let count = 0;
    for (let row = 0; row < cells.length; row += keys.length) {
      if (!(cells[row]! > 0)) continue;
      rows[count++] = row;
      for (let column = 0; column < keys.length; column++) sums[column]! += cells[row + column]!;
    }
    const totals: Sums = { base: 0 };
    keys.forEach((key, column) => (totals[key] = sums[column]!));
    return { keys, cells, rows: rows.subarray(0, count), totals };
  }
}
