/** Fits the lists of weights that the check-worthiness model holds. */
import type { CheckWorthyLists } from '$lib/analysis/claims/check-worthiness';
import { SIGNS } from '$lib/analysis/claims/check-worthiness-signs';
import type { WordVectors } from '$lib/lexicons/word-vectors';
import { namesIn, type Example } from './checkworthy-examples';
import { addVector, columnsOf, countWords, rowsOf, SCALE } from './checkworthy-rows';
import { fitLogistic } from './logistic';

/** What an error costs beside the penalty; chosen by cross-validation. */
const COST = 1;

/** What the weights are smoothed with, and which words get one or never get one. */
export interface Words {
  /** Alike words get alike weights. */
  readonly vectors: WordVectors;
  /** Ordinary words that get a weight from their vector alone when no example holds them. */
  readonly others: ReadonlySet<string>;
  /** Names of states, peoples, bodies and parties: they get no weight, nor a part in a pair. */
  readonly leftOut: ReadonlySet<string>;
}

const partsPass = (item: string, passes: (word: string) => boolean): boolean => item.split('-').every(passes);

/** Fits the lists of the model, not yet calibrated or rounded. */
export function fitLists(
  examples: readonly Example[],
  labels: readonly boolean[],
  { vectors, others, leftOut }: Words
): CheckWorthyLists {
  const names = namesIn(examples);
  const allowed = (item: string): boolean => partsPass(item, (word) => !names.has(word));
  const counts = countWords(examples);
  const columns = columnsOf(examples, counts, allowed, vectors.dimensions);
  const { weights, constant } = fitLogistic(rowsOf(examples, counts, columns, vectors), labels, COST);
  const listed = (places: ReadonlyMap<string, number>, scale: number): Map<string, number> =>
    new Map([...places].map(([item, column]) => [item, scale * weights[column]!]));
  const words = listed(columns.words, SCALE.word);
  for (const word of new Set([...counts.frequency.keys(), ...others])) {
    if (!allowed(word)) continue;
    const direction = new Float32Array(vectors.dimensions);
    addVector(direction, vectors, word, word, SCALE.vector);
    const smooth = direction.reduce((sum, value, axis) => sum + value * weights[axis]!, 0);
    if (smooth !== 0 || words.has(word)) words.set(word, (words.get(word) ?? 0) + smooth);
  }
  const signs = new Map(SIGNS.map((sign, place) => [sign, SCALE.sign * weights[columns.firstSign + place]!]));
  signs.set('start', constant);
  const kept = (list: ReadonlyMap<string, number>): Map<string, number> =>
    new Map([...list].filter(([item]) => partsPass(item, (word) => !leftOut.has(word))));
  return {
    words: kept(words),
    rarity: kept(counts.rarity),
    pairs: kept(listed(columns.pairs, SCALE.pair)),
    gaps: kept(listed(columns.gaps, SCALE.gap)),
    signs
  };
}
