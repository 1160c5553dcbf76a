import type { Keyness, Separation, WordDivergence } from '../audit-schema';
import type { ComparedDocument } from '../claims/compare-claims';
import { fingerprint } from '../statistics/random-stream';
import { readVocabulary } from './content-words';
import type { ComparedMeasures } from './divergence';
import { compareWords } from './keyness';
import { separate } from './separation';
import { compareVocabularies, LEAST_WORDS } from './word-divergence';
import { separateWords } from './word-separation';

/**
 * All that compares words: distinctive ones, how far vocabularies diverge, and how that ranks among the metrics.
 * The vocabulary is read once for the three of them.
 *
 * @param measures of the same documents
 * @param seed for the shuffles that say what chance gives
 */
export function compareVocabulary(
  documents: readonly ComparedDocument[],
  measures: readonly ComparedMeasures[],
  seed: number
): { keyness: Keyness[]; wordDivergence: WordDivergence[]; separation: Separation[] } {
  const vocabulary = readVocabulary(documents.map(({ reading }) => reading.document));
  const sources = documents.map(({ id, reading }) => ({ id, mark: fingerprint(reading.document.text) }));
  const rich = vocabulary.documents.filter(({ terms }) => terms.length >= LEAST_WORDS);
  const key = `${seed}:all:${sources.map(({ mark }) => mark).join(':')}`;
  return {
    keyness: compareWords(
      documents.map(({ id }) => id),
      vocabulary
    ),
    wordDivergence: compareVocabularies(sources, vocabulary, seed),
    separation: separate(measures, separateWords(vocabulary, rich, key), rich.length)
  };
}
