/** Metrics as marks and sentences: what is drawn for each source, and who is told apart from whom. */
import type { Divergence, Voice } from '$lib/analysis/audit-schema';
import type { EvidenceTarget } from './evidence';
import { formatInterval, formatNumber, plural, withUnit } from './format';
import type { DocumentSlice, MetricInfo, OverviewSlice } from './slices';

/** Whose words the metric charts show; `both` draws the two voices beside each other. */
export type VoiceChoice = 'all' | 'both' | 'author' | 'attributed';

/** One mark of a metric chart: a document in one voice, or in all its words. */
export interface MetricMark {
  readonly document: string;
  /** Null for all words. */
  readonly voice: Voice | null;
  /** The last two have no value; `reason` then says why. */
  readonly state: 'measured' | 'none-found' | 'too-short' | 'failed';
  readonly value: number | null;
  readonly interval: readonly [number, number] | null;
  /** What the value is a rate over; see `baseWords`. */
  readonly base: number | null;
  /** Passages that were counted; null where there is no measurement. */
  readonly hits: number | null;
  readonly reason: string | null;
}

/** What the base of a metric counts, read from its unit. */
export function baseWords(unit: string, base: number): string {
  if (/sentence/iu.test(unit)) return plural(base, 'sentence');
  if (/clause/iu.test(unit)) return plural(base, 'clause');
  return plural(base, 'word');
}

function markOf(document: DocumentSlice, metric: string, voice: Voice | null): MetricMark {
  const unsaid = (reason: string, state: 'too-short' | 'failed' = 'too-short'): MetricMark => ({
    document: document.id,
    voice,
    state,
    value: null,
    interval: null,
    base: null,
    hits: null,
    reason
  });
  const result = document.metrics[metric];
  if (!result) return unsaid('not measured', 'failed');
  if ('reason' in result) return unsaid(result.reason, result.status);
  if (voice === null) {
    const { status, value, interval, base, hits } = result;
    return {
      document: document.id,
      voice,
      state: status === 'ok' ? 'measured' : 'none-found',
      value,
      interval,
      base,
      hits: hits.author + hits.attributed,
      reason: null
    };
  }
  const { value, interval, base } = result[voice];
  if (value === null) {
    return unsaid(
      base === 0
        ? `no ${voice === 'author' ? 'words in the author’s own voice' : 'attributed words'}`
        : `too few ${voice === 'author' ? 'words of the author’s own' : 'attributed words'} to say`
    );
  }
  const hits = result.hits[voice];
  return {
    document: document.id,
    voice,
    state: hits === 0 && value === 0 ? 'none-found' : 'measured',
    value,
    interval,
    base,
    hits,
    reason: null
  };
}

/** Metrics that are about the voices themselves: split by voice they would say nothing. */
const ABOUT_VOICE: ReadonlySet<string> = new Set(['attribution']);

/** The choice a metric can follow: one that is about voices is always shown for all words. */
export function voiceFor(metric: string, choice: VoiceChoice): VoiceChoice {
  return ABOUT_VOICE.has(metric) ? 'all' : choice;
}

/** The marks of one metric in document order; two for each document when both voices are asked for. */
export function metricMarks(overview: OverviewSlice, metric: string, choice: VoiceChoice): MetricMark[] {
  const followed = voiceFor(metric, choice);
  const voices: readonly (Voice | null)[] =
    followed === 'all' ? [null] : followed === 'both' ? ['author', 'attributed'] : [followed];
  return overview.documents.flatMap((document) => voices.map((voice) => markOf(document, metric, voice)));
}

/** Where a mark leads. */
export function markTarget(metric: string, mark: MetricMark): EvidenceTarget {
  return { kind: 'metric', metric, document: mark.document, voice: mark.voice };
}

/** A mark in words, without its source: "12.3 per 1,000 words, 95 % interval 8.1 to 16.9, n = 579 words". */
export function markWords(mark: MetricMark, info: MetricInfo): string {
  if (mark.value === null) return mark.reason ?? 'not measured';
  const none = mark.state === 'none-found' ? 'none found: ' : '';
  const base = mark.base === null ? '' : `, n = ${baseWords(info.unit, mark.base)}`;
  return `${none}${withUnit(formatNumber(mark.value), info.unit)}, 95% interval ${formatInterval(mark.interval)}${base}`;
}

/** Who is told apart from whom on a metric. */
export interface Separation {
  readonly divergence: Divergence;
  readonly high: readonly string[];
  readonly low: readonly string[];
  /** In neither group: not told apart from at least one of either. */
  readonly between: readonly string[];
  /**
   * True when the difference between the highest and the lowest is larger than its interval allows for chance, and
   * the measure separates the sources after correction for all that were compared, where that was worked out.
   */
  readonly told: boolean;
}

/** The separation of one metric; null when it was not compared. */
export function separationOf(overview: OverviewSlice, metric: string): Separation | null {
  const divergence = overview.divergence.find((item) => item.metric === metric);
  if (!divergence) return null;
  const { high, low } = divergence;
  const ranked = overview.separation.find(({ id, kind }) => kind === 'metric' && id === metric);
  return {
    divergence,
    high,
    low,
    between: overview.documents
      .map((document) => document.id)
      .filter((id) => !high.includes(id) && !low.includes(id)),
    told: low.length > 0 && high.length > 0 && divergence.interval[0] > 0 && (ranked?.separates ?? true)
  };
}

/**
 * How strongly a metric separates the sources, for ordering: the share of its variation that goes with the source,
 * or the spread where a result has no ranking.
 */
export function strengthOf(overview: OverviewSlice, metric: string): number {
  if (overview.separation.length === 0) return separationOf(overview, metric)?.divergence.spread ?? -1;
  return overview.separation.find(({ id, kind }) => kind === 'metric' && id === metric)?.effect ?? -1;
}

/** Metrics in the order in which pages show them, the ones that separate the sources most first. */
export function bySeparation(overview: OverviewSlice, metrics: readonly MetricInfo[]): MetricInfo[] {
  const rank = (metric: MetricInfo): number => {
    const separation = separationOf(overview, metric.id);
    return separation === null ? -2 : separation.told ? strengthOf(overview, metric.id) : -1;
  };
  return metrics
    .map((metric, index) => ({ metric, index, rank: rank(metric) }))
    .sort((a, b) => b.rank - a.rank || a.index - b.index)
    .map(({ metric }) => metric);
}
