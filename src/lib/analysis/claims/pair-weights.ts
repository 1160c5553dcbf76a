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
    moreMet: 0.0885,
    bothMet: 0.127,
    evenlyMet: -0.000949,
    unmet: -0.0496,
    rarest: 0.112,
    rarestNoun: 0.0144,
    sameWords: -0.0465,
    nameless: -0.023,
    namesMet: -0.0449,
    fewerNamesUnmet: -0.0512,
    moreNamesUnmet: 0.0489,
    contentMet: -0.0245,
    verbsMet: 0.0217,
    verbsUnmet: 0.00615,
    deedMet: -0.00234,
    nounsMet: 0.0035,
    nounsUnmet: -0.00498,
    othersMet: 0.00389,
    othersUnmet: 0.0305,
    letters: 0.378,
    words: 0.2,
    wordPairs: -0.248,
    otherNumbers: 0.0389,
    unsharedNumbers: -0.227,
    oneNumbered: 0.104,
    otherDays: -0.113,
    sameDay: -0.0115,
    oneNegated: -0.0992,
    opposites: -0.0776,
    sameDone: 0.0176,
    otherAffected: -0.0228,
    otherActors: -0.0785,
    sameActors: 0.0265,
    direction: 0.19,
    length: 0.0501
  }
};

/**
 * The same event, as log-odds. A logistic regression on pairs of news sentences whose events people linked or
 * kept apart (ECB+, Cybulska & Vossen 2014, CC BY), drawn towards the closeness above. A fifth of the target is
 * whether two sentences are of one story; the scale is that of the same event.
 */
export const SAME_EVENT: PairWeights = {
  least: -3.42,
  of: {
    lessMet: 1.32,
    moreMet: 0.641,
    bothMet: 0.869,
    evenlyMet: 0.17,
    unmet: -0.18,
    rarest: 1.34,
    rarestNoun: -0.81,
    sameWords: 0.0599,
    nameless: 0.356,
    namesMet: 0.121,
    fewerNamesUnmet: -0.933,
    moreNamesUnmet: 0.25,
    contentMet: -0.914,
    verbsMet: 0.765,
    verbsUnmet: 0.304,
    deedMet: 0.605,
    nounsMet: -0.425,
    nounsUnmet: 0.102,
    othersMet: 0.539,
    othersUnmet: -0.225,
    letters: 2.52,
    words: 1.13,
    wordPairs: -1.35,
    otherNumbers: -0.315,
    unsharedNumbers: -1.06,
    oneNumbered: 0.579,
    otherDays: -0.83,
    sameDay: 0.549,
    oneNegated: -0.359,
    opposites: -0.225,
    sameDone: 0.721,
    otherAffected: -0.526,
    otherActors: -0.324,
    sameActors: -0.408,
    direction: 0.739,
    length: 0.316
  }
};
