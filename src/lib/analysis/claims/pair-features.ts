import { alignWords, type Alignment } from './align-words';
import { dice } from './hashed-set';
import { deedDoneTo, othersAffected } from './pair-deeds';
import { LENGTH } from './pair-side';
import type { PairSide, PairWord, WordClass } from './pair-word';

export { readPairSide, type Stretch } from './pair-side';
export type { PairSide } from './pair-word';

/**
 * What two stretches of text have in common, and what sets them apart. Shares are 0 to 1, of words weighted by
 * rarity; "log" marks natural logarithms of one plus a sum of weights, so that the first word counts most.
 */
export interface PairFeatures {
  /** Share of the words met by the other side: of the side that is met less, and more. */
  readonly lessMet: number;
  readonly moreMet: number;
  /** The two shares' product, and its root. */
  readonly bothMet: number;
  readonly evenlyMet: number;
  /** Log of what the side with more unmet words leaves unmet. */
  readonly unmet: number;
  /** Cosine of the words in common, squares of weights (TF-IDF without repetition). */
  readonly sameWords: number;
  /** Weight of the rarest word in common, and of the rarest noun. */
  readonly rarest: number;
  readonly rarestNoun: number;
  /** One side has no names. */
  readonly nameless: number;
  /** Log of the names met; of the names left unmet by the side that leaves fewer, and more. */
  readonly namesMet: number;
  readonly fewerNamesUnmet: number;
  readonly moreNamesUnmet: number;
  /** Share of verbs, nouns and other words, names and figures aside, met on the side that is met less. */
  readonly contentMet: number;
  /** Log of verbs met and unmet; best meeting of a verb with a verb or with a noun that tells the same deed. */
  readonly verbsMet: number;
  readonly verbsUnmet: number;
  readonly deedMet: number;
  readonly nounsMet: number;
  readonly nounsUnmet: number;
  readonly othersMet: number;
  readonly othersUnmet: number;
  /** Letter triples, words and pairs of neighbouring words in common, function words included (Dice). */
  readonly letters: number;
  readonly words: number;
  readonly wordPairs: number;
  /** Both name figures and none is the same; share of the figures that only one side names. */
  readonly otherNumbers: number;
  readonly unsharedNumbers: number;
  /** Only one side names figures. */
  readonly oneNumbered: number;
  /** Both name weekdays or months and none is the same; one is the same. */
  readonly otherDays: number;
  readonly sameDay: number;
  /** Only one side is negated; the sides stand on opposite poles. Both at once is neither: "unsafe", "not safe". */
  readonly oneNegated: number;
  readonly opposites: number;
  /** Best meeting of two deeds that are done to the same; what each side tells first is done to others. */
  readonly sameDone: number;
  readonly otherAffected: number;
  /** Both name actors and none is the same; log of the actors both name. */
  readonly otherActors: number;
  readonly sameActors: number;
  /** Cosine of the directions of all words' vectors. */
  readonly direction: number;
  /** Natural logarithm of the words of both. */
  readonly length: number;
}

interface Sums {
  all: number;
  found: number;
}

type SumsByKind = Record<WordClass, Sums>;

function sumsOf(words: readonly PairWord[], met: Float64Array): SumsByKind {
  const none = (): Sums => ({ all: 0, found: 0 });
  const sums = { name: none(), verb: none(), noun: none(), other: none(), number: none(), day: none() };
  for (let i = 0; i < words.length; i++) {
    const { kind, weight } = words[i]!;
    sums[kind].all += weight;
    sums[kind].found += weight * met[i]!;
  }
  return sums;
}

function together(...parts: Sums[]): Sums {
  const sum = { all: 0, found: 0 };
  for (const { all, found } of parts) {
    sum.all += all;
    sum.found += found;
  }
  return sum;
}

const share = ({ all, found }: Sums): number => (all > 0 ? found / all : 0);
const open = ({ all, found }: Sums): number => Math.max(0, all - found);
const metBy = (x: Sums, y: Sums): number => Math.log1p((x.found + y.found) / 2);
const mostOpen = (x: Sums, y: Sums): number => Math.log1p(Math.max(open(x), open(y)));

/** Words that both sides have as they are: how rare the rarest is, and the cosine of the weights. */
function exactly(
  a: PairSide,
  b: PairSide,
  { met, otherMet }: Alignment
): Pick<PairFeatures, 'rarest' | 'rarestNoun' | 'sameWords'> {
  let [rarest, rarestNoun, common, own, others] = [0, 0, 0, 0, 0];
  for (let i = 0; i < a.words.length; i++) {
    const { kind, weight } = a.words[i]!;
    own += weight * weight;
    if (met[i]! < 1) continue;
    rarest = Math.max(rarest, weight);
    if (kind === 'noun') rarestNoun = Math.max(rarestNoun, weight);
    common += weight * weight;
  }
  for (let i = 0; i < b.words.length; i++) {
    const { kind, weight } = b.words[i]!;
    others += weight * weight;
    if (kind === 'noun' && otherMet[i] === 1) rarestNoun = Math.max(rarestNoun, weight);
  }
  return { rarest, rarestNoun, sameWords: common > 0 ? common / Math.sqrt(own * others) : 0 };
}

/** A figure or a day counts as shared from here on. */
const SHARED = 0.3;

interface Tally {
  a: number;
  b: number;
  shared: number;
}

function tally(a: PairSide, b: PairSide, { met, otherMet }: Alignment, kind: WordClass): Tally {
  let [ofA, ofB, metA, metB] = [0, 0, 0, 0];
  for (let i = 0; i < a.words.length; i++) {
    if (a.words[i]!.kind !== kind) continue;
    ofA++;
    if (met[i]! > SHARED) metA++;
  }
  for (let i = 0; i < b.words.length; i++) {
    if (b.words[i]!.kind !== kind) continue;
    ofB++;
    if (otherMet[i]! > SHARED) metB++;
  }
  return { a: ofA, b: ofB, shared: Math.min(metA, metB) };
}

const isDeed = (x: PairWord, y: PairWord): boolean =>
  (x.kind === 'verb' && (y.kind === 'verb' || y.kind === 'noun')) || (x.kind === 'noun' && y.kind === 'verb');

function deedMet(a: PairSide, b: PairSide, { met, partner }: Alignment): number {
  let best = 0;
  for (let i = 0; i < a.words.length; i++) {
    if (partner[i]! < 0) continue;
    const [here, there] = [a.words[i]!, b.words[partner[i]!]!];
    if (isDeed(here, there)) best = Math.max(best, met[i]! * Math.sqrt(here.weight * there.weight));
  }
  return best;
}

/** True when one side stands on one pole and the other side on its opposite: "open" and "closed". */
function standOpposed(a: PairSide, b: PairSide): boolean {
  for (const pole of a.poles)
    if (b.poles.includes(pole.slice(0, -1) + (pole.endsWith('a') ? 'b' : 'a'))) return true;
  return false;
}

/** The same alignment, seen from the other side. */
function turned({ met, partner, otherMet, otherPartner }: Alignment): Alignment {
  return { met: otherMet, partner: otherPartner, otherMet: met, otherPartner: partner };
}

function cosine(x: Int8Array, y: Int8Array): number {
  let sum = 0;
  for (let k = 0; k < x.length; k++) sum += x[k]! * y[k]!;
  return sum / (LENGTH * LENGTH);
}

/** Compares two stretches of text; the same whichever comes first. */
export function pairFeatures(a: PairSide, b: PairSide): PairFeatures {
  const alignment = alignWords(a, b);
  const x = sumsOf(a.words, alignment.met);
  const y = sumsOf(b.words, alignment.otherMet);
  const [allX, allY] = [x, y].map((s) => together(s.name, s.verb, s.noun, s.other, s.number, s.day));
  const [contentX, contentY] = [x, y].map((s) => together(s.verb, s.noun, s.other));
  const [forth, back] = [share(allX!), share(allY!)];
  const numbers = tally(a, b, alignment, 'number');
  const days = tally(a, b, alignment, 'day');
  let sameActors = 0;
  for (const actor of a.actors) if (b.actors.includes(actor)) sameActors++;
  const denies = a.negated !== b.negated;
  const opposed = standOpposed(a, b);
  const allNumbers = numbers.a + numbers.b - numbers.shared;
  return {
    lessMet: Math.min(forth, back),
    moreMet: Math.max(forth, back),
    bothMet: forth * back,
    evenlyMet: Math.sqrt(forth * back),
    unmet: mostOpen(allX!, allY!),
    ...exactly(a, b, alignment),
    nameless: Number(x.name.all === 0 || y.name.all === 0),
    namesMet: metBy(x.name, y.name),
    fewerNamesUnmet: Math.log1p(Math.min(open(x.name), open(y.name))),
    moreNamesUnmet: mostOpen(x.name, y.name),
    contentMet: Math.min(share(contentX!), share(contentY!)),
    verbsMet: metBy(x.verb, y.verb),
    verbsUnmet: mostOpen(x.verb, y.verb),
    deedMet: Math.max(deedMet(a, b, alignment), deedMet(b, a, turned(alignment))),
    nounsMet: metBy(x.noun, y.noun),
    nounsUnmet: mostOpen(x.noun, y.noun),
    othersMet: metBy(x.other, y.other),
    othersUnmet: mostOpen(x.other, y.other),
    letters: dice(a.letters, b.letters),
    words: dice(a.forms, b.forms),
    wordPairs: dice(a.formPairs, b.formPairs),
    otherNumbers: Number(numbers.a > 0 && numbers.b > 0 && numbers.shared === 0),
    unsharedNumbers: Math.max(0, allNumbers - numbers.shared) / (1 + Math.max(0, allNumbers)),
    oneNumbered: Number(numbers.a > 0 !== numbers.b > 0),
    otherDays: Number(days.a > 0 && days.b > 0 && days.shared === 0),
    sameDay: Number(days.shared > 0),
    oneNegated: Number(denies && !opposed),
    opposites: Number(opposed && !denies),
    sameDone: deedDoneTo(a, b),
    otherAffected: Number(othersAffected(a, b)),
    otherActors: Number(a.actors.length > 0 && b.actors.length > 0 && sameActors === 0),
    sameActors: Math.log1p(sameActors),
    direction: cosine(a.direction, b.direction),
    length: Math.log(Math.max(1, a.wordCount) + Math.max(1, b.wordCount))
  };
}
