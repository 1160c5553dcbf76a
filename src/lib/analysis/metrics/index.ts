import { agency } from './agency';
import { attribution } from './attribution';
import { boosters } from './boosters';
import { checkable } from './checkable';
import { hedging } from './hedging';
import { loadedLanguage } from './loaded-language';
import type { Metric, MetricDescription } from './metric';
import { readability } from './readability';
import { readerAddress } from './reader-address';
import { sentiment } from './sentiment';
import { sourcesCited } from './sources-cited';
import { subjectivity } from './subjectivity';
import { vocabulary } from './vocabulary';
import { weaselSourcing } from './weasel-sourcing';

/** Every metric, in the order in which pages show them. */
export const metrics: readonly Metric[] = [
  loadedLanguage,
  sentiment,
  hedging,
  boosters,
  attribution,
  weaselSourcing,
  sourcesCited,
  subjectivity,
  checkable,
  agency,
  readerAddress,
  readability,
  vocabulary
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
