/**
 * How far a stretch of words states a fact that somebody may want to check: a logistic regression over
 * words, pairs of words and signs of form (length, numbers, tense, person, modality). The weights are data
 * and carry their source; the terms of the sum can be read one by one.
 */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Token, TokenRange } from '$lib/text/document';
import { readSigns } from './check-worthiness-signs';

interface Weights {
  readonly words: ReadonlyMap<string, number>;
  readonly pairs: ReadonlyMap<string, number>;
  readonly signs: ReadonlyMap<string, number>;
}

/** From this score on a sentence counts as one that states something checkable. Chosen by cross-validation. */
export const CHECK_WORTHY = 0.39;

function weightsOf(knowledge: Knowledge): Weights {
  const list = (part: string): ReadonlyMap<string, number> => {
    const weights = knowledge.valences?.[`check-worthiness-${part}`];
    if (!weights) throw new Error(`There is no list of check-worthiness ${part}.`);
    return weights;
  };
  return { words: list('words'), pairs: list('pairs'), signs: list('signs') };
}

/**
 * Scores a range of tokens, best a whole sentence.
 *
 * @returns 0 to 1: the share of such sentences that people in the training data (political debates) marked
 * as worth checking; 0 without words. Says nothing about whether the statement is true.
 * @throws Error when the weights are missing from `knowledge`
 */
export function checkWorthiness(tokens: readonly Token[], range: TokenRange, knowledge: Knowledge): number {
  const { words, pairs, signs } = weightsOf(knowledge);
  let sum = signs.get('start') ?? 0;
  let read = 0;
  readSigns(tokens, range, {
    word(form, lemma) {
      read++;
      sum += words.get(form) ?? words.get(lemma) ?? 0;
    },
    pair(key) {
      sum += pairs.get(key) ?? 0;
    },
    sign(key) {
      sum += signs.get(key) ?? 0;
    }
  });
  return read === 0 ? 0 : 1 / (1 + Math.exp(-sum));
}
