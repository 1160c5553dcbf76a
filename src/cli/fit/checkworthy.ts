/**
 * Fits the check-worthiness model on ClaimBuster sentences: a logistic regression whose word weights are tied
 * to word vectors, calibrated on sentences it has not seen. Everything is scored by the very code that ships.
 */
import { CheckWorthyModel, type CheckWorthyLists } from '$lib/analysis/claims/check-worthiness';
import type { Example } from './checkworthy-examples';
import { fitLists, type Words } from './checkworthy-lists';
import { round } from './checkworthy-rows';
import { eachFold } from './folds';
import { fitLogistic, sparseRows } from './logistic';

/** A weight smaller than this is dropped. */
const NOTHING = { word: 0.05, pair: 0.05, gap: 0.05, sign: 0.01 } as const;

/** Log-odds of examples under a model; one without words is the least likely of all. */
export function scoresOf(lists: CheckWorthyLists, examples: readonly Example[]): number[] {
  const model = new CheckWorthyModel(lists);
  return examples.map(
    ({ tokens }) => model.logOdds(tokens, { firstToken: 0, tokenEnd: tokens.length }) ?? -20
  );
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
  const signs = scaled(lists.signs, NOTHING.sign);
  signs.set('start', round(lists.signs.get('start')! * slope + shift));
  return {
    words: scaled(lists.words, NOTHING.word),
    rarity: lists.rarity,
    pairs: scaled(lists.pairs, NOTHING.pair),
    gaps: scaled(lists.gaps, NOTHING.gap),
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
