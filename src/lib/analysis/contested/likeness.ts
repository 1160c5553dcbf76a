import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Reading } from '../reading';
import { CONTESTED } from './weights';

/**
 * How near a word of a text comes to words of a claim that it shares neither form nor concept with, from word
 * vectors. Vectors do not tell a word from its opposite: whoever asks looks for opposites first.
 */
export interface Likeness {
  /** Quality of the meeting per word of the claim, 0 where they are not alike; null when none is. */
  of(reading: Reading, token: number): ArrayLike<number> | null;
}

const NONE: Likeness = { of: () => null };
/** Words remembered of one claim before the memory starts afresh. */
const MEMORY = 20_000;

const ranksByReading = new WeakMap<Reading, Int32Array>();

/** Ranks of a text's words among the words that have a vector, looked up once for all claims. */
function ranksOf(reading: Reading, rankOf: (word: string) => number): Int32Array {
  let ranks = ranksByReading.get(reading);
  if (!ranks) {
    ranks = Int32Array.from(reading.document.tokens, ({ word, lemma }) => (word ? rankOf(lemma) : -1));
    ranksByReading.set(reading, ranks);
  }
  return ranks;
}

function quality(cosine: number): number {
  const { from, to, floor, most } = CONTESTED.likeness;
  return cosine < from ? 0 : most * Math.min(1, (cosine - from) / (to - from) + floor);
}

/** Reads the words of a claim, null where a term is no word. Without word vectors nothing is alike. */
export function readLikeness(words: readonly (string | null)[], knowledge: Knowledge): Likeness {
  const { vectors } = knowledge;
  if (!vectors) return NONE;
  const own = words.map((word) => (word === null ? -1 : vectors.rankOf(word)));
  if (own.every((rank) => rank < 0)) return NONE;
  let memory = new Map<number, ArrayLike<number> | null>();
  const read = (rank: number): ArrayLike<number> | null => {
    const found = own.map((mine) => (mine < 0 || mine === rank ? 0 : quality(vectors.likeness(mine, rank))));
    return found.some((value) => value > 0) ? found : null;
  };
  return {
    of(reading, token) {
      const rank = ranksOf(reading, vectors.rankOf)[token] ?? -1;
      if (rank < 0) return null;
      let known = memory.get(rank);
      if (known === undefined) {
        if (memory.size >= MEMORY) memory = new Map();
        memory.set(rank, (known = read(rank)));
      }
      return known;
    }
  };
}
