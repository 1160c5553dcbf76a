import type { Measurement, Metric, Sums } from './metric';
import { quoteOf } from '$lib/text/document';
import { shareOfSentence } from './sentence-share';
import { scoreSubjectivity } from './subjectivity-score';
import { SUBJECTIVE } from './subjectivity-weights';

interface SubjectivitySums extends Sums {
  /** Sentences, or parts of them, that judge rather than report. */
  value: number;
}

/** So many signs are named in a note; the rest are counted. */
const NAMED = 5;

export const subjectivity: Metric<SubjectivitySums> = {
  id: 'subjectivity',
  label: 'Subjective sentences',
  unit: '% of sentences',
  version: 2,
  kind: 'share',
  range: [0, 100],
  series: ['value'],
  question: 'How much of it judges rather than reports?',
  method:
    'Each stretch of one voice adds up its signs of judgement: words of opinion, duty, praise and blame, figures of speech, turns of argument, charged words, words of certainty, strong tone, questions, exclamations, and statements in general, without a name, a figure or a past deed. Figures, dates, official sources and the telling of what somebody named did count against. In a sentence of usual length one strong word of opinion with a second sign is enough; one charged word alone is not. Share of sentences; one that holds two voices counts for each by its share of the words.',
  limits:
    'Opinion in sober words is missed, and a strong word that fits the facts counts as judgement. Judgement is no fault: a comment is meant to judge. Readers themselves often disagree where report ends and opinion begins.',
  source:
    'Original lists and hand-set weights; subjective words after Recasens, Danescu-Niculescu-Mizil & Jurafsky 2013.',
  minimumWords: 50,
  measure(segment, reading, knowledge): Measurement<SubjectivitySums> {
    const share = shareOfSentence(reading, segment);
    if (share === 0) return { sums: { base: 0, value: 0 }, evidence: [] };
    const { score, signs } = scoreSubjectivity(reading, segment, knowledge);
    if (score < SUBJECTIVE) return { sums: { base: share, value: 0 }, evidence: [] };
    const { document } = reading;
    const { start, end, voice, holder } = segment;
    const telling = signs.filter(({ weight }) => weight > 0);
    const named = telling.slice(0, NAMED).map((sign) => `“${quoteOf(document, sign)}”`);
    const more = telling.length > NAMED ? ` and ${telling.length - NAMED} more` : '';
    const note = named.length > 0 ? `Signs: ${named.join(', ')}${more}.` : 'Strong tone.';
    return {
      sums: { base: share, value: share },
      evidence: [
        { start, end, quote: quoteOf(document, segment), rule: 'subjectivity/sentence', note, voice, holder }
      ]
    };
  },
  combine: (sums) => (sums.base > 0 ? (100 * sums.value) / sums.base : null)
};
