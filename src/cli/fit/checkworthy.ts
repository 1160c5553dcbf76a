/**
 * Fits the check-worthiness model on ClaimBuster sentences: a logistic regression whose word weights are tied
 * to word vectors, calibrated on sentences it has not seen. Everything is scored by the very code that ships.
 */
import { CheckWorthyModel, type CheckWorthyLists } from '$lib/analysis/claims/check-worthiness';
import { SIGNS } from '$lib/analysis/claims/check-worthiness-signs';
import type { WordVectors } from '$lib/lexicons/word-vectors';
import { namesIn, type Example } from './checkworthy-examples';
import { fitLogistic, sparseRows, type SparseRow } from './logistic';

/** Chosen by cross-validation; see the list's source for what they are fitted on. */
const SETTINGS = {
  /** What an error costs beside the penalty. */
  cost: 1,
  /** A feature weighs in the penalty by the inverse of its scale. */
  scale: { word: 1, pair: 1.3, gap: 1, sign: 0.2, vector: 0.4 },
  /** A feature stands in at least so many sentences. */
  least: { word: 2, pair: 4, gap: 6 },
  /** How fast a word's count falls with its frequency. */
  commonness: 20,
  /** A word is common, and listed so, when it counts less than this. */
  common: 0.9,
  /** A weight smaller than this is dropped. */
  nothing: { word: 0.05, pair: 0.05, gap: 0.05 }
} as const;

/** What the weights are smoothed with, and which words get one or never get one. */
export interface Words {
  /** Alike words get alike weights. */
  readonly vectors: WordVectors;
  /** Ordinary words that get a weight from their vector alone when no example holds them. */
  readonly others: ReadonlySet<string>;
  /** Names of states, peoples, bodies and parties: they get no weight, nor a part in a pair. */
  readonly leftOut: ReadonlySet<string>;
}

/** In how many examples each item stands. */
function frequencies(lists: readonly (readonly string[])[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const list of lists) for (const item of new Set(list)) found.set(item, (found.get(item) ?? 0) + 1);
  return found;
}

/** Gives a column to every allowed item that is frequent enough, in alphabetic order. */
const columnsOf =
  (allowed: (item: string) => boolean) =>
  (frequency: ReadonlyMap<string, number>, least: number, from: number): Map<string, number> => {
    const kept = [...frequency].filter(([item, count]) => count >= least && allowed(item));
    return new Map(
      kept
        .map(([item]) => item)
        .sort()
        .map((item, index) => [item, from + index])
    );
  };

function rarities(frequency: ReadonlyMap<string, number>, examples: number): Map<string, number> {
  const found = new Map<string, number>();
  for (const [word, count] of frequency) {
    const rarity = round(1 / (1 + (SETTINGS.commonness * count) / examples));
    if (rarity < SETTINGS.common) found.set(word, rarity);
  }
  return found;
}

const round = (value: number): number => Math.round(value * 100) / 100;

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

/** Fits the lists of the model, not yet calibrated or rounded. */
export function fitLists(
  examples: readonly Example[],
  labels: readonly boolean[],
  { vectors, others, leftOut }: Words
): CheckWorthyLists {
  const { scale, least } = SETTINGS;
  const names = namesIn(examples);
  const allowed = (item: string): boolean => item.split('-').every((word) => !names.has(word));
  const columnsFor = columnsOf(allowed);
  const wordCount = frequencies(examples.map(({ words }) => words.map(([word]) => word)));
  const rarity = rarities(wordCount, examples.length);
  const wordColumns = columnsFor(wordCount, least.word, vectors.dimensions);
  const pairColumns = columnsFor(
    frequencies(examples.map(({ pairs }) => pairs)),
    least.pair,
    vectors.dimensions + wordColumns.size
  );
  const gapColumns = columnsFor(
    frequencies(examples.map(({ gaps }) => gaps)),
    least.gap,
    vectors.dimensions + wordColumns.size + pairColumns.size
  );
  const firstSign = vectors.dimensions + wordColumns.size + pairColumns.size + gapColumns.size;
  const rows = examples.map((example): SparseRow => {
    const row = new Map<number, number>();
    const direction = new Float32Array(vectors.dimensions);
    let squared = 0;
    for (const [word] of example.words) squared += (rarity.get(word) ?? 1) ** 2;
    for (const [word, lemma] of example.words) {
      const share = (rarity.get(word) ?? 1) / Math.sqrt(squared);
      const column = wordColumns.get(word);
      if (column !== undefined) row.set(column, (row.get(column) ?? 0) + scale.word * share);
      addVector(direction, vectors, word, lemma, scale.vector * share);
    }
    direction.forEach((value, axis) => row.set(axis, value));
    addNormed(row, example.pairs, pairColumns, scale.pair);
    addNormed(row, example.gaps, gapColumns, scale.gap);
    example.signs.forEach((sign, place) => {
      if (sign) row.set(firstSign + place, scale.sign);
    });
    return [...row];
  });
  const { weights, constant } = fitLogistic(
    sparseRows(rows, firstSign + SIGNS.length),
    labels,
    SETTINGS.cost
  );
  const listed = (columns: ReadonlyMap<string, number>, by: number): Map<string, number> =>
    new Map([...columns].map(([item, column]) => [item, by * weights[column]!]));
  const words = listed(wordColumns, scale.word);
  for (const word of new Set([...wordCount.keys(), ...others])) {
    if (!allowed(word)) continue;
    const direction = new Float32Array(vectors.dimensions);
    addVector(direction, vectors, word, word, scale.vector);
    const smooth = direction.reduce((sum, value, axis) => sum + value * weights[axis]!, 0);
    if (smooth !== 0 || words.has(word)) words.set(word, (words.get(word) ?? 0) + smooth);
  }
  const signs = new Map(SIGNS.map((sign, place) => [sign, scale.sign * weights[firstSign + place]!]));
  signs.set('start', constant);
  const kept = (list: ReadonlyMap<string, number>): Map<string, number> =>
    new Map([...list].filter(([item]) => item.split('-').every((word) => !leftOut.has(word))));
  return {
    words: kept(words),
    rarity: kept(rarity),
    pairs: kept(listed(pairColumns, scale.pair)),
    gaps: kept(listed(gapColumns, scale.gap)),
    signs
  };
}

/** Adds the direction of a word, or of its lemma where only that is known. */
function addVector(
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

/** Log-odds of examples under a model; one without words is the least likely of all. */
export function scoresOf(lists: CheckWorthyLists, examples: readonly Example[]): number[] {
  const model = new CheckWorthyModel(lists);
  return examples.map(
    ({ tokens }) => model.logOdds(tokens, { firstToken: 0, tokenEnd: tokens.length }) ?? -20
  );
}

/** Calls `use` with the rows outside and inside each fold. */
export function eachFold(
  folds: Uint8Array,
  use: (rest: readonly number[], held: readonly number[], fold: number) => void
): void {
  const rows = [...folds.keys()];
  for (let fold = 0; fold <= Math.max(...folds); fold++) {
    use(
      rows.filter((row) => folds[row] !== fold),
      rows.filter((row) => folds[row] === fold),
      fold
    );
  }
}

const pick = <T>(items: readonly T[], rows: readonly number[]): T[] => rows.map((row) => items[row]!);

/** Log-odds of every example under a model that has not seen its fold. */
export function unseenScores(
  examples: readonly Example[],
  labels: readonly boolean[],
  folds: Uint8Array,
  words: Words
): number[] {
  const scores = examples.map(() => 0);
  eachFold(folds, (rest, held) => {
    const lists = prune(fitLists(pick(examples, rest), pick(labels, rest), words), { slope: 1, shift: 0 });
    scoresOf(lists, pick(examples, held)).forEach((score, place) => (scores[held[place]!] = score));
  });
  return scores;
}

/** How log-odds on seen data turn into log-odds on unseen data: Platt's straight line. */
export interface Calibration {
  readonly slope: number;
  readonly shift: number;
}

export function calibrate(scores: readonly number[], labels: readonly boolean[]): Calibration {
  const rows = sparseRows(
    scores.map((score) => [[0, score]]),
    1
  );
  // So high a cost leaves the penalty no say.
  const { weights, constant } = fitLogistic(rows, labels, 1000);
  return { slope: weights[0]!, shift: constant };
}

/** Calibrated lists, rounded to hundredths; what weighs next to nothing is dropped. */
export function prune(lists: CheckWorthyLists, { slope, shift }: Calibration): CheckWorthyLists {
  const scaled = (list: ReadonlyMap<string, number>, least: number): Map<string, number> =>
    new Map(
      [...list]
        .map(([item, weight]): [string, number] => [item, limited(round(weight * slope))])
        .filter(([, weight]) => Math.abs(weight) >= least)
    );
  const { nothing } = SETTINGS;
  const signs = scaled(lists.signs, 0.01);
  signs.set('start', round(lists.signs.get('start')! * slope + shift));
  return {
    words: scaled(lists.words, nothing.word),
    rarity: lists.rarity,
    pairs: scaled(lists.pairs, nothing.pair),
    gaps: scaled(lists.gaps, nothing.gap),
    signs
  };
}

/** The most a list may hold. */
const limited = (weight: number): number => Math.max(-5, Math.min(5, weight));

/** The model as it ships, fitted on all examples and calibrated on folds. */
export function fitCheckworthy(
  examples: readonly Example[],
  labels: readonly boolean[],
  folds: Uint8Array,
  words: Words
): CheckWorthyLists {
  const calibration = calibrate(unseenScores(examples, labels, folds, words), labels);
  return prune(fitLists(examples, labels, words), calibration);
}
