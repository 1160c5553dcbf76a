/** The F distribution and its noncentral form: how surely several means differ, and by how much. */

/** ln Γ(x) for x > 0 (Lanczos' series), to about ten digits. */
function logGamma(x: number): number {
  const series = [
    76.18009172947146, -86.50532032941678, 24.01409824083091, -1.231739572450155, 0.001208650973866179,
    -5.395239384953e-6
  ];
  let sum = 1.000000000190015;
  series.forEach((term, index) => (sum += term / (x + 1 + index)));
  return (x + 0.5) * Math.log(x + 5.5) - (x + 5.5) + Math.log((Math.sqrt(2 * Math.PI) * sum) / x);
}

const MOST_STEPS = 300;
const TINY = 1e-300;

/** The continued fraction of the incomplete beta function, which converges fast for x < (a+1)/(a+b+2). */
function betaFraction(x: number, a: number, b: number): number {
  const away = (value: number): number => (Math.abs(value) < TINY ? TINY : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= MOST_STEPS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    result *= d * c;
    if (Math.abs(d * c - 1) < 1e-12) break;
  }
  return result;
}

/** Regularised incomplete beta function I_x(a, b). */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x));
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

/** P(F <= f) for means that differ by a given noncentrality, for one f. */
type NoncentralF = (noncentrality: number) => number;

function noncentralFAt(f: number, between: number, within: number): NoncentralF {
  const x = (between * f) / (between * f + within);
  const b = within / 2;
  // I_x(a + 1, b) follows from I_x(a, b), so each further one costs a multiplication.
  const betas = [incompleteBeta(x, between / 2, b)];
  let a = between / 2;
  let step = Math.exp(
    logGamma(a + b) - logGamma(a + 1) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x)
  );
  const betaAt = (j: number): number => {
    while (betas.length <= j) {
      betas.push(Math.max(0, betas[betas.length - 1]! - step));
      step *= (x * (a + b)) / (a + 1);
      a++;
    }
    return betas[j]!;
  };
  return (noncentrality) => {
    const half = noncentrality / 2;
    if (half === 0) return betaAt(0);
    const reach = Math.ceil(8 * Math.sqrt(half + 1)) + 8;
    const first = Math.max(0, Math.floor(half) - reach);
    let weight = Math.exp(-half + first * Math.log(half) - logGamma(first + 1));
    let sum = 0;
    for (let j = first; j <= first + 2 * reach; j++) {
      sum += weight * betaAt(j);
      weight *= half / (j + 1);
    }
    return Math.min(1, sum);
  };
}

/**
 * P(F <= f) for means that differ: a Poisson mixture of central F distributions.
 *
 * @param between degrees of freedom between groups
 * @param within degrees of freedom within groups
 * @param noncentrality Σ nᵢ(μᵢ - μ)²/σ²; 0 gives the central F
 */
export function noncentralF(f: number, between: number, within: number, noncentrality: number): number {
  return f <= 0 ? 0 : noncentralFAt(f, between, within)(noncentrality);
}

/** P(F > f) when all means are equal. */
export function fTail(f: number, between: number, within: number): number {
  if (f <= 0) return 1;
  // The upper tail itself, so that small p-values keep their digits.
  return incompleteBeta(within / (between * f + within), within / 2, between / 2);
}

/**
 * Largest variation between groups, in variances within them, that an interval is worked out for: the work grows with
 * it, and where sentences hardly vary at all it has no end.
 */
const MOST_APART = 250_000;

/** Bisection steps: enough for six digits of any noncentrality that is asked for. */
const STEPS = 40;

/**
 * Two-sided interval of the noncentrality, from one observed F. An F beyond all use gets the interval of the largest
 * one that is worked out, which lies lower.
 *
 * @param confidence such as 0.95
 */
export function noncentralityInterval(
  f: number,
  between: number,
  within: number,
  confidence: number
): [number, number] {
  if (f <= 0) return [0, 0];
  const tail = (1 - confidence) / 2;
  const most = Math.min(f, MOST_APART / between);
  const below = noncentralFAt(most, between, within);
  const solve = (probability: number): number => {
    if (below(0) <= probability) return 0;
    let low = 0;
    let high = 4 * (between * most + between + 20);
    for (let step = 0; step < STEPS; step++) {
      const middle = (low + high) / 2;
      if (below(middle) > probability) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  };
  return [solve(1 - tail), solve(tail)];
}
