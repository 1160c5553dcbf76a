import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Estimate, Evidence, Measured, MetricResult, Voice } from '../audit-schema';
import type { Token } from '$lib/text/document';
import type { Reading, Segment } from '../reading';
import { CONFIDENCE, estimate, estimateWhole, type Estimator } from './estimate';
import { metrics } from './index';
import type { Metric, Sums } from './metric';
import { oncePer } from './once-per';
import { keysOf, roomFor, spokenIn, VoiceTables, type Spoken } from './sum-table';

/** What one document gives: what is shown, and what a comparison needs. */
export interface MeasuredDocument {
  readonly results: Record<string, MetricResult>;
  /** By metric id; only metrics that could be measured. */
  readonly estimators: ReadonlyMap<string, Estimator>;
}

interface Counted {
  readonly whole: Spoken;
  readonly author: Spoken;
  readonly attributed: Spoken;
  readonly evidence: Evidence[];
}

const order = (a: Evidence, b: Evidence): number =>
  a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : 1);

/** Most sums of a metric; one with more gets room of its own. */
const USUAL_SUMS = 6;
/** The metrics of a document take turns in the same room. */
const roomIn = oncePer(({ document }: Reading) => roomFor(document.sentences.length, USUAL_SUMS));
/** Every segment gives the same sums. */
const sumsOf = oncePer((_: Metric, sums: Sums) => keysOf(sums));

/** Sums of every sentence, all voices together and each voice alone. */
export function count(metric: Metric, reading: Reading, knowledge: Knowledge): Counted {
  const { sentences } = reading.document;
  let tables: VoiceTables | null = null;
  const evidence: Evidence[] = [];
  for (const segment of reading.segments) {
    const { sums, evidence: found } = metric.measure(segment, reading, knowledge);
    tables ??= new VoiceTables(sentences.length, sums, sumsOf(metric, sums), roomIn(reading));
    tables.add(segment, sums);
    for (const item of found) {
      item.voice = segment.voice;
      item.holder = segment.holder;
      evidence.push(item);
    }
  }
  const { whole, author, attributed } = tables ?? new VoiceTables(0, { base: 0 });
  return {
    whole: spokenIn(whole),
    author: spokenIn(author),
    attributed: spokenIn(attributed),
    evidence: evidence.length > 1 ? evidence.sort(order) : evidence
  };
}

/** Body tokens of one voice, or of both. */
function tokensOf({ document, segments }: Reading, voice: Voice | null): readonly Token[] {
  const own = (segment: Segment): boolean => voice === null || segment.voice === voice;
  let length = 0;
  for (const segment of segments) if (own(segment)) length += segment.tokenEnd - segment.firstToken;
  // The very array where it holds no heading and only one voice: what was read in it is not read again.
  if (length === document.tokens.length) return document.tokens;
  const tokens: Token[] = [];
  for (const segment of segments) {
    if (!own(segment)) continue;
    for (let k = segment.firstToken; k < segment.tokenEnd; k++) tokens.push(document.tokens[k]!);
  }
  return tokens;
}

/** The value of a series: from sums over sentences, or over all the words at once. */
function valueOf(
  metric: Metric,
  series: string,
  spoken: Spoken,
  reading: Reading,
  voice: Voice | null
): Estimator | null {
  if (!metric.whole) return estimate(metric, series, spoken);
  return estimateWhole(metric, tokensOf(reading, voice), spoken.totals.base, spoken.sentences);
}

function voiceEstimate(
  metric: Metric,
  series: string,
  spoken: Spoken,
  reading: Reading,
  voice: Voice
): Estimate {
  const found = valueOf(metric, series, spoken, reading, voice);
  if (!found) return { value: null, interval: null, base: spoken.totals.base };
  const interval = metric.voiceIsCounted
    ? ([found.value, found.value] as [number, number])
    : found.interval(CONFIDENCE);
  return { value: found.value, interval, base: found.base };
}

function measure(
  metric: Metric,
  reading: Reading,
  knowledge: Knowledge
): { result: MetricResult; estimator: Estimator | null } {
  const words = reading.document.words;
  if (words < metric.minimumWords) {
    const reason = `The text has ${words} ${words === 1 ? 'word' : 'words'}; this takes at least ${metric.minimumWords}.`;
    return { result: { status: 'too-short', reason }, estimator: null };
  }
  const { whole, author, attributed, evidence } = count(metric, reading, knowledge);
  const first = metric.series[0]!;
  const found = valueOf(metric, first, whole, reading, null);
  const interval = found?.interval(CONFIDENCE) ?? null;
  if (!found || !interval) {
    const nothing = whole.totals.base <= 0 ? metric.withoutBase : undefined;
    const reason = nothing ?? 'The text has too few sentences to say how far a value could be off.';
    return { result: { status: 'too-short', reason }, estimator: null };
  }
  const result: Measured = {
    status: found.value === 0 && evidence.length === 0 ? 'none-found' : 'ok',
    value: found.value,
    interval,
    base: found.base,
    unit: metric.unit,
    author: voiceEstimate(metric, first, author, reading, 'author'),
    attributed: voiceEstimate(metric, first, attributed, reading, 'attributed'),
    evidence
  };
  if (metric.series.length > 1) {
    result.parts = metric.series.map((id) => {
      const part = estimate(metric, id, whole);
      return { id, value: part?.value ?? null, interval: part?.interval(CONFIDENCE) ?? null };
    });
  }
  return { result, estimator: found };
}

/**
 * Runs every metric on one document: sums over segments, the ratio, the split by voice, the interval, and
 * the states "too short" and "none found". A metric that throws is `failed` and harms no other.
 */
export function measureDocument(
  reading: Reading,
  knowledge: Knowledge,
  which: readonly Metric[] = metrics
): MeasuredDocument {
  const results: Record<string, MetricResult> = {};
  const estimators = new Map<string, Estimator>();
  for (const metric of which) {
    try {
      const { result, estimator } = measure(metric, reading, knowledge);
      results[metric.id] = result;
      if (estimator) estimators.set(metric.id, estimator);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      results[metric.id] = { status: 'failed', reason: `This could not be measured: ${why}.` };
    }
  }
  return { results, estimators };
}

/** The results alone, for callers that compare nothing. */
export function runMetrics(reading: Reading, knowledge: Knowledge): Record<string, MetricResult> {
  return measureDocument(reading, knowledge).results;
}
