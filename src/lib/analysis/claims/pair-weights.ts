// Made by `fit similarity`. Do not edit.
import type { PairFeatures } from './pair-features';

/** What a pair is worth: a sum of its features, each times its weight, on top of `least`. */
export interface PairWeights {
  readonly least: number;
  readonly of: Readonly<Record<keyof PairFeatures, number>>;
}

/**
 * Closeness in meaning. A ridge regression on pairs that people scored: the training part of the STS benchmark,
 * its news pairs above all, and the MRPC paraphrase corpus. Only these 37 numbers come from there.
 */
export const CLOSENESS: PairWeights = {
  least: -0.159,
  of: {
    lessMet: 0.198,
    moreMet: 0.089,
    bothMet: 0.126,
    evenlyMet: -0.00269,
    unmet: -0.0502,
    rarest: 0.11,
    rarestNoun: 0.0181,
    sameWords: -0.0444,
    nameless: -0.0229,
    namesMet: -0.0446,
    fewerNamesUnmet: -0.0517,
    moreNamesUnmet: 0.0493,
    contentMet: -0.0246,
    verbsMet: 0.0225,
    verbsUnmet: 0.00749,
    deedMet: -0.00331,
    nounsMet: 0.00142,
    nounsUnmet: -0.00433,
    othersMet: 0.00401,
    othersUnmet: 0.0306,
    letters: 0.377,
    words: 0.202,
    wordPairs: -0.248,
    otherNumbers: 0.039,
    unsharedNumbers: -0.226,
    oneNumbered: 0.103,
    otherDays: -0.113,
    sameDay: -0.0114,
    oneNegated: -0.0993,
    opposites: -0.0777,
    sameDone: 0.0205,
    otherAffected: -0.0246,
    otherActors: -0.0779,
    sameActors: 0.0262,
    direction: 0.191,
    length: 0.05
  }
};

/**
 * The same event, as log-odds. A logistic regression on pairs of news sentences whose events people linked or
 * kept apart (ECB+, Cybulska & Vossen 2014, CC BY), drawn towards the closeness above. A fifth of the target is
 * whether two sentences are of one story; the scale is that of the same event.
 */
export const SAME_EVENT: PairWeights = {
  least: -3.39,
  of: {
    lessMet: 1.33,
    moreMet: 0.646,
    bothMet: 0.859,
    evenlyMet: 0.164,
    unmet: -0.181,
    rarest: 1.33,
    rarestNoun: -0.793,
    sameWords: 0.073,
    nameless: 0.356,
    namesMet: 0.125,
    fewerNamesUnmet: -0.935,
    moreNamesUnmet: 0.25,
    contentMet: -0.91,
    verbsMet: 0.776,
    verbsUnmet: 0.31,
    deedMet: 0.602,
    nounsMet: -0.435,
    nounsUnmet: 0.103,
    othersMet: 0.538,
    othersUnmet: -0.229,
    letters: 2.5,
    words: 1.14,
    wordPairs: -1.34,
    otherNumbers: -0.317,
    unsharedNumbers: -1.04,
    oneNumbered: 0.574,
    otherDays: -0.825,
    sameDay: 0.552,
    oneNegated: -0.357,
    opposites: -0.222,
    sameDone: 0.734,
    otherAffected: -0.52,
    otherActors: -0.324,
    sameActors: -0.413,
    direction: 0.736,
    length: 0.309
  }
};
