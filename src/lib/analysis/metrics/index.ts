import { attribution } from './attribution';
import { boosters } from './boosters';
import { hedging } from './hedging';
import { loadedLanguage } from './loaded-language';
import type { Metric, MetricDescription } from './metric';
import { readability } from './readability';
import { sentiment } from './sentiment';

/** Every metric, in the order in which pages show them. */
export const metrics: readonly Metric[] = [
  loadedLanguage,
  sentiment,
  hedging,
  boosters,
  attribution,
  readability
];

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
