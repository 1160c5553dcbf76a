import type { Separation } from '../audit-schema';
import { CONFIDENCE, type Estimator } from '../metrics/estimate';
import { fTail, noncentralityInterval } from '../statistics/noncentral-f';
import { falseDiscovery } from '../statistics/quantiles';
import type { ComparedMeasures } from './divergence';
import type { WordSeparation } from './word-separation';

const FALSE_DISCOVERY_RATE = 0.05;
/** Fewest sentences with something to measure: the variance of fewer is no measure of chance. */
const FEWEST_SENTENCES = 3;

type Row = Omit<Separation, 'separates' | 'ranks'>;

/** From the noncentrality of all sentences together to the share of their variation. */
function shareOf(noncentrality: number, sentences: number): number {
  return noncentrality <= 0 ? 0 : noncentrality / (noncentrality + sentences);
}

/** One metric over all documents that have it: the variance between documents against that between sentences. */
function separateMetric(id: string, documents: readonly ComparedMeasures[]): Row | null {
  const found = documents.flatMap(({ estimators }): Estimator[] => {
    const estimator = estimators.get(id);
    return estimator && estimator.sentences >= FEWEST_SENTENCES ? [estimator] : [];
  });
  const sentences = found.reduce((sum, item) => sum + item.sentences, 0);
  const between = found.length - 1;
  if (between < 1) return null;
  // Where one document alone varies, nobody knows how much the others would: they are held to vary as it does.
  const varying = found.filter(({ variance }) => variance > 0);
  const known = varying.length === 1 ? varying : found;
  const within = known.reduce((sum, item) => sum + item.sentences - 1, 0);
  const mean = found.reduce((sum, item) => sum + item.value * item.sentences, 0) / sentences;
  let apart = 0;
  for (const { value, sentences: size } of found) apart += size * (value - mean) ** 2;
  const squares = known.reduce((sum, { variance, sentences: size }) => sum + (size - 1) * variance, 0);
  if (squares === 0) return null;
  const f = apart / between / (squares / within);
  const [low, high] = noncentralityInterval(f, between, within, CONFIDENCE);
  const effect = shareOf(between * (f - 1), sentences);
  return {
    id,
    kind: 'metric',
    effect,
    interval: [Math.min(effect, shareOf(low, sentences)), Math.max(effect, shareOf(high, sentences))],
    p: fTail(f, between, within),
    documents: found.length
  };
}

/** Whether the first effect is surely the greater one: the difference less both distances, squared and added. */
function surelyAbove(upper: Row, lower: Row): boolean {
  const reach = Math.hypot(upper.effect - upper.interval[0], lower.interval[1] - lower.effect);
  return upper.effect - lower.effect > reach;
}

/**
 * What separates the documents most, all of them at once: every metric and the vocabulary on one scale.
 *
 * The effect is the share of the variation that goes with the source. For a metric this is the variation
 * between sentences: (k-1)(F-1) over itself plus the number of sentences, with F the variance between the k
 * documents over the pooled variance of a sentence's contribution; its interval comes from the noncentral F
 * distribution; documents with fewer than three sentences to measure are left out, and where one document alone
 * varies its variance stands for all. For words it is the share of what could be known of the source of a word, from
 * `separateWords`. Chance is taken off both. `separates` is after Benjamini-Hochberg at .05 over the rows.
 * Rows are sorted by effect; `ranks` are the places that a row may have when rows whose difference is not
 * sure are held for ties. All this covers variation within these documents only.
 *
 * @param words null when there is too little text
 * @param wordDocuments documents that the words were taken from
 */
export function separate(
  documents: readonly ComparedMeasures[],
  words: WordSeparation | null,
  wordDocuments: number
): Separation[] {
  const ids = new Set(documents.flatMap(({ estimators }) => [...estimators.keys()]));
  const rows = [...ids].flatMap((id) => separateMetric(id, documents) ?? []);
  if (words) {
    const { effect, interval, p } = words;
    rows.push({ id: 'words', kind: 'words', effect, interval: [...interval], p, documents: wordDocuments });
  }
  const passed = falseDiscovery(
    rows.map(({ p }) => p),
    FALSE_DISCOVERY_RATE
  );
  return rows
    .map((row, index): Separation => {
      const above = rows.filter((other) => surelyAbove(other, row)).length;
      const below = rows.filter((other) => surelyAbove(row, other)).length;
      return { ...row, separates: passed[index]!, ranks: [1 + above, rows.length - below] };
    })
    .sort((a, b) => b.effect - a.effect || (a.id < b.id ? -1 : 1));
}
