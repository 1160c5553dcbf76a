/** How well two different words can stand for each other. */
import type { WordVectors } from '$lib/lexicons/word-vectors';
import { dice } from './hashed-set';
import type { PairWord } from './pair-word';
import { CLAIMS } from './weights';

/** Words whose letter triples agree less than this are different words. */
const LEAST_ALIKE = 0.5;
/** Cosine of word vectors from which two words begin to be akin. */
const LEAST_AKIN = 0.35;
/** Figures further apart than this share of the larger are different figures; a rounded one is nearer. */
const ROUNDING = 0.06;

/** Figures from here to there may be years, and no year rounds another. */
const FIRST_YEAR = 1500;
const LAST_YEAR = 2100;

function numbersMeet(a: PairWord, b: PairWord): number {
  const larger = Math.max(a.value, b.value);
  if (!(larger > 0) || (a.value >= FIRST_YEAR && a.value <= LAST_YEAR)) return 0;
  const apart = Math.abs(a.value - b.value) / larger;
  return apart < ROUNDING ? CLAIMS.concept * (1 - apart / ROUNDING) : 0;
}

function spelledAlike(a: PairWord, b: PairWord): number {
  const [x, y] = [a.key, b.key];
  if (x.length <= 3 || y.length <= 3 || x[0] !== y[0] || Math.abs(x.length - y.length) > 4) return 0;
  const alike = dice(a.triples, b.triples);
  return alike > LEAST_ALIKE ? CLAIMS.concept * alike : 0;
}

/** How well two different words meet, 0 to 1. */
export function meet(a: PairWord, b: PairWord, vectors: WordVectors | null): number {
  if (a.actor !== '' && a.actor === b.actor) return 1;
  if (a.kind === 'number' || b.kind === 'number') return a.kind === b.kind ? numbersMeet(a, b) : 0;
  if (a.kind === 'day' || b.kind === 'day') return 0;
  const concept = a.concept !== '' && a.concept === b.concept ? CLAIMS.concept : 0;
  const spelled = Math.max(concept, spelledAlike(a, b));
  // Names that are used alike are still different names.
  if (vectors === null || a.rank < 0 || b.rank < 0 || a.kind === 'name' || b.kind === 'name') return spelled;
  return Math.max(spelled, (vectors.likeness(a.rank, b.rank) - LEAST_AKIN) / (1 - LEAST_AKIN));
}
