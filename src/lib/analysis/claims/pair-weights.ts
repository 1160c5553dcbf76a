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
    lessMet: 0.199,
    moreMet: 0.0904,
    bothMet: 0.124,
    evenlyMet: -0.00066,
    unmet: -0.05,
    rarest: 0.11,
    rarestNoun: 0.0179,
    sameWords: -0.0455,
    nameless: -0.023,
    namesMet: -0.0446,
    fewerNamesUnmet: -0.0515,
    moreNamesUnmet: 0.0491,
    contentMet: -0.0247,
    verbsMet: 0.0223,
    verbsUnmet: 0.00727,
    deedMet: -0.00337,
    nounsMet: 0.00149,
    nounsUnmet: -0.00436,
    othersMet: 0.00394,
    othersUnmet: 0.0304,
    letters: 0.377,
    words: 0.201,
    wordPairs: -0.248,
    otherNumbers: 0.0396,
    unsharedNumbers: -0.226,
    oneNumbered: 0.103,
    otherDays: -0.113,
    sameDay: -0.0113,
    oneNegated: -0.1,
    opposites: -0.0775,
    sameDone: 0.0207,
    otherAffected: -0.0232,
    otherActors: -0.078,
    sameActors: 0.0263,
    direction: 0.189,
    length: 0.0501
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
    moreMet: 0.652,
    bothMet: 0.85,
    evenlyMet: 0.175,
    unmet: -0.18,
    rarest: 1.33,
    rarestNoun: -0.794,
    sameWords: 0.0676,
    nameless: 0.356,
    namesMet: 0.125,
    fewerNamesUnmet: -0.934,
    moreNamesUnmet: 0.249,
    contentMet: -0.911,
    verbsMet: 0.776,
    verbsUnmet: 0.309,
    deedMet: 0.602,
    nounsMet: -0.435,
    nounsUnmet: 0.103,
    othersMet: 0.537,
    othersUnmet: -0.229,
    letters: 2.5,
    words: 1.13,
    wordPairs: -1.33,
    otherNumbers: -0.315,
    unsharedNumbers: -1.04,
    oneNumbered: 0.573,
    otherDays: -0.825,
    sameDay: 0.553,
    oneNegated: -0.359,
    opposites: -0.221,
    sameDone: 0.736,
    otherAffected: -0.517,
    otherActors: -0.324,
    sameActors: -0.413,
    direction: 0.728,
    length: 0.31
  }
};
