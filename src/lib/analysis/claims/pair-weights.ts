// Made by `fit similarity`. Do not edit.
import type { PairFeatures } from './pair-features';

/** What a pair is worth: a sum of its features, each times its weight, on top of `least`. */
export interface PairWeights {
  readonly least: number;
  readonly of: Readonly<Record<keyof PairFeatures, number>>;
}

/**
 * Closeness in meaning. A ridge regression on pairs that people scored: the training part of the STS benchmark,
 * its news pairs above all, and the MRPC paraphrase corpus. Only these 41 numbers come from there.
 */
export const CLOSENESS: PairWeights = {
  least: -0.214,
  of: {
    lessMet: 0.255,
    moreMet: 0.0538,
    bothMet: 0.22,
    evenlyMet: -0.0155,
    unmet: -0.0763,
    rarestUnmet: 0.0786,
    openingMet: 0.0255,
    metInOrder: -0.148,
    namesLeftAlike: 0.0168,
    rarest: 0.0849,
    rarestNoun: 0.0155,
    sameWords: -0.0133,
    nameless: -0.0215,
    namesMet: -0.046,
    fewerNamesUnmet: -0.0457,
    moreNamesUnmet: 0.0528,
    contentMet: -0.0266,
    verbsMet: 0.0158,
    verbsUnmet: 0.0118,
    deedMet: 0.0007,
    nounsMet: 0.00375,
    nounsUnmet: 0.00116,
    othersMet: 0.00726,
    othersUnmet: 0.0355,
    letters: 0.358,
    words: 0.133,
    wordPairs: -0.162,
    otherNumbers: 0.0426,
    unsharedNumbers: -0.224,
    oneNumbered: 0.0978,
    otherDays: -0.113,
    sameDay: -0.0119,
    oneNegated: -0.0977,
    opposites: -0.0745,
    sameDone: 0.0215,
    otherAffected: -0.0231,
    otherActors: -0.0741,
    sameActors: 0.0265,
    direction: 0.183,
    length: 0.0585
  }
};

/**
 * The same event, as log-odds. A logistic regression on pairs of news sentences whose events people linked or
 * kept apart (ECB+, Cybulska & Vossen 2014, CC BY), drawn towards the closeness above. A fifth of the target is
 * whether two sentences are of one story; the scale is that of the same event.
 */
export const SAME_EVENT: PairWeights = {
  least: -3.7,
  of: {
    lessMet: 1.55,
    moreMet: 0.476,
    bothMet: 1.31,
    evenlyMet: 0.083,
    unmet: -0.295,
    rarestUnmet: 0.424,
    openingMet: 0.138,
    metInOrder: -0.797,
    namesLeftAlike: -0.753,
    rarest: 1.24,
    rarestNoun: -0.815,
    sameWords: 0.282,
    nameless: 0.319,
    namesMet: 0.12,
    fewerNamesUnmet: -0.86,
    moreNamesUnmet: 0.286,
    contentMet: -0.934,
    verbsMet: 0.744,
    verbsUnmet: 0.314,
    deedMet: 0.629,
    nounsMet: -0.458,
    nounsUnmet: 0.127,
    othersMet: 0.528,
    othersUnmet: -0.181,
    letters: 2.35,
    words: 0.787,
    wordPairs: -0.818,
    otherNumbers: -0.35,
    unsharedNumbers: -0.993,
    oneNumbered: 0.528,
    otherDays: -0.829,
    sameDay: 0.585,
    oneNegated: -0.371,
    opposites: -0.175,
    sameDone: 0.728,
    otherAffected: -0.525,
    otherActors: -0.27,
    sameActors: -0.397,
    direction: 0.804,
    length: 0.353
  }
};
