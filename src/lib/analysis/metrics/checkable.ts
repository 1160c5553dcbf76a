import { quoteOf } from '$lib/text/document';
import type { Knowledge } from '$lib/lexicons/knowledge';
import { CHECK_WORTHY, checkWorthyModel, sentenceLogOdds, shareOf } from '../claims/check-worthiness';
import type { Reading } from '../reading';
import { shareOfSentence } from './sentence-share';
import type { Measurement, Metric, Sums } from './metric';
import { oncePer } from './once-per';

interface CheckableSums extends Sums {
  /** Sentences, or parts of them, that state something checkable. */
  value: number;
}

/** So many of the words that weigh most are named in the evidence. */
const NAMED = 3;

/** Scores of a document's sentences: one of many segments is scored once. */
const scoresOf = oncePer(({ document }: Reading, knowledge: Knowledge) =>
  Float64Array.from(document.sentences, (_, sentence) => {
    const logOdds = sentenceLogOdds(document, sentence, knowledge);
    return logOdds === null ? 0 : shareOf(logOdds);
  })
);

export const checkable: Metric<CheckableSums> = {
  id: 'checkable',
  label: 'Checkable statements',
  unit: '% of sentences',
  version: 2,
  kind: 'share',
  range: [0, 100],
  series: ['value'],
  question: 'How much of it states facts that could be checked?',
  method:
    'Each sentence gets a score from 0 to 1 from its words, pairs of words, numbers, tense, person, modality and length; all names count as one word. The score is calibrated: of sentences with .7, about seven in ten were marked as worth checking. From .4 on a sentence counts. Share of sentences. A sentence that holds two voices counts for each by its share of the words.',
  limits:
    'Learned from United States election debates: other subjects and written news are further from what it saw. Checkable is neither true nor important, and a text full of facts can still mislead by what it leaves out.',
  source:
    'Logistic regression fitted on ClaimBuster (Arslan, Hassan, Li & Tremayne 2020), smoothed with GloVe vectors.',
  minimumWords: 50,
  measure(segment, reading, knowledge): Measurement<CheckableSums> {
    const share = shareOfSentence(reading, segment);
    if (share === 0) return { sums: { base: 0, value: 0 }, evidence: [] };
    const score = scoresOf(reading, knowledge)[segment.sentence]!;
    if (score < CHECK_WORTHY) return { sums: { base: share, value: 0 }, evidence: [] };
    const { start, end, voice, holder } = segment;
    const words = checkWorthyModel(knowledge)
      .strongest(reading.document.tokens, segment, NAMED)
      .map((word) => `“${word}”`);
    const why = words.length > 0 ? `; most for ${words.join(', ')}` : '';
    const note = `States something that could be checked (score ${Math.min(0.99, score).toFixed(2)} of 1${why}).`;
    const quote = quoteOf(reading.document, segment);
    return {
      sums: { base: share, value: share },
      evidence: [{ start, end, quote, rule: 'checkable/statement', note, voice, holder }]
    };
  },
  combine: (sums) => (sums.base > 0 ? (100 * sums.value) / sums.base : null)
};
