import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Evidence } from '../audit-schema';
import { quoteOf, type Token } from '$lib/text/document';
import { bytePerTypeOf } from '$lib/text/type-codes';
import type { Reading, Segment } from '../reading';
import { wordsIn } from './list-rate';
import type { Measurement, Metric, Sums } from './metric';
import { countSyllables } from './syllables';

/** Words from which a sentence is shown as long; syllables and letters from which a word is. */
const LONG_SENTENCE = 35;
const LONG_WORD = 5;
const LONG_SPELLING = 9;

interface ReadabilitySums extends Sums {
  sentences: number;
  syllables: number;
}

/** Syllables of a word; 0 for what is none. */
const syllablesOf = bytePerTypeOf((knowledge: Knowledge, { text, word }) =>
  word ? countSyllables(text, knowledge) : 0
);

function longWord(token: Token, syllables: number, { voice, holder }: Segment): Evidence {
  const { start, end, text } = token;
  const note = `A word of ${syllables} syllables.`;
  return { start, end, quote: text, rule: 'readability/long-word', note, voice, holder };
}

function longSentence(segment: Segment, reading: Reading, words: number): Evidence {
  const { start, end, voice, holder } = segment;
  const quote = quoteOf(reading.document, segment);
  const note = `Part of a sentence of ${words} words.`;
  return { start, end, quote, rule: 'readability/long-sentence', note, voice, holder };
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
  measure(segment, reading, knowledge): Measurement<ReadabilitySums> {
    const words = wordsIn(reading, segment);
    const sentenceWords = wordsIn(reading, reading.document.sentences[segment.sentence]!);
    const evidence: Evidence[] = [];
    if (sentenceWords >= LONG_SENTENCE) evidence.push(longSentence(segment, reading, sentenceWords));
    const syllablesIn = syllablesOf(knowledge);
    let syllables = 0;
    for (let i = segment.firstToken; i < segment.tokenEnd; i++) {
      const token = reading.document.tokens[i]!;
      const spoken = syllablesIn(token.type);
      syllables += spoken;
      const long = spoken >= LONG_WORD && token.text.length >= LONG_SPELLING && token.pos !== 'PROPN';
      if (long) evidence.push(longWord(token, spoken, segment));
    }
    return {
      sums: { base: words, sentences: sentenceWords > 0 ? words / sentenceWords : 0, syllables },
      evidence
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
