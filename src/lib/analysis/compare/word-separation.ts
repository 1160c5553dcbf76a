import { NORMAL_95 } from '../statistics/quantiles';
import { randomStream } from '../statistics/random-stream';
import type { ContentWords, Vocabulary } from './content-words';
import { logOf, poolOf, Share, type Pool } from './jensen-shannon';
import { chanceAtLeast, describeChance, sentencesOf, shufflesFor, type SentenceList } from './word-chance';

/** How well single words tell the sources apart, all of them at once. */
export interface WordSeparation {
  /** 0 to 1, chance taken off. */
  readonly effect: number;
  readonly interval: readonly [number, number];
  readonly p: number;
}

/** H(mean of Pᵢ) - mean of H(Pᵢ) in bits, fed document by document with all words of a pool. */
class AllAtOnce {
  private readonly mixture: Float64Array;
  private readonly share: Share;
  private readonly once: Uint8Array;
  private entropies = 0;
  /** Entropy of the mixture that comes from words used once in all: no other document can add to them. */
  private onceEntropy = 0;

  constructor(
    { counts }: Pool,
    private readonly documents: number
  ) {
    this.mixture = new Float64Array(counts.length);
    this.share = new Share(counts.length);
    this.once = Uint8Array.from(counts, (count) => (count === 1 ? 1 : 0));
  }

  add(terms: Int32Array, from: number, to: number): void {
    this.share.add(terms, from, to);
  }

  /** The document is complete. */
  close(): void {
    const { share, mixture, once } = this;
    const all = share.total * this.documents;
    let sum = 0;
    let single = 0;
    for (let i = 0; i < share.used; i++) {
      const term = share.touched[i]!;
      if (once[term] === 1) {
        single++;
        continue;
      }
      const count = share.counts[term]!;
      sum += count * logOf(count);
      mixture[term]! += count / all;
    }
    if (share.total > 0) {
      this.entropies += logOf(share.total) - sum / share.total;
      this.onceEntropy += (single * logOf(all)) / all;
    }
    share.clear();
  }

  /** The divergence of the documents that were closed; makes ready for the next ones. */
  take(): number {
    let entropy = this.onceEntropy;
    for (let term = 0; term < this.mixture.length; term++) {
      const part = this.mixture[term]!;
      if (part > 0) entropy -= part * Math.log2(part);
    }
    const divergence = Math.max(0, entropy - this.entropies / this.documents);
    this.mixture.fill(0);
    this.entropies = 0;
    this.onceEntropy = 0;
    return divergence;
  }
}

/** Closed form of the variance over the sentences of every document: each word moves the divergence by log₂(p/m)/N. */
function varianceOf(documents: readonly ContentWords[], size: number): number {
  const mixture = new Float64Array(size);
  const own = new Share(size);
  const each = 1 / documents.length;
  for (const { terms } of documents) for (const term of terms) mixture[term]! += each / terms.length;
  let variance = 0;
  for (const { terms, starts } of documents) {
    own.clear();
    own.add(terms, 0, terms.length);
    const slope = (term: number): number =>
      each * Math.log2(own.counts[term]! / terms.length / mixture[term]!);
    let mean = 0;
    for (const term of terms) mean += slope(term) / terms.length;
    let squares = 0;
    const sentences = starts.length - 1;
    for (let i = 0; i < sentences; i++) {
      let moved = 0;
      for (let k = starts[i]!; k < starts[i + 1]!; k++) moved += slope(terms[k]!) - mean;
      squares += moved * moved;
    }
    if (sentences > 1) variance += (sentences / (sentences - 1)) * (squares / terms.length ** 2);
  }
  return variance;
}

/** Deals shuffled sentences out to the documents, so that each gets about as many words as it has. */
function dealt(
  documents: readonly ContentWords[],
  list: SentenceList,
  order: Int32Array,
  all: AllAtOnce
): number {
  let at = 0;
  let given = 0;
  let due = 0;
  documents.forEach(({ terms }, index) => {
    due += terms.length;
    const last = index === documents.length - 1;
    for (let first = true; at < order.length; at++, first = false) {
      const sentence = order[at]!;
      const from = list.from[sentence]!;
      const to = list.to[sentence]!;
      if (!last && !first && given + (to - from) / 2 > due) break;
      all.add(documents[list.part[sentence]!]!.terms, from, to);
      given += to - from;
    }
    all.close();
  });
  return all.take();
}

/**
 * Jensen-Shannon divergence of all documents at once, as a share of the way from what shuffled sentences give to
 * vocabularies without a word in common.
 *
 * @param documents at least two, each with words
 * @returns null when there is nothing to tell apart
 */
export function separateWords(
  { terms }: Vocabulary,
  documents: readonly ContentWords[],
  key: string
): WordSeparation | null {
  if (documents.length < 2) return null;
  const size = terms.length;
  const pool = poolOf(documents, size);
  const list = sentencesOf(pool);
  const order = Int32Array.from(list.part, (_, index) => index);
  if (order.length < 2 * documents.length) return null;
  const all = new AllAtOnce(pool, documents.length);
  for (const { terms: words } of documents) {
    all.add(words, 0, words.length);
    all.close();
  }
  const observed = all.take();
  const times = shufflesFor(pool.total);
  const random = randomStream(key);
  const chance = new Float64Array(times);
  for (let i = 0; i < times; i++) {
    random.drawToFront(order, order.length);
    chance[i] = dealt(documents, list, order, all);
  }
  chance.sort();
  const { median } = describeChance(chance);
  const room = Math.log2(documents.length) - median;
  const within = (value: number): number => (room > 0 ? Math.min(1, Math.max(0, value / room)) : 0);
  const reach = NORMAL_95 * Math.sqrt(varianceOf(documents, size));
  const excess = observed - median;
  return {
    effect: within(excess),
    interval: [within(excess - reach), within(excess + reach)],
    p: chanceAtLeast(chance, observed)
  };
}
