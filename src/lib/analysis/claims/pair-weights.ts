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
    lessMet: 0.197,
    moreMet: 0.0886,
    bothMet: 0.127,
    evenlyMet: -0.00122,
    unmet: -0.0499,
    rarest: 0.112,
    rarestNoun: 0.0145,
    sameWords: -0.0464,
    nameless: -0.0231,
    namesMet: -0.045,
    fewerNamesUnmet: -0.0514,
    moreNamesUnmet: 0.049,
    contentMet: -0.0247,
    verbsMet: 0.0218,
    verbsUnmet: 0.00669,
    deedMet: -0.00229,
    nounsMet: 0.00345,
    nounsUnmet: -0.00486,
    othersMet: 0.00375,
    othersUnmet: 0.0305,
    letters: 0.379,
    words: 0.2,
    wordPairs: -0.248,
    otherNumbers: 0.0389,
    unsharedNumbers: -0.227,
    oneNumbered: 0.104,
    otherDays: -0.113,
    sameDay: -0.0114,
    oneNegated: -0.0992,
    opposites: -0.0775,
    sameDone: 0.0171,
    otherAffected: -0.0218,
    otherActors: -0.0784,
    sameActors: 0.0264,
    direction: 0.19,
    length: 0.05
  }
};

/**
 * The same event, as log-odds. A logistic regression on pairs of news sentences whose events people linked or
 * kept apart (ECB+, Cybulska & Vossen 2014, CC BY), drawn towards the closeness above. A fifth of the target is
 * whether two sentences are of one story; the scale is that of the same event.
 */
export const SAME_EVENT: PairWeights = {
  least: -3.4,
  of: {
    lessMet: 1.32,
    moreMet: 0.643,
    bothMet: 0.87,
    evenlyMet: 0.17,
    unmet: -0.181,
    rarest: 1.34,
    rarestNoun: -0.809,
    sameWords: 0.0612,
    nameless: 0.356,
    namesMet: 0.122,
    fewerNamesUnmet: -0.935,
    moreNamesUnmet: 0.249,
    contentMet: -0.913,
    verbsMet: 0.766,
    verbsUnmet: 0.307,
    deedMet: 0.601,
    nounsMet: -0.424,
    nounsUnmet: 0.102,
    othersMet: 0.538,
    othersUnmet: -0.225,
    letters: 2.51,
    words: 1.13,
    wordPairs: -1.34,
    otherNumbers: -0.315,
    unsharedNumbers: -1.05,
    oneNumbered: 0.577,
    otherDays: -0.828,
    sameDay: 0.551,
    oneNegated: -0.358,
    opposites: -0.223,
    sameDone: 0.724,
    otherAffected: -0.522,
    otherActors: -0.324,
    sameActors: -0.409,
    direction: 0.736,
    length: 0.313
  }
};
