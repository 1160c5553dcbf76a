/** Ridge regression over sparse rows, by conjugate gradients: no randomness, the same weights every time. */
import type { SparseRows } from './logistic';

/** A sum of columns, each times its weight, on top of a constant. */
export interface RidgeFit {
  readonly constant: number;
  readonly weights: Float64Array;
}

const MOST_STEPS = 300;
const TOLERANCE = 1e-10;

/**
 * Finds the weights that come closest to the targets in the sum of squares, with a penalty on squared weights.
 * The constant bears none: targets and columns are centred on their means.
 */
export function fitSparseRidge(rows: SparseRows, targets: readonly number[], penalty: number): RidgeFit {
  const { starts, columns, values, width } = rows;
  const count = targets.length;
  const mean = targets.reduce((sum, target) => sum + target, 0) / count;
  const means = new Float64Array(width);
  for (let k = 0; k < columns.length; k++) means[columns[k]!]! += values[k]! / count;
  /** The centred rows times a vector. */
  const forward = (vector: Float64Array): Float64Array => {
    let shift = 0;
    for (let j = 0; j < width; j++) shift += means[j]! * vector[j]!;
    const out = new Float64Array(count);
    for (let i = 0; i < count; i++) {
      let sum = -shift;
      for (let k = starts[i]!; k < starts[i + 1]!; k++) sum += values[k]! * vector[columns[k]!]!;
      out[i] = sum;
    }
    return out;
  };
  /** A vector times the centred rows. */
  const back = (vector: Float64Array): Float64Array => {
    const out = new Float64Array(width);
    let total = 0;
    for (let i = 0; i < count; i++) {
      total += vector[i]!;
      for (let k = starts[i]!; k < starts[i + 1]!; k++) out[columns[k]!]! += values[k]! * vector[i]!;
    }
    for (let j = 0; j < width; j++) out[j]! -= total * means[j]!;
    return out;
  };
  const weights = new Float64Array(width);
  const residual = back(Float64Array.from(targets, (target) => target - mean));
  const direction = Float64Array.from(residual);
  let size = dot(residual, residual);
  const enough = TOLERANCE * size;
  for (let step = 0; step < MOST_STEPS && size > enough; step++) {
    const pulled = back(forward(direction));
    for (let j = 0; j < width; j++) pulled[j]! += penalty * direction[j]!;
    const length = size / dot(direction, pulled);
    for (let j = 0; j < width; j++) {
      weights[j]! += length * direction[j]!;
      residual[j]! -= length * pulled[j]!;
    }
    const next = dot(residual, residual);
    for (let j = 0; j < width; j++) direction[j] = residual[j]! + (next / size) * direction[j]!;
    size = next;
  }
  return { weights, constant: mean - dot(means, weights) };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
