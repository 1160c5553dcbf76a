/** What a change to a text did to its metrics, each with an interval that knows which sentences are the same. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Reading } from '../reading';
import type { RevisedMetric, RevisedValue } from '../audit-schema-revision';
import { pairedInterval } from '../statistics/paired-interval';
import { CONFIDENCE, slopeOf } from './estimate';
import { metrics } from './index';
import type { Metric, Sums } from './metric';
import { pairSentences, type SentencePairs } from './paired-sentences';
import { count } from './runner';
import type { Spoken } from './sum-table';

/** What every pair of sentences adds to the difference, to first order: at the middle of both totals. */
function addedBy(
  metric: Metric,
  series: string,
  before: Spoken,
  after: Spoken,
  pairs: SentencePairs
): Float64Array {
  const middle: Sums = { base: 0 };
  for (const key of before.keys) middle[key] = ((before.totals[key] ?? 0) + (after.totals[key] ?? 0)) / 2;
  const slopes = before.keys.map((key) => slopeOf(key, middle, (sums) => metric.combine(sums, series)));
  const added = new Float64Array(pairs.count);
  const counts = new Uint8Array(pairs.count);
  const add = ({ keys, cells, first, end }: Spoken, pairOf: Int32Array, sign: 1 | -1): void => {
    for (let row = first, i = 0; row < end; row += keys.length, i++) {
      if (!(cells[row]! > 0)) continue;
      let moved = 0;
      for (let column = 0; column < keys.length; column++) moved += slopes[column]! * cells[row + column]!;
      added[pairOf[i]!]! += sign * moved;
      counts[pairOf[i]!] = 1;
    }
  };
  add(before, pairs.before, -1);
  add(after, pairs.after, 1);
  return added.filter((_, pair) => counts[pair] === 1);
}

function revisedValue(
  metric: Metric,
  before: Spoken,
  after: Spoken,
  pairs: SentencePairs
): RevisedValue | null {
  if (before.totals.base <= 0 || after.totals.base <= 0) return null;
  const series = metric.series[0]!;
  const was = metric.combine(before.totals, series);
  const is = metric.combine(after.totals, series);
  if (was === null || is === null) return null;
  const difference = is - was;
  const {
    interval,
    changed,
    pairs: sentences
  } = pairedInterval(difference, addedBy(metric, series, before, after, pairs), CONFIDENCE);
  return { difference, interval: interval && [interval[0], interval[1]], changed, sentences };
}

/**
 * Later minus earlier version of a text, for every metric that is made of sums over sentences, in its unit. A metric
 * that cannot be measured in one of the two has no difference; one that is no sum of its parts (a moving-average
 * type-token ratio) is left out.
 */
export function pairedDifferences(
  before: Reading,
  after: Reading,
  knowledge: Knowledge,
  which: readonly Metric[] = metrics
): Record<string, RevisedMetric> {
  const pairs = pairSentences(before.document, after.document);
  const words = Math.min(before.document.words, after.document.words);
  const differences: Record<string, RevisedMetric> = {};
  for (const metric of which) {
    if (metric.whole || words < metric.minimumWords) continue;
    const [x, y] = [count(metric, before, knowledge), count(metric, after, knowledge)];
    differences[metric.id] = {
      all: revisedValue(metric, x.whole, y.whole, pairs),
      author: revisedValue(metric, x.author, y.author, pairs),
      attributed: revisedValue(metric, x.attributed, y.attributed, pairs)
    };
  }
  return differences;
}
