/** What an alignment leaves over: the words without a partner, and whether the met ones stand in the same order. */
import type { Alignment } from './align-words';
import type { PairSide, PairWord } from './pair-word';

/** Parts of `PairFeatures`; see there. */
export interface Remainders {
  readonly rarestUnmet: number;
  readonly openingMet: number;
  readonly metInOrder: number;
  readonly namesLeftAlike: number;
}

function heaviestUnmet(words: readonly PairWord[], met: Float64Array): number {
  let most = 0;
  for (let i = 0; i < words.length; i++) most = Math.max(most, words[i]!.weight * (1 - met[i]!));
  return most;
}

/** Share of a side's words, by weight, that are met and whose neighbours are met by their partners' neighbours. */
function inOrder(words: readonly PairWord[], met: Float64Array, partner: Int32Array): number {
  let [found, all] = [0, 0];
  for (let i = 0; i < words.length; i++) {
    const { weight } = words[i]!;
    all += weight;
    const place = partner[i]!;
    if (place < 0) continue;
    const before = i > 0 && place > 0 && partner[i - 1] === place - 1 ? met[i - 1]! : 0;
    const after = i + 1 < words.length && partner[i + 1] === place + 1 ? met[i + 1]! : 0;
    found += (weight * met[i]! * (before + after)) / 2;
  }
  return all > 0 ? found / all : 0;
}

/** The vectors of the names a side leaves unmet, added up; null without any. */
function namesLeft({ words, vectors }: PairSide, met: Float64Array): Float32Array | null {
  let sum: Float32Array | null = null;
  for (let i = 0; i < words.length; i++) {
    const { kind, rank, weight } = words[i]!;
    if (vectors === null || kind !== 'name' || rank < 0 || met[i]! >= 1) continue;
    sum ??= new Float32Array(vectors.dimensions);
    vectors.addTo(sum, rank, weight * (1 - met[i]!));
  }
  return sum;
}

/** Cosine; 0 where one side left none. */
function likeness(x: Float32Array | null, y: Float32Array | null): number {
  if (!x || !y) return 0;
  let [both, ofX, ofY] = [0, 0, 0];
  for (let k = 0; k < x.length; k++) {
    both += x[k]! * y[k]!;
    ofX += x[k]! * x[k]!;
    ofY += y[k]! * y[k]!;
  }
  return ofX > 0 && ofY > 0 ? both / Math.sqrt(ofX * ofY) : 0;
}

/** Reads what two aligned sides leave over; the same whichever comes first. Linear in their words. */
export function remaindersOf(
  a: PairSide,
  b: PairSide,
  { met, partner, otherMet, otherPartner }: Alignment
): Remainders {
  return {
    rarestUnmet: Math.max(heaviestUnmet(a.words, met), heaviestUnmet(b.words, otherMet)),
    openingMet: ((met[0] ?? 0) + (otherMet[0] ?? 0)) / 2,
    metInOrder: Math.min(inOrder(a.words, met, partner), inOrder(b.words, otherMet, otherPartner)),
    namesLeftAlike: likeness(namesLeft(a, met), namesLeft(b, otherMet))
  };
}
