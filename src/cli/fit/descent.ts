/** Descent to the least of a smooth function by L-BFGS: no randomness, the same point every time. */

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** Steps whose turning of the slope is kept in mind. */
const MEMORY = 10;
const MOST_STEPS = 200;
/** The slope's length at which to stop, as a share of its length at the start. */
const TOLERANCE = 1e-4;

interface Step {
  readonly moved: Float64Array;
  readonly turned: Float64Array;
  readonly product: number;
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

/**
 * The point of least loss that steps from nought lead to.
 *
 * @param lossAt answers with the loss at a point and writes its slope there
 */
export function descend(
  size: number,
  lossAt: (point: Float64Array, slope: Float64Array) => number
): Float64Array {
  let point = new Float64Array(size);
  let slope = new Float64Array(size);
  let loss = lossAt(point, slope);
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
      nextLoss = lossAt(next, nextSlope);
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
  return point;
}
