import type { Divergence } from '../audit-schema';
import { CONFIDENCE, type Estimator } from '../metrics/estimate';

/** A measured document of a comparison. */
export interface ComparedMeasures {
  readonly id: string;
  /** By metric id; only metrics that could be measured. */
  readonly estimators: ReadonlyMap<string, Estimator>;
}

interface Placed {
  readonly id: string;
  readonly estimator: Estimator;
  /** Interval at the confidence that allows for all pairs. */
  readonly interval: readonly [number, number];
}

/** Interval of `upper.value - lower.value`: the two documents' own intervals, squared and added. */
function differenceInterval(upper: Placed, lower: Placed): [number, number] {
  const difference = upper.estimator.value - lower.estimator.value;
  const down = Math.hypot(
    upper.estimator.value - upper.interval[0],
    lower.interval[1] - lower.estimator.value
  );
  const up = Math.hypot(upper.interval[1] - upper.estimator.value, lower.estimator.value - lower.interval[0]);
  return [difference - down, difference + up];
}

/** Standard deviation of one sentence's contribution, pooled over documents. */
function pooledDeviation(placed: readonly Placed[]): number {
  let squares = 0;
  let degrees = 0;
  for (const { estimator } of placed) {
    squares += estimator.variance * (estimator.sentences - 1);
    degrees += estimator.sentences - 1;
  }
  return degrees > 0 ? Math.sqrt(squares / degrees) : 0;
}

function diverge(metric: string, documents: readonly ComparedMeasures[]): Divergence | null {
  const measured = documents.flatMap(({ id, estimators }) => {
    const estimator = estimators.get(metric);
    return estimator ? [{ id, estimator }] : [];
  });
  if (measured.length < 2) return null;
  const pairs = (measured.length * (measured.length - 1)) / 2;
  const confidence = 1 - (1 - CONFIDENCE) / pairs;
  const placed = measured.flatMap(({ id, estimator }): Placed[] => {
    const interval = estimator.interval(confidence);
    return interval ? [{ id, estimator, interval }] : [];
  });
  const deviation = pooledDeviation(placed);
  if (placed.length < 2 || deviation === 0) return null;

  const highest = placed.reduce((best, item) => (item.estimator.value > best.estimator.value ? item : best));
  const lowest = placed.reduce((best, item) => (item.estimator.value < best.estimator.value ? item : best));
  const [from, to] = differenceInterval(highest, lowest);
  const tied = (upper: Placed, lower: Placed): boolean =>
    upper === lower || differenceInterval(upper, lower)[0] <= 0;
  const all = tied(highest, lowest);
  const atTop = (item: Placed): boolean => all || (tied(highest, item) && !tied(item, lowest));
  const atBottom = (item: Placed): boolean => !all && tied(item, lowest) && !tied(highest, item);
  return {
    metric,
    spread: (highest.estimator.value - lowest.estimator.value) / deviation,
    interval: [Math.max(0, from) / deviation, to / deviation],
    high: placed.filter(atTop).map(({ id }) => id),
    low: placed.filter(atBottom).map(({ id }) => id)
  };
}

/**
 * Which metrics separate the documents most, most first.
 *
 * The spread is the highest minus the lowest document, in standard deviations of one sentence's contribution
 * to the value, pooled over the documents. Its interval squares and adds the distances of the two documents'
 * own intervals, each taken at 1 - .05/pairs (Bonferroni over all pairs of documents), because the two are
 * picked for being the extremes. Two documents tie when the interval of their difference, corrected in the
 * same way, holds 0; a document that ties with both ends stands in neither list. Metrics on which no
 * sentence differs from another, or that fewer than two documents have, are left out.
 */
export function compareMetrics(documents: readonly ComparedMeasures[]): Divergence[] {
  const ids = new Set(documents.flatMap(({ estimators }) => [...estimators.keys()]));
  return [...ids]
    .flatMap((metric) => diverge(metric, documents) ?? [])
    .sort((a, b) => b.spread - a.spread || (a.metric < b.metric ? -1 : 1));
}
