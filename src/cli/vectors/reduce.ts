import { principalAxes, type Table } from './principal-axes';

/** Strongest axes taken out: they tell frequent words from rare ones, not what words mean. */
const COMMON_AXES = 3;

function along(row: Float64Array, axis: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < axis.length; k++) sum += row[k]! * axis[k]!;
  return sum;
}

function withoutCommonParts({ rows, columns, values }: Table): Table {
  const mean = new Float64Array(columns);
  for (let i = 0; i < values.length; i++) mean[i % columns]! += values[i]!;
  const centred: Table = { rows, columns, values: values.map((v, i) => v - mean[i % columns]! / rows) };
  const common = principalAxes(centred).slice(0, COMMON_AXES);
  for (let at = 0; at < values.length; at += columns) {
    const row = centred.values.subarray(at, at + columns);
    for (const axis of common) {
      const part = along(row, axis);
      for (let k = 0; k < columns; k++) row[k]! -= part * axis[k]!;
    }
    let squares = 0;
    for (const value of row) squares += value * value;
    const length = Math.sqrt(squares);
    if (length > 0) for (let k = 0; k < columns; k++) row[k]! /= length;
  }
  return centred;
}

/**
 * Word vectors brought to fewer dimensions and to one byte each: the mean and the strongest axes, common to
 * all words, are taken out (Mu & Viswanath's "all but the top"), rows are made equally long, and what is left
 * is kept along its strongest axes. Every row is stretched to the range of a byte: only directions count.
 */
export function reduceVectors(table: Table, dimensions: number): Int8Array {
  const plain = withoutCommonParts(table);
  const axes = principalAxes(plain).slice(0, dimensions);
  const bytes = new Int8Array(plain.rows * dimensions);
  for (let row = 0; row < plain.rows; row++) {
    const from = plain.values.subarray(row * plain.columns, (row + 1) * plain.columns);
    const parts = axes.map((axis) => along(from, axis));
    const largest = Math.max(...parts.map(Math.abs));
    parts.forEach((part, k) => {
      bytes[row * dimensions + k] = largest > 0 ? Math.round((127 * part) / largest) : 0;
    });
  }
  return bytes;
}
