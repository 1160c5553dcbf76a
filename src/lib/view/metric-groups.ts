/** Metrics put together by what a reader wants to know. */
import { capitalise, inWords, joinWords, plural } from './format';
import { separationOf } from './metrics';
import type { MetricInfo, OverviewSlice } from './slices';

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

/** Metrics of one group, in the order in which they are shown. */
export interface GroupedMetrics<T> {
  readonly id: MetricGroup | 'more';
  readonly name: string;
  readonly metrics: readonly T[];
}

/** Metrics by group: the group of the first metric first, each in the order given; what is in no group comes last. */
export function byGroup<T extends { readonly id: string }>(metrics: readonly T[]): GroupedMetrics<T>[] {
  const ids = [...new Set(metrics.map(({ id }) => groupOf(id) ?? 'more'))];
  const last = (id: MetricGroup | 'more') => (id === 'more' ? 1 : 0);
  return ids
    .sort((a, b) => last(a) - last(b))
    .map((id) => ({
      id,
      name: METRIC_GROUPS.find((group) => group.id === id)?.name ?? 'More measures',
      metrics: metrics.filter((metric) => (groupOf(metric.id) ?? 'more') === id)
    }));
}

/** What differs in a group, in one sentence: the measures on which sources can be told apart, and how many are ties. */
export function groupWords(
  overview: OverviewSlice,
  metrics: readonly Pick<MetricInfo, 'id' | 'label'>[]
): string {
  const compared = metrics.flatMap(({ id, label }) => {
    const separation = separationOf(overview, id);
    const separates = overview.separation.some(
      (row) => row.kind === 'metric' && row.id === id && row.separates
    );
    return separation ? [{ label, told: separation.told, separates }] : [];
  });
  if (compared.length === 0 || overview.documents.length < 2) return `${plural(metrics.length, 'measure')}.`;
  const told = compared.filter((item) => item.told).map(({ label }) => label.toLowerCase());
  const among = (said: string) => (overview.among ? `Of all ${overview.among}: ${said}` : capitalise(said));
  const ties = compared.length - told.length;
  if (told.length === 0) {
    const together = compared.filter((item) => item.separates).map(({ label }) => label.toLowerCase());
    if (together.length > 0) {
      return among(
        `no two sources can be told apart for sure, though all together they differ in ${joinWords(together)}.`
      );
    }
    return among(
      `${ties === 1 ? 'a tie' : `ties in ${ties === 2 ? 'both' : `all ${inWords(ties)}`}`}: no two sources can be told apart.`
    );
  }
  const rest =
    ties === 0 ? '' : `; ${ties === 1 ? 'the other is a tie' : `the other ${inWords(ties)} are ties`}`;
  return among(`sources can be told apart in ${joinWords(told, 'and')}${rest}.`);
}
