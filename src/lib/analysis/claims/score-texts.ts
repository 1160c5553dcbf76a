import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Reading } from '../reading';
import { pairFeatures, readPairSide, type PairFeatures, type PairSide } from './pair-features';

/**
 * How much each feature counts. A ridge regression on pairs that people scored for closeness of meaning: the
 * training part of the STS benchmark, the MRPC paraphrase corpus and, with little weight, event coreference
 * pairs of ECB+. Only these eleven numbers come from there.
 */
const WEIGHTS: Readonly<Record<keyof PairFeatures, number>> = {
  lessMet: 1.639,
  moreMet: 1.02,
  bothMet: -0.491,
  letters: 1.218,
  wordPairs: -0.518,
  otherNumbers: -0.138,
  unsharedNumbers: -0.32,
  oneNumbered: 0.107,
  oneNegated: -0.228,
  otherActors: -0.288,
  length: 0.243
};

/** Two texts of the same words score about this before the scale is brought to 0 to 1. */
const HIGHEST = 4;

const NAMES = Object.keys(WEIGHTS) as (keyof PairFeatures)[];

/**
 * How close two stretches of text are in meaning, 0 to 1. It knows words, names, numbers and a few synonyms,
 * not the world: a paraphrase in wholly other words scores low.
 */
export function scoreSides(a: PairSide, b: PairSide): number {
  const features = pairFeatures(a, b);
  if (features.moreMet === 0 && features.letters === 0) return 0;
  const sum = NAMES.reduce((total, name) => total + WEIGHTS[name] * features[name], 0);
  return Math.min(1, Math.max(0, sum / HIGHEST));
}

/** The same for two whole texts. */
export function scoreTexts(a: Reading, b: Reading, knowledge: Knowledge): number {
  const whole = (reading: Reading): PairSide =>
    readPairSide({ reading, firstToken: 0, tokenEnd: reading.document.tokens.length }, knowledge);
  return scoreSides(whole(a), whole(b));
}
