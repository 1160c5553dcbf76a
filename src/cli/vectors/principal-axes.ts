/** Rows of equal length, one after the other. */
export interface Table {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

/** Sweeps after which a symmetric matrix of a hundred columns has long been diagonal. */
const SWEEPS = 30;

/** Sum over rows of the products of each two columns, divided by the number of rows. */
function secondMoments({ rows, columns, values }: Table): Float64Array {
  const sums = new Float64Array(columns * columns);
  for (let row = 0; row < rows; row++) {
    const at = row * columns;
    for (let i = 0; i < columns; i++) {
      const value = values[at + i]!;
      for (let j = i; j < columns; j++) sums[i * columns + j]! += value * values[at + j]!;
    }
  }
  for (let i = 0; i < columns; i++) {
    for (let j = i; j < columns; j++) {
      const mean = sums[i * columns + j]! / rows;
      sums[i * columns + j] = mean;
      sums[j * columns + i] = mean;
    }
  }
  return sums;
}

/** Turns columns p and q of a symmetric matrix so that their product vanishes, and the axes with them. */
function rotate(matrix: Float64Array, axes: Float64Array, n: number, p: number, q: number): void {
  const apart = matrix[p * n + q]!;
  if (Math.abs(apart) < 1e-15) return;
  const theta = (matrix[q * n + q]! - matrix[p * n + p]!) / (2 * apart);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < n; k++) {
    const kp = matrix[k * n + p]!;
    const kq = matrix[k * n + q]!;
    matrix[k * n + p] = c * kp - s * kq;
    matrix[k * n + q] = s * kp + c * kq;
  }
  for (let k = 0; k < n; k++) {
    const pk = matrix[p * n + k]!;
    const qk = matrix[q * n + k]!;
    matrix[p * n + k] = c * pk - s * qk;
    matrix[q * n + k] = s * pk + c * qk;
    const ap = axes[k * n + p]!;
    const aq = axes[k * n + q]!;
    axes[k * n + p] = c * ap - s * aq;
    axes[k * n + q] = s * ap + c * aq;
  }
}

/**
 * The axes along which the rows vary most, strongest first, each of length 1 (cyclic Jacobi rotations: only
 * sums, products and square roots, so that every machine finds the same numbers). An axis points to where its
 * largest component is positive.
 */
export function principalAxes(table: Table): Float64Array[] {
  const n = table.columns;
  const matrix = secondMoments(table);
  const axes = new Float64Array(n * n);
  for (let i = 0; i < n; i++) axes[i * n + i] = 1;
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(matrix, axes, n, p, q);
  }
  const order = Array.from({ length: n }, (_, i) => i).sort(
    (a, b) => matrix[b * n + b]! - matrix[a * n + a]! || a - b
  );
  return order.map((column) => {
    const axis = new Float64Array(n);
    let largest = 0;
    for (let k = 0; k < n; k++) {
      axis[k] = axes[k * n + column]!;
      if (Math.abs(axis[k]!) > Math.abs(axis[largest]!)) largest = k;
    }
    return axis[largest]! < 0 ? axis.map((value) => -value) : axis;
  });
}
