/** Metrics put together by what a reader wants to know. */

export type MetricGroup = 'words' | 'certainty' | 'sourcing' | 'reading';

export const METRIC_GROUPS: readonly {
  readonly id: MetricGroup;
  readonly name: string;
  readonly meaning: string;
  readonly metrics: readonly string[];
}[] = [
  {
    id: 'words',
    name: 'Choice of words',
    meaning: 'charged words, tone, judgements, and deeds told without who did them',
    metrics: ['loaded-language', 'sentiment', 'subjectivity', 'agency', 'reader-address']
  },
  {
    id: 'certainty',
    name: 'Certainty',
    meaning: 'how sure it sounds, and how much could be checked',
    metrics: ['hedging', 'boosters', 'checkable']
  },
  {
    id: 'sourcing',
    name: 'Sources named',
    meaning: 'whose words it reports, and how it names them',
    metrics: ['attribution', 'weasel-sourcing', 'sources-cited']
  },
  {
    id: 'reading',
    name: 'Ease of reading',
    meaning: 'how hard it is to read',
    metrics: ['readability', 'vocabulary']
  }
];

/** The group of a metric; a metric that is in none is shown with all metrics only. */
export function groupOf(metric: string): MetricGroup | null {
  return METRIC_GROUPS.find(({ metrics }) => metrics.includes(metric))?.id ?? null;
}

/** The metrics of a group; all of them without one. */
export function inGroup<T extends { readonly id: string }>(
  metrics: readonly T[],
  group: MetricGroup | null
): readonly T[] {
  return group === null ? metrics : metrics.filter(({ id }) => groupOf(id) === group);
}
