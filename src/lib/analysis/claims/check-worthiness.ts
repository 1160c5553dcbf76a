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
  /** By first word, then by second: most words begin no pair. */
  readonly pairs: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly signs: ReadonlyMap<string, number>;
}

/** From this score on a sentence counts as one that states something checkable. Chosen by cross-validation. */
export const CHECK_WORTHY = 0.39;

const loaded = new WeakMap<Knowledge, Weights>();

function weightsOf(knowledge: Knowledge): Weights {
  const known = loaded.get(knowledge);
  if (known) return known;
  const list = (part: string): ReadonlyMap<string, number> => {
    const weights = knowledge.valences?.[`check-worthiness-${part}`];
    if (!weights) throw new Error(`There is no list of check-worthiness ${part}.`);
    return weights;
  };
  const pairs = new Map<string, Map<string, number>>();
  for (const [pair, weight] of list('pairs')) {
    // A word may hold a hyphen itself, so that "a-b-c" may be two pairs; only one of them ever stands in a text.
    for (let at = pair.indexOf('-'); at > 0; at = pair.indexOf('-', at + 1)) {
      const first = pair.slice(0, at);
      const seconds = pairs.get(first) ?? new Map<string, number>();
      pairs.set(first, seconds.set(pair.slice(at + 1), weight));
    }
  }
  const weights = { words: list('words'), pairs, signs: list('signs') };
  loaded.set(knowledge, weights);
  return weights;
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
  const seen = new Set<string>();
  readSigns(tokens, range, {
    word(form, lemma) {
      read++;
      sum += words.get(form) ?? words.get(lemma) ?? 0;
    },
    pair(first, second) {
      const weight = pairs.get(first)?.get(second);
      if (weight === undefined) return;
      // A pair counts once, however often it stands.
      const key = `${first}-${second}`;
      if (!seen.has(key)) sum += weight;
      seen.add(key);
    },
    sign(key) {
      sum += signs.get(key) ?? 0;
    }
  });
  return read === 0 ? 0 : 1 / (1 + Math.exp(-sum));
}
