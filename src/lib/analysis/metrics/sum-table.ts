/** What a metric counted in each sentence of a document, as numbers in one run. */
import type { Segment } from '../reading';
import type { Sums } from './metric';

/** One row of amounts for each sentence, one column for each sum; the base is column 0. */
export interface SumTable {
  readonly keys: readonly string[];
  /** Row after row. */
  readonly cells: Float64Array;
}

/** The sums of a metric by sentence: all voices together, and each alone. */
export class VoiceTables {
  readonly whole: SumTable;
  readonly author: SumTable;
  readonly attributed: SumTable;
  readonly #keys: readonly string[];

  /** @param sums of any segment: those of the others must have the same keys */
  constructor(sentences: number, sums: Sums) {
    this.#keys = ['base', ...Object.keys(sums).filter((key) => key !== 'base')];
    const table = (): SumTable => ({
      keys: this.#keys,
      cells: new Float64Array(this.#keys.length * sentences)
    });
    this.whole = table();
    this.author = table();
    this.attributed = table();
  }

  add({ sentence, voice }: Segment, sums: Sums): void {
    const keys = this.#keys;
    const all = this.whole.cells;
    const own = this[voice].cells;
    let at = sentence * keys.length;
    for (let column = 0; column < keys.length; column++, at++) {
      const amount = sums[keys[column]!]!;
      all[at]! += amount;
      own[at]! += amount;
    }
  }
}

/** The sentences of a table that have a base, and what they add up to. */
export interface Spoken extends SumTable {
  readonly sentences: number;
  readonly totals: Readonly<Sums>;
}

/** Sums over sentences. What stands in one without a base does not count. */
export function spokenIn({ keys, cells }: SumTable): Spoken {
  const sums = keys.map(() => 0);
  let sentences = 0;
  for (let row = 0; row < cells.length; row += keys.length) {
    if (!(cells[row]! > 0)) continue;
    sentences++;
    for (let column = 0; column < keys.length; column++) sums[column]! += cells[row + column]!;
  }
  const totals: Sums = { base: 0 };
  for (let column = 0; column < keys.length; column++) totals[keys[column]!] = sums[column]!;
  return { keys, cells, sentences, totals };
}
