/** What a metric counted in each sentence of a document, as numbers in one run. */
import type { Segment } from '../reading';
import type { Sums } from './metric';

/** One row of amounts for each sentence, one column for each sum; the base is column 0. */
export interface SumTable {
  readonly keys: readonly string[];
  /** Rows of all tables of a metric; those of this one stand from `first` to `end`. */
  readonly cells: Float64Array;
  readonly first: number;
  readonly end: number;
}

/** The sums of a metric by sentence: all voices together, and each alone. */
export class VoiceTables {
  readonly whole: SumTable;
  readonly author: SumTable;
  readonly attributed: SumTable;
  readonly #keys: readonly string[];
  readonly #cells: Float64Array;

  /** @param sums of any segment: those of the others must have the same keys */
  constructor(sentences: number, sums: Sums) {
    const keys = ['base', ...Object.keys(sums).filter((key) => key !== 'base')];
    const length = keys.length * sentences;
    const cells = new Float64Array(3 * length);
    this.whole = { keys, cells, first: 0, end: length };
    this.author = { keys, cells, first: length, end: 2 * length };
    this.attributed = { keys, cells, first: 2 * length, end: 3 * length };
    this.#keys = keys;
    this.#cells = cells;
  }

  add({ sentence, voice }: Segment, sums: Sums): void {
    const keys = this.#keys;
    const cells = this.#cells;
    let row = sentence * keys.length;
    const own = this[voice].first;
    for (let column = 0; column < keys.length; column++, row++) {
      const amount = sums[keys[column]!]!;
      cells[row]! += amount;
      cells[own + row]! += amount;
    }
  }
}

/** The sentences of a table that have a base, and what they add up to. */
export interface Spoken extends SumTable {
  readonly sentences: number;
  readonly totals: Readonly<Sums>;
}

/** Sums over sentences. What stands in one without a base does not count. */
export function spokenIn(table: SumTable): Spoken {
  const { keys, cells, first, end } = table;
  const sums = keys.map(() => 0);
  let sentences = 0;
  for (let row = first; row < end; row += keys.length) {
    if (!(cells[row]! > 0)) continue;
    sentences++;
    for (let column = 0; column < keys.length; column++) sums[column]! += cells[row + column]!;
  }
  const totals: Sums = { base: 0 };
  for (let column = 0; column < keys.length; column++) totals[keys[column]!] = sums[column]!;
  return { ...table, sentences, totals };
}
