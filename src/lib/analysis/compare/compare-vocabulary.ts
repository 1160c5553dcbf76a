import type { Keyness, Separation, WordDivergence, WordUses } from '../audit-schema';
import type { Vocabulary } from './content-words';
import type { ComparedMeasures } from './divergence';
import { compareWords } from './keyness';
import { separate } from './separation';
import { compareVocabularies, LEAST_WORDS, type WordSource } from './word-divergence';
import { separateWords } from './word-separation';
import { wordUses } from './word-uses';

/**
 * All that compares words: distinctive ones, how far vocabularies diverge, and how that ranks among the metrics.
 *
 * @param vocabulary of the same documents, read once for the three of them
 * @param measures of the same documents
 * @param seed for the shuffles that say what chance gives
 */
export function compareVocabulary(
  sources: readonly WordSource[],
  vocabulary: Vocabulary,
  measures: readonly ComparedMeasures[],
  seed: number
): {
  keyness: Keyness[];
  wordDivergence: WordDivergence[];
  wordUses: WordUses[];
  separation: Separation[];
} {
  const rich = vocabulary.documents.filter(({ terms }) => terms.length >= LEAST_WORDS);
  const key = `${seed}:all:${sources.map(({ mark }) => mark).join(':')}`;
  const ids = sources.map(({ id }) => id);
  const keyness = compareWords(ids, vocabulary);
  const wordDivergence = compareVocabularies(sources, vocabulary, seed);
  return {
    keyness,
    wordDivergence,
    wordUses: wordUses(ids, vocabulary, keyness, wordDivergence),
    separation: separate(measures, separateWords(vocabulary, rich, key), rich.length)
  };
}
