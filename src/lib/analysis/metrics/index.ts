import type { Metric, MetricDescription } from './metric';

/** Every metric, in the order in which pages show them. */
export const metrics: readonly Metric[] = [];

/** What the pages and the API show beside each metric. */
export function describeMetrics(): MetricDescription[] {
  return metrics.map(
    ({ id, label, unit, version, series, question, method, limits, source, minimumWords }) => ({
      id,
      label,
      unit,
      version,
      series,
      question,
      method,
      limits,
      source,
      minimumWords
    })
  );
}
