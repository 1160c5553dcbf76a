/** What divergence of words chance alone gives: the same sentences, shuffled between the sources. */
import { normalTails } from '../statistics/quantiles';
import type { RandomStream } from '../statistics/random-stream';
import { divergenceFromRest, type Pool, Share } from './jensen-shannon';

/** Shuffles for each comparison, where that is affordable. */
const MOST_SHUFFLES = 199;
/** Fewer say nothing on the ends of the band. */
const LEAST_SHUFFLES = 39;
/** Words that the shuffles of one kind of comparison may draw in all. */
const WORDS_DRAWN = 20_000_000;

/** Shuffles that keep a task of so many words to draw within bounds. */
export function shufflesFor(words: number): number {
  return Math.max(LEAST_SHUFFLES, Math.min(MOST_SHUFFLES, Math.floor(WORDS_DRAWN / Math.max(1, words))));
}

/** Divergences of shuffled sources, sorted. */
export type Chance = Float64Array;

/** All sentences of a pool in one list: where each begins and ends in the words of its document. */
export interface SentenceList {
  readonly part: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** The sentences of a pool, document by document. */
export function sentencesOf(pool: Pool): SentenceList {
  const size = pool.parts.reduce((sum, { starts }) => sum + starts.length - 1, 0);
  const list = { part: new Int32Array(size), from: new Int32Array(size), to: new Int32Array(size) };
  let at = 0;
  pool.parts.forEach(({ starts }, part) => {
    for (let i = 0; i + 1 < starts.length; i++, at++) {
      list.part[at] = part;
      list.from[at] = starts[i]!;
      list.to[at] = starts[i + 1]!;
    }
  });
  return list;
}

/** What shuffles of one collection have in common; made once, used for every comparison in it. */
export interface Shuffler {
  readonly pool: Pool;
  readonly sentences: SentenceList;
  /** Numbers of all sentences; its order changes with every draw. */
  readonly order: Int32Array;
  readonly share: Share;
}

export function shufflerOf(pool: Pool): Shuffler {
  const sentences = sentencesOf(pool);
  return {
    pool,
    sentences,
    order: Int32Array.from(sentences.part, (_, index) => index),
    share: new Share(pool.counts.length)
  };
}

/** Fills the share with sentences drawn at random until it has about as many words as asked for. */
function draw({ sentences, order, share, pool }: Shuffler, words: number, random: RandomStream): void {
  share.clear();
  for (let i = 0; i < order.length; i++) {
    const other = i + random.below(order.length - i);
    const sentence = order[other]!;
    order[other] = order[i]!;
    order[i] = sentence;
    const from = sentences.from[sentence]!;
    const to = sentences.to[sentence]!;
    const over = share.total + to - from - words;
    if (share.total > 0 && (over > words - share.total || share.total + to - from >= pool.total)) return;
    share.add(pool.parts[sentences.part[sentence]!]!.terms, from, to);
    if (over >= 0) return;
  }
}

/**
 * Divergences from the rest that a source of so many words would have if its sentences were drawn blindly from
 * the whole pool. Sentences stay whole, because their words go together.
 *
 * @param words content words of the source
 */
export function chanceOf(shuffler: Shuffler, words: number, times: number, random: RandomStream): Chance {
  const found = new Float64Array(times);
  for (let i = 0; i < times; i++) {
    draw(shuffler, words, random);
    found[i] = divergenceFromRest(shuffler.share, shuffler.pool);
  }
  return found.sort();
}

/** No number of shuffles, and no curve through them, says that something is rarer than this. */
const LEAST_P = 1e-9;

/**
 * How often chance diverges at least as much as observed: the share of shuffles that do, the observed one counted
 * in. Where none does, the tail of a normal curve through the shuffles says how far beyond them it lies.
 */
export function chanceAtLeast(chance: Chance, observed: number): number {
  let atLeast = 0;
  let sum = 0;
  let squares = 0;
  for (const value of chance) {
    if (value >= observed) atLeast++;
    sum += value;
    squares += value * value;
  }
  const size = chance.length;
  const share = (1 + atLeast) / (size + 1);
  if (atLeast > 0) return share;
  const deviation = Math.sqrt(Math.max(0, squares - (sum * sum) / size) / (size - 1));
  if (deviation === 0) return share;
  const tail = normalTails((observed - sum / size) / deviation) / 2;
  return Math.max(LEAST_P, Math.min(share, tail));
}

/** Median of chance, and the band that holds 95 % of it. */
export function describeChance(chance: Chance): {
  median: number;
  band: [number, number];
  permutations: number;
} {
  const cut = Math.max(1, Math.floor(0.025 * (chance.length + 1))) - 1;
  const middle = (chance.length - 1) / 2;
  const median = (chance[Math.floor(middle)]! + chance[Math.ceil(middle)]!) / 2;
  return { median, band: [chance[cut]!, chance[chance.length - 1 - cut]!], permutations: chance.length };
}
