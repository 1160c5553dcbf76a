import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Token } from '$lib/text/document';
import type { Evidence } from '../audit-schema';
import type { Reading, Segment } from '../reading';

/**
 * What a metric adds up over segments. `base` is what the rate is per (words, sentences, …); every other
 * key is an amount. The runner sums these and never looks inside.
 */
export interface Sums {
  base: number;
  [amount: string]: number;
}

/** What one metric says about one segment. */
export interface Measurement<S extends Sums> {
  sums: S;
  evidence: Evidence[];
}

/**
 * One metric, one file; the file's name is its id. A metric says what it counts in one segment; the runner
 * does the ratio, the split by voice, the interval, the "too short to say" state and the error boundary.
 */
export interface Metric<S extends Sums = Sums> {
  readonly id: string;
  readonly label: string;
  /** What `value` is in: "per 1,000 words", "% of words", "-1 to 1". */
  readonly unit: string;
  readonly version: number;
  /**
   * What the value is, which decides its interval. `rate`: hits per so many, and `sums[series]` counts the
   * hits; `share`: a part of a whole, between the ends of `range`; `mean`: anything else.
   */
  readonly kind: 'rate' | 'share' | 'mean';
  /** Lowest and highest possible value. */
  readonly range?: readonly [number, number];
  /** True when the two voices' values follow from what is counted, so that they carry no uncertainty. */
  readonly voiceIsCounted?: boolean;
  /** `["value"]`, or named parts such as `["named", "unnamed", "document"]`. */
  readonly series: readonly string[];
  /** What a reader asks: "How often does it use charged words?" */
  readonly question: string;
  readonly method: string;
  readonly limits: string;
  /** Where the method comes from. */
  readonly source: string;
  /** Fewest words of body text to say anything at all. */
  readonly minimumWords: number;
  /**
   * What one segment adds. The sums have the same keys for every segment; the evidence is made for the caller,
   * who writes the segment's voice and holder into it.
   */
  measure(segment: Segment, reading: Reading, knowledge: Knowledge): Measurement<S>;
  /** The value of one series from summed amounts; null when there is nothing to say. */
  combine(sums: S, series: string): number | null;
  /** For what is no sum of its parts (a moving-average type-token ratio). */
  whole?(tokens: readonly Token[]): number | null;
  /** Variance of `whole`, in its unit squared: what its interval is made from. */
  wholeVariance?(tokens: readonly Token[]): number | null;
  /** Why there is nothing to say when a text of enough words has no base (no attributed words, for one). */
  readonly withoutBase?: string;
}

/** What the pages and the API show beside a metric. */
export type MetricDescription = Pick<
  Metric,
  | 'id'
  | 'label'
  | 'unit'
  | 'version'
  | 'series'
  | 'question'
  | 'method'
  | 'limits'
  | 'source'
  | 'minimumWords'
>;
