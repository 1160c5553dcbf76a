/** Quantiles of the distributions that intervals are built from, exact to about nine digits. */

/** Two-sided 95 % point of the normal distribution. */
export const NORMAL_95 = 1.959964;

/** Largest x in [low, high] with `below(x)`, by bisection; `below` must hold from `low` up to some point. */
function bisect(low: number, high: number, below: (x: number) => boolean): number {
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if (below(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** P(|T| <= t) for Student's t with a whole number of degrees of freedom: the finite trigonometric sum. */
function centralT(t: number, degrees: number): number {
  const angle = Math.atan(t / Math.sqrt(degrees));
  const cosine = Math.cos(angle);
  const sine = Math.sin(angle);
  const odd = degrees % 2 === 1;
  if (degrees === 1) return (2 * angle) / Math.PI;
  let term = odd ? cosine : 1;
  let sum = term;
  for (let j = odd ? 3 : 2; j < degrees; j += 2) {
    term *= (cosine * cosine * (j - 1)) / j;
    sum += term;
  }
  return odd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum;
}

/** From here on Student's t is told from a wide t only in the fourth digit, so the sum is cut off. */
const MOST_DEGREES = 400;
/** Quantiles by confidence and degrees: every interval asks for one, mostly for the same. */
const students = new Map<number, Map<number, number>>();
/** Confidences that are kept: that of what is shown, and those of comparisons, which depend on their number. */
const KEPT = 100;

/** What is kept for one confidence; with too many of them all are forgotten. */
function keptFor<V>(kept: Map<number, Map<number, V>>, confidence: number): Map<number, V> {
  let known = kept.get(confidence);
  if (!known) {
    if (kept.size >= KEPT) kept.clear();
    kept.set(confidence, (known = new Map()));
  }
  return known;
}

/**
 * Half-width, in standard errors, of a two-sided interval from `degrees + 1` observations.
 *
 * @param confidence such as 0.95
 */
export function studentQuantile(confidence: number, degrees: number): number {
  const whole = Math.max(1, Math.min(MOST_DEGREES, Math.floor(degrees)));
  const known = keptFor(students, confidence);
  let quantile = known.get(whole);
  if (quantile === undefined) {
    known.set(whole, (quantile = bisect(0, 1e6, (t) => centralT(t, whole) < confidence)));
  }
  return quantile;
}

/** P(X <= count) for a Poisson count with the given mean. */
function poissonBelow(count: number, mean: number): number {
  let term = Math.exp(-mean);
  let sum = term;
  for (let k = 1; k <= count; k++) {
    term *= mean / k;
    sum += term;
  }
  return sum;
}

/** Intervals of the small counts that most rates have. */
const poissons = new Map<number, Map<number, readonly [number, number]>>();
const SMALL = 20;

/**
 * Exact interval of a Poisson mean from one count (Garwood 1936). Meant for small counts.
 *
 * @param confidence such as 0.95
 */
export function poissonInterval(count: number, confidence: number): readonly [number, number] {
  if (!Number.isInteger(count) || count >= SMALL) return garwood(count, confidence);
  const known = keptFor(poissons, confidence);
  let interval = known.get(count);
  if (!interval) known.set(count, (interval = garwood(count, confidence)));
  return interval;
}

function garwood(count: number, confidence: number): [number, number] {
  const tail = (1 - confidence) / 2;
  const top = 10 * count + 60;
  const lower = count === 0 ? 0 : bisect(0, top, (mean) => 1 - poissonBelow(count - 1, mean) < tail);
  const upper = bisect(0, top, (mean) => poissonBelow(count, mean) > tail);
  return [lower, upper];
}

/**
 * Wilson's interval of a share.
 *
 * @param share observed, 0 to 1
 * @param size number of observations, or their effective number; need not be whole
 * @param quantile half-width in standard errors
 */
export function wilsonInterval(share: number, size: number, quantile: number): [number, number] {
  const square = (quantile * quantile) / size;
  const centre = (share + square / 2) / (1 + square);
  const half = (quantile / (1 + square)) * Math.sqrt((share * (1 - share)) / size + square / (4 * size));
  return [share <= 0 ? 0 : Math.max(0, centre - half), share >= 1 ? 1 : Math.min(1, centre + half)];
}

/** P(|Z| >= |z|) for a standard normal Z, to seven digits: a fitted continued exponential of erfc. */
export function normalTails(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + x / 2);
  const series = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
    -0.82215223, 0.17087277
  ];
  let sum = 0;
  for (let i = series.length - 1; i >= 0; i--) sum = sum * t + series[i]!;
  return Math.min(1, t * Math.exp(-x * x + sum));
}

/**
 * Which of several tests pass when at most `rate` of those that pass may be false (Benjamini-Hochberg).
 *
 * @returns one flag for each p-value, in the order given
 */
export function falseDiscovery(pValues: readonly number[], rate: number): boolean[] {
  const sorted = [...pValues].sort((a, b) => a - b);
  let limit = -1;
  sorted.forEach((p, index) => {
    if (p <= (rate * (index + 1)) / sorted.length) limit = p;
  });
  return pValues.map((p) => p <= limit);
}
