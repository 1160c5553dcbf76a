// Made by `fit similarity`. Do not edit.
import type { PairFeatures } from './pair-features';

/** What a pair is worth: a sum of its features, each times its weight, on top of `least`. */
export interface PairWeights {
  readonly least: number;
  readonly of: Readonly<Record<keyof PairFeatures, number>>;
}

/**
 * Closeness in meaning. A ridge regression on pairs that people scored: the training part of the STS benchmark,
 * its news pairs above all, and the MRPC paraphrase corpus. Only these 33 numbers come from there.
 */
export const CLOSENESS: PairWeights = {
  least: -0.128,
  of: {
    lessMet: 0.126,
    moreMet: 0.131,
    bothMet: 0.106,
    evenlyMet: 0.0109,
    unmet: -0.108,
    rarest: 0.0944,
    sameWords: -0.0143,
    nameless: -0.0235,
    namesMet: -0.0306,
    fewerNamesUnmet: -0.0336,
    moreNamesUnmet: 0.0723,
    contentMet: -0.0252,
    verbsMet: 0.0406,
    verbsUnmet: 0.028,
    deedMet: -0.0166,
    nounsMet: 0.0294,
    nounsUnmet: 0.0274,
    othersMet: 0.0116,
    othersUnmet: 0.051,
    letters: 0.391,
    words: 0.191,
    wordPairs: -0.248,
    otherNumbers: -0.0546,
    unsharedNumbers: -0.0589,
    otherDays: -0.105,
    sameDay: -0.0119,
    oneNegated: -0.0948,
    opposites: -0.0796,
    otherActors: -0.078,
    sameActors: 0.0274,
    direction: 0.197,
    length: 0.0378
  }
};

/**
 * The same event, as log-odds. A logistic regression on pairs of news sentences whose events people linked or
 * kept apart (ECB+, Cybulska & Vossen 2014, CC BY), drawn towards the closeness above.
 */
export const SAME_EVENT: PairWeights = {
  least: -2.87,
  of: {
    lessMet: 0.74,
    moreMet: 0.731,
    bothMet: 0.553,
    evenlyMet: 0.122,
    unmet: -0.492,
    rarest: 0.893,
    sameWords: -0.0189,
    nameless: 0.316,
    namesMet: 0.176,
    fewerNamesUnmet: -0.689,
    moreNamesUnmet: 0.335,
    contentMet: -0.961,
    verbsMet: 0.776,
    verbsUnmet: 0.359,
    deedMet: 0.344,
    nounsMet: -0.456,
    nounsUnmet: 0.21,
    othersMet: 0.459,
    othersUnmet: -0.0392,
    letters: 2.34,
    words: 0.927,
    wordPairs: -1.2,
    otherNumbers: -0.739,
    unsharedNumbers: -0.112,
    otherDays: -0.651,
    sameDay: 0.384,
    oneNegated: -0.341,
    opposites: -0.303,
    otherActors: -0.314,
    sameActors: -0.415,
    direction: 0.73,
    length: 0.244
  }
};
