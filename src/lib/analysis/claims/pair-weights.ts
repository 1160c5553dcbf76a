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
    moreMet: 0.0889,
    bothMet: 0.126,
    evenlyMet: -0.00302,
    unmet: -0.0502,
    rarest: 0.11,
    rarestNoun: 0.0181,
    sameWords: -0.0443,
    nameless: -0.023,
    namesMet: -0.0446,
    fewerNamesUnmet: -0.0517,
    moreNamesUnmet: 0.0494,
    contentMet: -0.0246,
    verbsMet: 0.0228,
    verbsUnmet: 0.00743,
    deedMet: -0.00323,
    nounsMet: 0.00152,
    nounsUnmet: -0.00434,
    othersMet: 0.00397,
    othersUnmet: 0.0306,
    letters: 0.377,
    words: 0.202,
    wordPairs: -0.248,
    otherNumbers: 0.0389,
    unsharedNumbers: -0.226,
    oneNumbered: 0.103,
    otherDays: -0.113,
    sameDay: -0.0114,
    oneNegated: -0.0992,
    opposites: -0.0777,
    sameDone: 0.0187,
    otherAffected: -0.0241,
    otherActors: -0.0778,
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
  least: -3.4,
  of: {
    lessMet: 1.33,
    moreMet: 0.643,
    bothMet: 0.861,
    evenlyMet: 0.161,
    unmet: -0.182,
    rarest: 1.33,
    rarestNoun: -0.796,
    sameWords: 0.0721,
    nameless: 0.356,
    namesMet: 0.125,
    fewerNamesUnmet: -0.936,
    moreNamesUnmet: 0.251,
    contentMet: -0.91,
    verbsMet: 0.774,
    verbsUnmet: 0.309,
    deedMet: 0.598,
    nounsMet: -0.435,
    nounsUnmet: 0.104,
    othersMet: 0.538,
    othersUnmet: -0.226,
    letters: 2.5,
    words: 1.14,
    wordPairs: -1.34,
    otherNumbers: -0.318,
    unsharedNumbers: -1.05,
    oneNumbered: 0.574,
    otherDays: -0.826,
    sameDay: 0.551,
    oneNegated: -0.358,
    opposites: -0.223,
    sameDone: 0.729,
    otherAffected: -0.521,
    otherActors: -0.322,
    sameActors: -0.41,
    direction: 0.737,
    length: 0.312
  }
};
