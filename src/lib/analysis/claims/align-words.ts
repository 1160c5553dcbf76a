import type { PairSide } from './pair-word';
import { meet } from './word-meeting';

/** How the words of two stretches meet each other. */
export interface Alignment {
  /** Per word, how well its best partner on the other side meets it, 0 to 1; and which one that is, or -1. */
  readonly met: Float64Array;
  readonly partner: Int32Array;
  readonly otherMet: Float64Array;
  readonly otherPartner: Int32Array;
}

/**
 * Finds for every word its best partner on the other side: itself, another name of the same actor, a word of
 * the same concept, one spelt much like it, a figure rounded, or one of like use by its vector. Cost grows
 * with the product of the sides' words, which `readPairSide` bounds.
 */
export function alignWords(a: PairSide, b: PairSide): Alignment {
  const met = new Float64Array(a.words.length);
  const partner = new Int32Array(a.words.length).fill(-1);
  const otherMet = new Float64Array(b.words.length);
  const otherPartner = new Int32Array(b.words.length).fill(-1);
  for (let i = 0; i < met.length; i++) {
    const { key } = a.words[i]!;
    for (let j = 0; j < otherMet.length; j++) {
      if (b.words[j]!.key !== key) continue;
      met[i] = otherMet[j] = 1;
      partner[i] = j;
      otherPartner[j] = i;
      break;
    }
  }
  const open = b.words.flatMap((_, j) => (otherMet[j] === 1 ? [] : [j]));
  for (let i = 0; i < met.length; i++) {
    if (met[i] === 1) continue;
    for (const j of open) {
      const quality = meet(a.words[i]!, b.words[j]!, a.vectors);
      if (quality > met[i]!) [met[i], partner[i]] = [quality, j];
      if (quality > otherMet[j]!) [otherMet[j], otherPartner[j]] = [quality, i];
    }
  }
  return { met, partner, otherMet, otherPartner };
}
