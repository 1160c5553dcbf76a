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
  least: -0.126,
  of: {
    lessMet: 0.125,
    moreMet: 0.131,
    bothMet: 0.104,
    evenlyMet: 0.0119,
    unmet: -0.109,
    rarest: 0.0945,
    sameWords: -0.0144,
    nameless: -0.0234,
    namesMet: -0.0302,
    fewerNamesUnmet: -0.0337,
    moreNamesUnmet: 0.0724,
    contentMet: -0.0246,
    verbsMet: 0.041,
    verbsUnmet: 0.0284,
    deedMet: -0.0168,
    nounsMet: 0.0298,
    nounsUnmet: 0.0276,
    othersMet: 0.0115,
    othersUnmet: 0.0511,
    letters: 0.392,
    words: 0.19,
    wordPairs: -0.248,
    otherNumbers: -0.0545,
    unsharedNumbers: -0.0591,
    otherDays: -0.105,
    sameDay: -0.0119,
    oneNegated: -0.0919,
    opposites: -0.0707,
    otherActors: -0.0782,
    sameActors: 0.0272,
    direction: 0.195,
    length: 0.0375
  }
};

/**
 * The same event, as log-odds. A logistic regression on pairs of news sentences whose events people linked or
 * kept apart (ECB+, Cybulska & Vossen 2014, CC BY), drawn towards the closeness above.
 */
export const SAME_EVENT: PairWeights = {
  least: -2.86,
  of: {
    lessMet: 0.734,
    moreMet: 0.734,
    bothMet: 0.542,
    evenlyMet: 0.129,
    unmet: -0.494,
    rarest: 0.89,
    sameWords: -0.0188,
    nameless: 0.319,
    namesMet: 0.18,
    fewerNamesUnmet: -0.688,
    moreNamesUnmet: 0.335,
    contentMet: -0.958,
    verbsMet: 0.776,
    verbsUnmet: 0.355,
    deedMet: 0.341,
    nounsMet: -0.455,
    nounsUnmet: 0.211,
    othersMet: 0.459,
    othersUnmet: -0.0397,
    letters: 2.34,
    words: 0.927,
    wordPairs: -1.19,
    otherNumbers: -0.739,
    unsharedNumbers: -0.112,
    otherDays: -0.65,
    sameDay: 0.388,
    oneNegated: -0.301,
    opposites: -0.239,
    otherActors: -0.316,
    sameActors: -0.417,
    direction: 0.729,
    length: 0.242
  }
};
