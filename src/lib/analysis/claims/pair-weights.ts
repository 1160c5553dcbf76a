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
  least: -0.127,
  of: {
    lessMet: 0.101,
    moreMet: 0.122,
    bothMet: 0.14,
    evenlyMet: 0.00222,
    unmet: -0.11,
    rarest: 0.102,
    sameWords: -0.0181,
    nameless: -0.0205,
    namesMet: -0.0319,
    fewerNamesUnmet: -0.0362,
    moreNamesUnmet: 0.0701,
    contentMet: -0.00801,
    verbsMet: 0.0358,
    verbsUnmet: 0.0334,
    deedMet: -0.0174,
    nounsMet: 0.0215,
    nounsUnmet: 0.0307,
    othersMet: 0.00656,
    othersUnmet: 0.069,
    letters: 0.376,
    words: 0.175,
    wordPairs: -0.242,
    otherNumbers: -0.0569,
    unsharedNumbers: -0.0607,
    otherDays: -0.108,
    sameDay: -0.0142,
    oneNegated: -0.0666,
    opposites: -0.074,
    otherActors: -0.0817,
    sameActors: 0.0294,
    direction: 0.196,
    length: 0.0437
  }
};

/**
 * The same event, as the log-odds. A logistic regression on pairs of news sentences whose events people linked or
 * kept apart (ECB+, Cybulska & Vossen 2014, CC BY), drawn towards the closeness above. Made by `fit similarity`.
 */
export const SAME_EVENT: PairWeights = {
  least: -2.9,
  of: {
    lessMet: 0.625,
    moreMet: 0.702,
    bothMet: 0.737,
    evenlyMet: 0.0923,
    unmet: -0.509,
    rarest: 0.926,
    sameWords: -0.0363,
    nameless: 0.322,
    namesMet: 0.174,
    fewerNamesUnmet: -0.694,
    moreNamesUnmet: 0.33,
    contentMet: -0.867,
    verbsMet: 0.758,
    verbsUnmet: 0.363,
    deedMet: 0.339,
    nounsMet: -0.492,
    nounsUnmet: 0.215,
    othersMet: 0.443,
    othersUnmet: 0.00321,
    letters: 2.3,
    words: 0.885,
    wordPairs: -1.16,
    otherNumbers: -0.744,
    unsharedNumbers: -0.113,
    otherDays: -0.655,
    sameDay: 0.382,
    oneNegated: -0.256,
    opposites: -0.25,
    otherActors: -0.323,
    sameActors: -0.406,
    direction: 0.756,
    length: 0.259
  }
};
