/** The sentences of the check-worthiness fit as rows of numbers: what of a sentence gets a weight, and how much it counts. */
import { SIGNS } from '$lib/analysis/claims/check-worthiness-signs';
import type { WordVectors } from '$lib/lexicons/word-vectors';
import type { Example } from './checkworthy-examples';
import { sparseRows, type SparseRow, type SparseRows } from './logistic';

/** A feature weighs in the penalty by the inverse of its scale; chosen by cross-validation, as all that follows. */
export const SCALE = { word: 1, pair: 1.3, gap: 1, sign: 0.2, vector: 0.4 } as const;
/** A feature stands in at least so many sentences. */
const LEAST = { word: 2, pair: 4, gap: 6 } as const;
/** How fast a word's count falls with its frequency. */
const COMMONNESS = 20;
/** A word is common, and listed so, when it counts less than this. */
const COMMON = 0.9;

/** Where each feature stands in a row: the axes of the vectors come first, the signs last. */
export interface Columns {
  readonly words: ReadonlyMap<string, number>;
  readonly pairs: ReadonlyMap<string, number>;
  readonly gaps: ReadonlyMap<string, number>;
  readonly firstSign: number;
}

/** How often each word stands in the sentences; how much each common one counts. */
export interface WordCounts {
  readonly frequency: ReadonlyMap<string, number>;
  readonly rarity: ReadonlyMap<string, number>;
}

/** In how many examples each item stands. */
function frequencies(lists: readonly (readonly string[])[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const list of lists) for (const item of new Set(list)) found.set(item, (found.get(item) ?? 0) + 1);
  return found;
}

/** To hundredths, as the lists hold their numbers. */
export const round = (value: number): number => Math.round(value * 100) / 100;

/** Counts the words of all sentences. */
export function countWords(examples: readonly Example[]): WordCounts {
  const frequency = frequencies(examples.map(({ words }) => words.map(([word]) => word)));
  const rarity = new Map<string, number>();
  for (const [word, count] of frequency) {
    const counts = round(1 / (1 + (COMMONNESS * count) / examples.length));
    if (counts < COMMON) rarity.set(word, counts);
  }
  return { frequency, rarity };
}

/** Gives a column to every allowed item that is frequent enough, in alphabetic order. */
export function columnsOf(
  examples: readonly Example[],
  { frequency }: WordCounts,
  allowed: (item: string) => boolean,
  dimensions: number
): Columns {
  let next = dimensions;
  const columns = (counts: ReadonlyMap<string, number>, least: number): Map<string, number> => {
    const kept = [...counts].flatMap(([item, count]) => (count >= least && allowed(item) ? [item] : []));
    return new Map(kept.sort().map((item) => [item, next++]));
  };
  const words = columns(frequency, LEAST.word);
  const pairs = columns(frequencies(examples.map((example) => example.pairs)), LEAST.pair);
  const gaps = columns(frequencies(examples.map((example) => example.gaps)), LEAST.gap);
  return { words, pairs, gaps, firstSign: next };
}

/** The items of a list that have a column, with what each counts: together they have length 1. */
function addNormed(
  row: Map<number, number>,
  items: readonly string[],
  columns: ReadonlyMap<string, number>,
  scale: number
): void {
  const known = items.flatMap((item) => columns.get(item) ?? []);
  const share = scale / Math.sqrt(Math.max(1, known.length));
  for (const column of known) row.set(column, (row.get(column) ?? 0) + share);
}

/** Adds the direction of a word, or of its lemma where only that is known. */
export function addVector(
  sum: Float32Array,
  vectors: WordVectors,
  word: string,
  lemma: string,
  weight: number
): void {
  const own = vectors.rankOf(word);
  const rank = own >= 0 ? own : vectors.rankOf(lemma);
  if (rank >= 0) vectors.addTo(sum, rank, weight);
}

/** A row for each sentence. */
export function rowsOf(
  examples: readonly Example[],
  { rarity }: WordCounts,
  columns: Columns,
  vectors: WordVectors
): SparseRows {
  const rows = examples.map((example): SparseRow => {
    const row = new Map<number, number>();
    const direction = new Float32Array(vectors.dimensions);
    let squared = 0;
    for (const [word] of example.words) squared += (rarity.get(word) ?? 1) ** 2;
    for (const [word, lemma] of example.words) {
      const share = (rarity.get(word) ?? 1) / Math.sqrt(squared);
      const column = columns.words.get(word);
      if (column !== undefined) row.set(column, (row.get(column) ?? 0) + SCALE.word * share);
      addVector(direction, vectors, word, lemma, SCALE.vector * share);
    }
    direction.forEach((value, axis) => row.set(axis, value));
    addNormed(row, example.pairs, columns.pairs, SCALE.pair);
    addNormed(row, example.gaps, columns.gaps, SCALE.gap);
    example.signs.forEach((sign, place) => {
      if (sign) row.set(columns.firstSign + place, SCALE.sign);
    });
    return [...row];
  });
  return sparseRows(rows, columns.firstSign + SIGNS.length);
}
