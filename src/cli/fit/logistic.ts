/** Logistic regression with a ridge penalty over sparse rows, by L-BFGS: no randomness, the same weights every time. */
import { descend } from './descent';

/** Rows of a sparse matrix: row `i` holds `columns` and `values` from `starts[i]` up to `starts[i + 1]`. */
export interface SparseRows {
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
  readonly width: number;
}

/** A row as pairs of column and value, each column once. */
export type SparseRow = readonly (readonly [column: number, value: number])[];

export function sparseRows(rows: readonly SparseRow[], width: number): SparseRows {
  const total = rows.reduce((sum, row) => sum + row.length, 0);
  const starts = new Int32Array(rows.length + 1);
  const columns = new Int32Array(total);
  const values = new Float64Array(total);
  let next = 0;
  rows.forEach((row, index) => {
    for (const [column, value] of row) {
      columns[next] = column;
      values[next++] = value;
    }
    starts[index + 1] = next;
  });
  return { starts, columns, values, width };
}

export interface LogisticFit {
  readonly weights: Float64Array;
  readonly constant: number;
}

/** Loss and gradient at a point; the constant is the point's last place and bears no penalty. */
function lossAt(
  rows: SparseRows,
  labels: readonly boolean[],
  cost: number,
  point: Float64Array,
  slope: Float64Array
): number {
  const { starts, columns, values, width } = rows;
  let loss = 0;
  for (let j = 0; j < width; j++) {
    loss += 0.5 * point[j]! * point[j]!;
    slope[j] = point[j]!;
  }
  slope[width] = 0;
  for (let i = 0; i < labels.length; i++) {
    let sum = point[width]!;
    for (let k = starts[i]!; k < starts[i + 1]!; k++) sum += values[k]! * point[columns[k]!]!;
    const signed = labels[i] ? sum : -sum;
    // log(1 + e^-x) without overflow.
    const rest = Math.exp(-Math.abs(signed));
    loss += cost * (Math.log1p(rest) + Math.max(0, -signed));
    const miss = signed > 0 ? rest / (1 + rest) : 1 / (1 + rest);
    const pull = labels[i] ? -cost * miss : cost * miss;
    for (let k = starts[i]!; k < starts[i + 1]!; k++) {
      const column = columns[k]!;
      slope[column] = slope[column]! + pull * values[k]!;
    }
    slope[width] = slope[width]! + pull;
  }
  return loss;
}

/**
 * Finds the weights that make the labels most likely.
 *
 * @param cost what an error costs beside the penalty, half the sum of squared weights
 */
export function fitLogistic(rows: SparseRows, labels: readonly boolean[], cost: number): LogisticFit {
  const point = descend(rows.width + 1, (at, slope) => lossAt(rows, labels, cost, at, slope));
  return { weights: point.subarray(0, rows.width), constant: point[rows.width]! };
}
