import type { Evidence } from '../audit-schema';
import { quoteOf } from '$lib/text/document';
import type { Reading, Segment } from '../reading';
import { wordsIn } from './list-rate';
import type { Measurement, Metric, Sums } from './metric';
import { countSyllables } from './syllables';

/** Words from which a sentence is shown as long, and syllables from which a word is. */
const LONG_SENTENCE = 35;
const LONG_WORD = 5;

interface ReadabilitySums extends Sums {
  sentences: number;
  syllables: number;
}

function evidence(segment: Segment, reading: Reading, sentenceWords: number): Evidence[] {
  const { document } = reading;
  const { voice, holder } = segment;
  const found: Evidence[] = [];
  if (sentenceWords >= LONG_SENTENCE) {
    const { start, end } = segment;
    const note = `Part of a sentence of ${sentenceWords} words.`;
    const quote = quoteOf(document, segment);
    found.push({ start, end, quote, rule: 'readability/long-sentence', note, voice, holder });
  }
  for (let i = segment.firstToken; i < segment.tokenEnd; i++) {
    const token = document.tokens[i]!;
    if (!token.word || token.pos === 'PROPN' || token.text.length < 9) continue;
    const syllables = countSyllables(token.text);
    if (syllables < LONG_WORD) continue;
    const { start, end, text } = token;
    const note = `A word of ${syllables} syllables.`;
    found.push({ start, end, quote: text, rule: 'readability/long-word', note, voice, holder });
  }
  return found;
}

export const readability: Metric<ReadabilitySums> = {
  id: 'readability',
  label: 'Readability',
  unit: 'school grade',
  version: 1,
  kind: 'mean',
  series: ['flesch-kincaid-grade', 'flesch-reading-ease'],
  question: 'How hard is it to read?',
  method:
    'Flesch-Kincaid grade = .39 words per sentence + 11.8 syllables per word − 15.59; Flesch reading ease = 206.835 − 1.015 words per sentence − 84.6 syllables per word. Syllables are estimated from the spelling. A sentence that holds two voices counts for each by its share of the words.',
  limits:
    'Counts the length of sentences and words, not how clear they are. Fewer than 100 words say nothing. Names and numbers count like other words.',
  source: 'Flesch reading ease and Flesch-Kincaid grade, standard formulas.',
  minimumWords: 100,
  measure(segment, reading): Measurement<ReadabilitySums> {
    const words = wordsIn(reading, segment);
    const sentenceWords = wordsIn(reading, reading.document.sentences[segment.sentence]!);
    let syllables = 0;
    for (let i = segment.firstToken; i < segment.tokenEnd; i++) {
      const token = reading.document.tokens[i]!;
      if (token.word) syllables += countSyllables(token.text);
    }
    return {
      sums: { base: words, sentences: sentenceWords > 0 ? words / sentenceWords : 0, syllables },
      evidence: evidence(segment, reading, sentenceWords)
    };
  },
  combine(sums, series) {
    if (sums.base <= 0 || sums.sentences <= 0) return null;
    const length = sums.base / sums.sentences;
    const syllables = sums.syllables / sums.base;
    return series === 'flesch-reading-ease'
      ? 206.835 - 1.015 * length - 84.6 * syllables
      : 0.39 * length + 11.8 * syllables - 15.59;
  }
};
