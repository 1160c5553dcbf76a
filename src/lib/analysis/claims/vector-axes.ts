/** What the vectors of all words have in common, which says nothing of a text. */
import type { WordVectors } from '$lib/lexicons/word-vectors';

/** The mean of the vectors of frequent words, and the directions in which they differ most. */
export interface VectorAxes {
  /** Takes the mean, times the weight of what was summed, and the main directions out of a sum of vectors. */
  takeOut(sum: Float32Array, weight: number): void;
}

/** Words that the axes are read from: the most frequent ones, which every text is made of. */
const WORDS = 3_000;
const AXES = 2;
/** Rounds of power iteration: far more than two axes need to settle. */
const ROUNDS = 60;

function dot(x: Float64Array | Float32Array, y: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < y.length; k++) sum += x[k]! * y[k]!;
  return sum;
}

/** The main direction of a symmetric matrix, square to those found before. */
function mainAxis(matrix: readonly Float64Array[], found: readonly Float64Array[]): Float64Array {
  let axis = Float64Array.from(matrix, (_, k) => 1 + k / matrix.length);
  for (let round = 0; round < ROUNDS; round++) {
    const next = Float64Array.from(matrix, (row) => dot(row, axis));
    for (const other of found) {
      const part = dot(next, other);
      for (let k = 0; k < next.length; k++) next[k]! -= part * other[k]!;
    }
    const length = Math.sqrt(dot(next, next));
    if (length === 0) return next;
    axis = next.map((value) => value / length);
  }
  return axis;
}

function build(vectors: WordVectors): VectorAxes {
  const { dimensions } = vectors;
  const size = Math.min(WORDS, vectors.size);
  const rows = Array.from({ length: size }, (_, rank) => {
    const row = new Float32Array(dimensions);
    vectors.addTo(row, rank, 1);
    return row;
  });
  const mean = new Float64Array(dimensions);
  for (const row of rows) for (let k = 0; k < dimensions; k++) mean[k]! += row[k]! / size;
  const matrix = Array.from({ length: dimensions }, () => new Float64Array(dimensions));
  const apart = new Float64Array(dimensions);
  for (const row of rows) {
    for (let k = 0; k < dimensions; k++) apart[k] = row[k]! - mean[k]!;
    for (let i = 0; i < dimensions; i++) {
      const line = matrix[i]!;
      for (let k = 0; k < dimensions; k++) line[k]! += apart[i]! * apart[k]!;
    }
  }
  const axes: Float64Array[] = [];
  for (let n = 0; n < AXES; n++) axes.push(mainAxis(matrix, axes));
  return {
    takeOut(sum, weight) {
      for (let k = 0; k < dimensions; k++) sum[k]! -= weight * mean[k]!;
      for (const axis of axes) {
        const part = dot(sum, axis);
        for (let k = 0; k < dimensions; k++) sum[k]! -= part * axis[k]!;
      }
    }
  };
}

const remembered = new WeakMap<WordVectors, VectorAxes>();

/** The axes of some word vectors, read once (some 10 ms). */
export function axesOf(vectors: WordVectors): VectorAxes {
  let axes = remembered.get(vectors);
  if (!axes) remembered.set(vectors, (axes = build(vectors)));
  return axes;
}
