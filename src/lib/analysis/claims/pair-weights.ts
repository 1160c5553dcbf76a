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
    lessMet: 0.125,
    moreMet: 0.131,
    bothMet: 0.107,
    evenlyMet: 0.0105,
    unmet: -0.108,
    rarest: 0.0945,
    sameWords: -0.0141,
    nameless: -0.0235,
    namesMet: -0.0306,
    fewerNamesUnmet: -0.0337,
    moreNamesUnmet: 0.0724,
    contentMet: -0.0253,
    verbsMet: 0.0407,
    verbsUnmet: 0.0279,
    deedMet: -0.0167,
    nounsMet: 0.0295,
    nounsUnmet: 0.0274,
    othersMet: 0.0115,
    othersUnmet: 0.051,
    letters: 0.391,
    words: 0.19,
    wordPairs: -0.248,
    otherNumbers: -0.0546,
    unsharedNumbers: -0.0589,
    otherDays: -0.105,
    sameDay: -0.0118,
    oneNegated: -0.0947,
    opposites: -0.0795,
    otherActors: -0.078,
    sameActors: 0.0274,
    direction: 0.198,
    length: 0.0376
  }
};

/**
 * The same event, as log-odds. A logistic regression on pairs of news sentences whose events people linked or
 * kept apart (ECB+, Cybulska & Vossen 2014, CC BY), drawn towards the closeness above.
 */
export const SAME_EVENT: PairWeights = {
  least: -2.86,
  of: {
    lessMet: 0.736,
    moreMet: 0.73,
    bothMet: 0.557,
    evenlyMet: 0.12,
    unmet: -0.492,
    rarest: 0.894,
    sameWords: -0.0178,
    nameless: 0.317,
    namesMet: 0.176,
    fewerNamesUnmet: -0.69,
    moreNamesUnmet: 0.335,
    contentMet: -0.961,
    verbsMet: 0.777,
    verbsUnmet: 0.359,
    deedMet: 0.343,
    nounsMet: -0.456,
    nounsUnmet: 0.21,
    othersMet: 0.459,
    othersUnmet: -0.0394,
    letters: 2.34,
    words: 0.925,
    wordPairs: -1.2,
    otherNumbers: -0.74,
    unsharedNumbers: -0.112,
    otherDays: -0.652,
    sameDay: 0.385,
    oneNegated: -0.341,
    opposites: -0.302,
    otherActors: -0.314,
    sameActors: -0.415,
    direction: 0.732,
    length: 0.244
  }
};
