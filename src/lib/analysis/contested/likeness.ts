import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Token } from '$lib/text/document';
import { CONTESTED } from './weights';

/** Words remembered of one claim before the memory starts afresh. */
const MEMORY = 20_000;

/**
 * How near a word of a text comes to words of a claim that it shares neither form nor concept with, from word
 * vectors. Vectors do not tell a word from its opposite: whoever asks looks for opposites first.
 */
export interface Likeness {
  /** Quality of the meeting, 0 for words that are not alike, per word of the claim. */
  of(token: Token): ArrayLike<number> | null;
}

const NONE: Likeness = { of: () => null };

function quality(cosine: number): number {
  const { from, to, most } = CONTESTED.likeness;
  return cosine < from ? 0 : most * Math.min(1, (cosine - from) / (to - from) + CONTESTED.likeness.floor);
}

/** Reads the words of a claim, null where a term is no word. Without word vectors nothing is alike. */
export function readLikeness(words: readonly (string | null)[], knowledge: Knowledge): Likeness {
  const { vectors } = knowledge;
  if (!vectors) return NONE;
  const own = words.map((word) => (word === null ? -1 : vectors.rankOf(word)));
  if (own.every((rank) => rank < 0)) return NONE;
  let memory = new Map<string, ArrayLike<number> | null>();
  const read = (word: string): ArrayLike<number> | null => {
    const rank = vectors.rankOf(word);
    if (rank < 0) return null;
    const found = own.map((mine) => (mine < 0 || mine === rank ? 0 : quality(vectors.likeness(mine, rank))));
    return found.some((value) => value > 0) ? found : null;
  };
  return {
    of({ lemma }) {
      let known = memory.get(lemma);
      if (known === undefined) {
        if (memory.size >= MEMORY) memory = new Map();
        memory.set(lemma, (known = read(lemma)));
      }
      return known;
    }
  };
}
