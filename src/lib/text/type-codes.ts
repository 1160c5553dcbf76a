/**
 * Whole numbers that depend on the word type alone, kept side by side: what the readers of a text ask about one
 * word lies in one row, which is one line of the processor's cache. Objects of their own, scattered over memory,
 * cost several times as much to look at, because the cache forgets them from one text to the next.
 */
import type { WordType } from './word-type';

/** Numbers of a row: 64 bytes. */
const COLUMNS = 16;
/** Rows of a new table; it doubles when full. */
const FIRST_ROWS = 1 << 12;
/** Rows before all are forgotten: a long life must not fill the memory. */
const MOST_ROWS = 1 << 17;
/** Stands for what has not been worked out; no code is this number. */
const UNKNOWN = -0x80000000;

/** Answers the code of a word type. */
export type CodeOf = (type: WordType) => number;

class CodeTable {
  cells = new Int32Array(FIRST_ROWS * COLUMNS).fill(UNKNOWN);
  /** Id of the type whose row is the first. */
  base = 0;
  columns = 0;

  /** Works out what no cell holds yet, and keeps it. */
  learn(type: WordType, column: number, compute: CodeOf): number {
    const code = compute(type);
    let row = type.id - this.base;
    if (row < 0) return code;
    if (row >= MOST_ROWS) {
      this.cells.fill(UNKNOWN);
      this.base = type.id;
      row = 0;
    }
    let rows = this.cells.length / COLUMNS;
    while (rows <= row) rows *= 2;
    if (rows * COLUMNS > this.cells.length) {
      const cells = new Int32Array(rows * COLUMNS).fill(UNKNOWN);
      cells.set(this.cells);
      this.cells = cells;
    }
    this.cells[row * COLUMNS + column] = code;
    return code;
  }
}

/** Gives a function a column of the last table, or of a new one when that is full. */
function columnIn(tables: CodeTable[], compute: CodeOf): CodeOf {
  let table = tables[tables.length - 1];
  if (!table || table.columns === COLUMNS) tables.push((table = new CodeTable()));
  const own = table;
  const column = own.columns++;
  return (type) => {
    const { cells } = own;
    const cell = (type.id - own.base) * COLUMNS + column;
    if (cell >= 0 && cell < cells.length) {
      const known = cells[cell]!;
      if (known !== UNKNOWN) return known;
    }
    return own.learn(type, column, compute);
  };
}

const common: CodeTable[] = [];

/**
 * Remembers a function of the word type, like `perType`, for whole numbers of 32 bits. To be called once for each
 * function, when its module is loaded. `compute` must be pure and never answer the least of these numbers.
 */
export function codePerType(compute: CodeOf): CodeOf {
  return columnIn(common, compute);
}

const tablesOf = new WeakMap<object, CodeTable[]>();

/** `codePerType` for a function that also reads something else, such as the word lists; forgotten together with it. */
export function codePerTypeOf<K extends object>(
  compute: (key: K, type: WordType) => number
): (key: K) => CodeOf {
  const known = new WeakMap<K, CodeOf>();
  return (key) => {
    let read = known.get(key);
    if (read) return read;
    let tables = tablesOf.get(key);
    if (!tables) tablesOf.set(key, (tables = []));
    known.set(key, (read = columnIn(tables, (type) => compute(key, type))));
    return read;
  };
}
