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
    evenlyMet: -0.00281,
    unmet: -0.0502,
    rarest: 0.11,
    rarestNoun: 0.0181,
    sameWords: -0.0443,
    nameless: -0.023,
    namesMet: -0.0446,
    fewerNamesUnmet: -0.0516,
    moreNamesUnmet: 0.0493,
    contentMet: -0.0246,
    verbsMet: 0.0226,
    verbsUnmet: 0.00738,
    deedMet: -0.00339,
    nounsMet: 0.00143,
    nounsUnmet: -0.00435,
    othersMet: 0.00404,
    othersUnmet: 0.0306,
    letters: 0.377,
    words: 0.202,
    wordPairs: -0.248,
    otherNumbers: 0.039,
    unsharedNumbers: -0.226,
    oneNumbered: 0.103,
    otherDays: -0.113,
    sameDay: -0.0114,
    oneNegated: -0.0992,
    opposites: -0.0777,
    sameDone: 0.02,
    otherAffected: -0.0238,
    otherActors: -0.0778,
    sameActors: 0.0263,
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
    lessMet: 1.32,
    moreMet: 0.646,
    bothMet: 0.858,
    evenlyMet: 0.164,
    unmet: -0.181,
    rarest: 1.33,
    rarestNoun: -0.793,
    sameWords: 0.0741,
    nameless: 0.356,
    namesMet: 0.126,
    fewerNamesUnmet: -0.935,
    moreNamesUnmet: 0.25,
    contentMet: -0.91,
    verbsMet: 0.777,
    verbsUnmet: 0.31,
    deedMet: 0.602,
    nounsMet: -0.435,
    nounsUnmet: 0.103,
    othersMet: 0.538,
    othersUnmet: -0.229,
    letters: 2.5,
    words: 1.13,
    wordPairs: -1.34,
    otherNumbers: -0.317,
    unsharedNumbers: -1.04,
    oneNumbered: 0.573,
    otherDays: -0.825,
    sameDay: 0.553,
    oneNegated: -0.356,
    opposites: -0.221,
    sameDone: 0.734,
    otherAffected: -0.518,
    otherActors: -0.323,
    sameActors: -0.413,
    direction: 0.736,
    length: 0.309
  }
};
