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

/** Names of the sums, the base first. */
export function keysOf(sums: Sums): readonly string[] {
  return ['base', ...Object.keys(sums).filter((key) => key !== 'base')];
}

/** Room for the tables of so many sums. */
export const roomFor = (sentences: number, keys: number): Float64Array =>
  new Float64Array(3 * keys * sentences);

/** The sums of a metric by sentence: all voices together, and each alone. */
export class VoiceTables {
  readonly whole: SumTable;
  readonly author: SumTable;
  readonly attributed: SumTable;
  readonly #keys: readonly string[];
  readonly #cells: Float64Array;

  /**
   * @param sums of any segment: those of the others must have the same keys
   * @param room of tables that nobody needs any more; used again where it is large enough
   */
  constructor(sentences: number, sums: Sums, keys = keysOf(sums), room?: Float64Array) {
    const length = keys.length * sentences;
    const used = room !== undefined && room.length >= 3 * length;
    const cells = used ? room.fill(0, 0, 3 * length) : roomFor(sentences, keys.length);
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
    const own = voice === 'author' ? this.author.first : this.attributed.first;
    for (let column = 0; column < keys.length; column++, row++) {
      const amount = sums[keys[column]!]!;
      if (amount === 0) continue;
      cells[row]! += amount;
      cells[own + row]! += amount;
    }
  }
}

/** The sentences of a table that have a base, and what they add up to. */
export interface Spoken extends SumTable {
  readonly sentences: number;
  /** Owned by whoever holds this: may be changed for a moment. */
  readonly totals: Sums;
}

const total: number[] = [];

/** Sums over sentences. What stands in one without a base does not count. */
export function spokenIn({ keys, cells, first, end }: SumTable): Spoken {
  const columns = keys.length;
  for (let column = 0; column < columns; column++) total[column] = 0;
  let sentences = 0;
  for (let row = first; row < end; row += columns) {
    if (!(cells[row]! > 0)) continue;
    sentences++;
    for (let column = 0; column < columns; column++) total[column]! += cells[row + column]!;
  }
  const totals: Sums = { base: total[0]! };
  for (let column = 1; column < columns; column++) totals[keys[column]!] = total[column]!;
  return { keys, cells, first, end, sentences, totals };
}
