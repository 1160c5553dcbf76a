import type { PairFeatures } from './pair-features';

/** What a pair is worth: a sum of its features, each times its weight, on top of `least`. */
export interface PairWeights {
  readonly least: number;
  readonly of: Readonly<Record<keyof PairFeatures, number>>;
}

/**
 * Closeness in meaning. A ridge regression on pairs that people scored: the training part of the STS benchmark,
 * its news pairs above all, and the MRPC paraphrase corpus. Only these 33 numbers come from there. Made by
 * `fit similarity`.
 */
export const CLOSENESS: PairWeights = {
  least: -0.125,
  of: {
    lessMet: 0.102,
    moreMet: 0.125,
    bothMet: 0.14,
    evenlyMet: 0.00622,
    unmet: -0.111,
    rarest: 0.103,
    sameWords: -0.0251,
    nameless: -0.0205,
    namesMet: -0.0318,
    fewerNamesUnmet: -0.0361,
    moreNamesUnmet: 0.0705,
    contentMet: -0.0094,
    verbsMet: 0.0363,
    verbsUnmet: 0.0335,
    deedMet: -0.0177,
    nounsMet: 0.0217,
    nounsUnmet: 0.0304,
    othersMet: 0.00683,
    othersUnmet: 0.0692,
    letters: 0.378,
    words: 0.171,
    wordPairs: -0.241,
    otherNumbers: -0.0564,
    unsharedNumbers: -0.0609,
    otherDays: -0.108,
    sameDay: -0.0142,
    oneNegated: -0.0669,
    opposites: -0.0743,
    otherActors: -0.082,
    sameActors: 0.0299,
    direction: 0.194,
    length: 0.0439
  }
};

/**
 * The same event, as the log-odds. A logistic regression on pairs of news sentences whose events people linked or
 * kept apart (ECB+, Cybulska & Vossen 2014, CC BY), drawn towards the closeness above. Made by `fit similarity`.
 */
export const SAME_EVENT: PairWeights = {
  least: -2.91,
  of: {
    lessMet: 0.623,
    moreMet: 0.71,
    bothMet: 0.735,
    evenlyMet: 0.103,
    unmet: -0.516,
    rarest: 0.961,
    sameWords: -0.0608,
    nameless: 0.325,
    namesMet: 0.169,
    fewerNamesUnmet: -0.692,
    moreNamesUnmet: 0.335,
    contentMet: -0.875,
    verbsMet: 0.762,
    verbsUnmet: 0.363,
    deedMet: 0.334,
    nounsMet: -0.496,
    nounsUnmet: 0.213,
    othersMet: 0.446,
    othersUnmet: 0.00359,
    letters: 2.31,
    words: 0.864,
    wordPairs: -1.16,
    otherNumbers: -0.745,
    unsharedNumbers: -0.114,
    otherDays: -0.652,
    sameDay: 0.381,
    oneNegated: -0.257,
    opposites: -0.25,
    otherActors: -0.327,
    sameActors: -0.392,
    direction: 0.738,
    length: 0.263
  }
};
