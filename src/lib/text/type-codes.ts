/**
 * Whole numbers that depend on the word type alone, kept side by side: what the readers of a text ask about one
 * word lies within a few bytes of memory. Objects of their own, or an array for each reader, cost several times as
 * much to look at, because the processor's cache forgets them from one text to the next.
 */
import type { WordType } from './word-type';

/** Answers the code of a word type. */
export type CodeOf = (type: WordType) => number;

/** Bytes of a row, and 32-bit numbers of one: a row of either kind is a quarter of a line of the cache. */
const BYTES = 16;
const WORDS = 4;
/** Rows of a new table; it doubles when full. */
const FIRST_ROWS = 1 << 12;
/** Rows before all are forgotten: a long life must not fill the memory. */
const MOST_ROWS = 1 << 17;
/** Stand for what has not been worked out: no code is one of these numbers. */
const UNKNOWN_BYTE = 255;
const UNKNOWN_WORD = -0x80000000;

/** Codes of word types: one row for each, one column for each function. */
class CodeTable<Cells extends Uint8Array | Int32Array> {
  /** Id of the type whose row is the first. */
  base = 0;
  columns = 0;
  cells: Cells;

  constructor(
    private readonly make: (length: number) => Cells,
    readonly width: number
  ) {
    this.cells = make(FIRST_ROWS * width);
  }

  /** Works out what no cell holds yet, and keeps it. */
  learn(type: WordType, column: number, compute: CodeOf): number {
    const code = compute(type);
    let row = type.id - this.base;
    if (row < 0) return code;
    if (row >= MOST_ROWS) {
      this.cells = this.make(FIRST_ROWS * this.width);
      this.base = type.id;
      row = 0;
    }
    let length = this.cells.length;
    while (length <= row * this.width) length *= 2;
    if (length > this.cells.length) {
      const cells = this.make(length);
      cells.set(this.cells);
      this.cells = cells;
    }
    this.cells[row * this.width + column] = code;
    return code;
  }
}

/** The tables of one key, of which the last have free columns. */
class Tables {
  private bytes: CodeTable<Uint8Array> | null = null;
  private words: CodeTable<Int32Array> | null = null;

  byteColumn(compute: CodeOf): CodeOf {
    if (this.bytes?.columns === BYTES) this.bytes = null;
    const table = (this.bytes ??= new CodeTable(
      (length) => new Uint8Array(length).fill(UNKNOWN_BYTE),
      BYTES
    ));
    const column = table.columns++;
    return (type) => {
      const { cells } = table;
      const cell = (type.id - table.base) * BYTES + column;
      if (cell >= 0 && cell < cells.length) {
        const known = cells[cell]!;
        if (known !== UNKNOWN_BYTE) return known;
      }
      return table.learn(type, column, compute);
    };
  }

  wordColumn(compute: CodeOf): CodeOf {
    if (this.words?.columns === WORDS) this.words = null;
    const table = (this.words ??= new CodeTable(
      (length) => new Int32Array(length).fill(UNKNOWN_WORD),
      WORDS
    ));
    const column = table.columns++;
    return (type) => {
      const { cells } = table;
      const cell = (type.id - table.base) * WORDS + column;
      if (cell >= 0 && cell < cells.length) {
        const known = cells[cell]!;
        if (known !== UNKNOWN_WORD) return known;
      }
      return table.learn(type, column, compute);
    };
  }
}

const common = new Tables();

/**
 * Remembers a function of the word type, like `perType`, for whole numbers from 0 to 254. To be called once for
 * each function, when its module is loaded. `compute` must be pure.
 */
export const bytePerType = (compute: CodeOf): CodeOf => common.byteColumn(compute);

/** The same for any whole number of 32 bits but the least. */
export const wordPerType = (compute: CodeOf): CodeOf => common.wordColumn(compute);

const tablesOf = new WeakMap<object, Tables>();

function perKey<K extends object>(
  compute: (key: K, type: WordType) => number,
  column: (tables: Tables, compute: CodeOf) => CodeOf
): (key: K) => CodeOf {
  const known = new WeakMap<K, CodeOf>();
  const make = (key: K): CodeOf => {
    let tables = tablesOf.get(key);
    if (!tables) tablesOf.set(key, (tables = new Tables()));
    const read = column(tables, (type) => compute(key, type));
    known.set(key, read);
    return read;
  };
  // There is one key for all documents, mostly.
  let last: { readonly key: K; readonly read: CodeOf } | null = null;
  return (key) => {
    if (last?.key !== key) last = { key, read: known.get(key) ?? make(key) };
    return last.read;
  };
}

/** `bytePerType` for a function that also reads something else, such as the word lists; forgotten with that. */
export const bytePerTypeOf = <K extends object>(compute: (key: K, type: WordType) => number) =>
  perKey(compute, (tables, own) => tables.byteColumn(own));

/** `wordPerType` in the same way. */
export const wordPerTypeOf = <K extends object>(compute: (key: K, type: WordType) => number) =>
  perKey(compute, (tables, own) => tables.wordColumn(own));
