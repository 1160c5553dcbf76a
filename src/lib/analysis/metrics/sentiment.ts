import type { Evidence } from '../audit-schema';
import type { Measurement, Metric, Sums } from './metric';
import { wordsIn } from './list-rate';
import { segmentSentiment } from './sentiment-score';

interface SentimentSums extends Sums {
  /** Score of each segment times its words. */
  value: number;
}

export const sentiment: Metric<SentimentSums> = {
  id: 'sentiment',
  label: 'Sentiment',
  unit: '-1 to 1',
  version: 1,
  kind: 'mean',
  range: [-1, 1],
  series: ['value'],
  question: 'Does it sound positive or negative?',
  method:
    'Rated words, with negation, degree words and "but" as in VADER, names left out; the sum is set against the number of content words. Each stretch of one voice gets -1 to 1; the mean weighs it by its words, so that the author’s part and the quoted part add up to the whole.',
  limits:
    'The tone of words, not a stance for or against anybody: a text may report grave events and take no side. Irony is not seen. Says nothing about bias. Single ratings were fitted on editorials and can look odd: trust the sum.',
  source:
    'VADER (Hutto & Gilbert 2014) and AFINN-165 lexicons, widened with GloVe vectors and weighed on rated NYT editorial sentences.',
  minimumWords: 50,
  measure(segment, reading, knowledge): Measurement<SentimentSums> {
    const words = wordsIn(reading, segment);
    const { hits, scores, firstHits } = segmentSentiment(reading, knowledge);
    const { firstToken, tokenEnd, voice, holder } = segment;
    const evidence: Evidence[] = [];
    for (let k = firstHits[firstToken]!; k < hits.tokens.length && hits.tokens[k]! < tokenEnd; k++) {
      const { start, end, text } = reading.document.tokens[hits.tokens[k]!]!;
      const valence = hits.valences[k]!;
      evidence.push({
        start,
        end,
        quote: text,
        rule: valence > 0 ? 'sentiment/positive' : 'sentiment/negative',
        note: `Counts ${valence > 0 ? '+' : '−'}${Math.abs(valence).toFixed(1)} on a scale of −5 to 5.`,
        voice,
        holder
      });
    }
    return { sums: { base: words, value: scores[firstToken]! * words }, evidence };
  },
  combine: (sums) => (sums.base > 0 ? sums.value / sums.base : null)
};
