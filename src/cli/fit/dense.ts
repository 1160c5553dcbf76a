/** Ridge and logistic regression on a few dense columns, by normal equations: the same weights every time. */

/** Rows of equal length, with what each should give and how much each counts. */
export interface DenseData {
  readonly rows: readonly (readonly number[])[];
  readonly targets: readonly number[];
  readonly weights: readonly number[];
}

/** A sum of columns, each times its weight, on top of a constant. */
export interface DenseFit {
  readonly constant: number;
  readonly of: readonly number[];
}

/** What a row gives. */
export function apply({ constant, of }: DenseFit, row: readonly number[]): number {
  return of.reduce((sum, weight, column) => sum + weight * row[column]!, constant);
}

/** Solves a symmetric positive system by elimination. */
function solve(matrix: number[][], right: number[]): number[] {
  const n = right.length;
  for (let p = 0; p < n; p++) {
    for (let i = p + 1; i < n; i++) {
      const factor = matrix[i]![p]! / matrix[p]![p]!;
      for (let j = p; j < n; j++) matrix[i]![j]! -= factor * matrix[p]![j]!;
      right[i]! -= factor * right[p]!;
    }
  }
  for (let p = n - 1; p >= 0; p--) {
    for (let j = p + 1; j < n; j++) right[p]! -= matrix[p]![j]! * right[j]!;
    right[p]! /= matrix[p]![p]!;
  }
  return right;
}

interface Scale {
  readonly means: number[];
  readonly deviations: number[];
}

function scaleOf(rows: DenseData['rows']): Scale {
  const columns = rows[0]!.map((_, column) => rows.map((row) => row[column]!));
  const means = columns.map((column) => column.reduce((a, b) => a + b, 0) / rows.length);
  const deviations = columns.map((column, i) => {
    const squares = column.reduce((sum, value) => sum + (value - means[i]!) ** 2, 0);
    return Math.sqrt(squares / rows.length) || 1;
  });
  return { means, deviations };
}

/** Rows brought to mean 0 and deviation 1, with a 1 at their end for the constant. */
function scaled({ rows }: DenseData, { means, deviations }: Scale): number[][] {
  return rows.map((row) => [...row.map((value, i) => (value - means[i]!) / deviations[i]!), 1]);
}

function unscaled(point: readonly number[], { means, deviations }: Scale): DenseFit {
  const of = deviations.map((deviation, i) => point[i]! / deviation);
  return { of, constant: of.reduce((sum, weight, i) => sum - weight * means[i]!, point[means.length]!) };
}

/** Weighted sums of products of columns, the penalty on the diagonal, and of columns with a target. */
function equations(
  rows: readonly (readonly number[])[],
  weights: readonly number[],
  targets: readonly number[],
  penalties: readonly number[]
): [number[][], number[]] {
  const n = penalties.length;
  const matrix = penalties.map((penalty, i) => penalties.map((_, j) => (i === j ? penalty : 0)));
  const right = penalties.map(() => 0);
  rows.forEach((row, r) => {
    for (let i = 0; i < n; i++) {
      const part = weights[r]! * row[i]!;
      right[i]! += part * targets[r]!;
      for (let j = 0; j <= i; j++) matrix[i]![j]! += part * row[j]!;
    }
  });
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) matrix[i]![j] = matrix[j]![i]!;
  return [matrix, right];
}

/** The constant bears next to no penalty. */
const FREE = 1e-6;

/** Ridge regression on columns brought to one scale. */
export function fitRidge(data: DenseData, penalty: number): DenseFit {
  const scale = scaleOf(data.rows);
  const rows = scaled(data, scale);
  const penalties = rows[0]!.map((_, i) => (i < scale.means.length ? penalty : FREE));
  return unscaled(solve(...equations(rows, data.weights, data.targets, penalties)), scale);
}

const MOST_STEPS = 30;

/**
 * Logistic regression on columns brought to one scale, by Newton's method.
 *
 * @param penalties one a column
 */
export function fitLogit(data: DenseData, columns: readonly number[]): DenseFit {
  const scale = scaleOf(data.rows);
  const rows = scaled(data, scale);
  const penalties = [...columns, FREE];
  const point = penalties.map(() => 0);
  for (let step = 0; step < MOST_STEPS; step++) {
    const chances = rows.map((row) => 1 / (1 + Math.exp(-row.reduce((sum, x, i) => sum + x * point[i]!, 0))));
    const [matrix] = equations(
      rows,
      chances.map((chance, r) => data.weights[r]! * chance * (1 - chance)),
      data.targets,
      penalties
    );
    const slope = point.map((value, i) => -penalties[i]! * value);
    rows.forEach((row, r) => {
      const miss = data.weights[r]! * (data.targets[r]! - chances[r]!);
      for (let i = 0; i < slope.length; i++) slope[i]! += miss * row[i]!;
    });
    const move = solve(matrix, slope);
    let furthest = 0;
    move.forEach((value, i) => {
      point[i]! += value;
      furthest = Math.max(furthest, Math.abs(value));
    });
    if (furthest < 1e-9) break;
  }
  return unscaled(point, scale);
}
