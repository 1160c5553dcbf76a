/** Logistic regression with a ridge penalty over sparse rows, by L-BFGS: no randomness, the same weights every time. */

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

const MEMORY = 10;
const MOST_STEPS = 200;
const TOLERANCE = 1e-4;

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
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

/** The direction of the next step, from the last steps and how the slope changed over them. */
function directionOf(slope: Float64Array, steps: readonly Step[]): Float64Array {
  const direction = slope.map((value) => -value);
  const shares: number[] = [];
  for (let m = steps.length - 1; m >= 0; m--) {
    const { moved, turned, product } = steps[m]!;
    const share = dot(moved, direction) / product;
    shares[m] = share;
    for (let j = 0; j < direction.length; j++) direction[j] = direction[j]! - share * turned[j]!;
  }
  const last = steps.at(-1);
  if (last) {
    const scale = last.product / dot(last.turned, last.turned);
    for (let j = 0; j < direction.length; j++) direction[j] = direction[j]! * scale;
  }
  steps.forEach(({ moved, turned, product }, m) => {
    const share = shares[m]! - dot(turned, direction) / product;
    for (let j = 0; j < direction.length; j++) direction[j] = direction[j]! + share * moved[j]!;
  });
  return direction;
}

interface Step {
  readonly moved: Float64Array;
  readonly turned: Float64Array;
  readonly product: number;
}

/**
 * Finds the weights that make the labels most likely.
 *
 * @param cost what an error costs beside the penalty, half the sum of squared weights
 */
export function fitLogistic(rows: SparseRows, labels: readonly boolean[], cost: number): LogisticFit {
  const size = rows.width + 1;
  let point = new Float64Array(size);
  let slope = new Float64Array(size);
  let loss = lossAt(rows, labels, cost, point, slope);
  const enough = TOLERANCE * Math.sqrt(dot(slope, slope));
  const steps: Step[] = [];
  for (let step = 0; step < MOST_STEPS && Math.sqrt(dot(slope, slope)) > enough; step++) {
    const direction = directionOf(slope, steps);
    const descent = dot(slope, direction);
    let length = steps.length === 0 ? 1 / Math.sqrt(dot(slope, slope)) : 1;
    let next = point;
    let nextSlope = slope;
    let nextLoss = Infinity;
    for (let halving = 0; halving < 30; halving++, length /= 2) {
      next = point.map((value, j) => value + length * direction[j]!);
      nextSlope = new Float64Array(size);
      nextLoss = lossAt(rows, labels, cost, next, nextSlope);
      if (nextLoss <= loss + 1e-4 * length * descent) break;
    }
    if (!(nextLoss < loss)) break;
    const moved = next.map((value, j) => value - point[j]!);
    const turned = nextSlope.map((value, j) => value - slope[j]!);
    const product = dot(moved, turned);
    if (product > 1e-12) steps.push({ moved, turned, product });
    if (steps.length > MEMORY) steps.shift();
    [point, slope, loss] = [next, nextSlope, nextLoss];
  }
  return { weights: point.subarray(0, rows.width), constant: point[rows.width]! };
}
