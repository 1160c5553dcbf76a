/** Jensen-Shannon divergence of two bags of words, the larger one given as a pool that holds the smaller one. */
import type { ContentWords } from './content-words';

/** Content words of several documents together, counted. */
export interface Pool {
  readonly parts: readonly ContentWords[];
  /** By term number. */
  readonly counts: Int32Array;
  /** Terms that occur, the most frequent first. */
  readonly byCount: Int32Array;
  readonly total: number;
}

/** Counts documents together; `size` is the number of terms. */
export function poolOf(parts: readonly ContentWords[], size: number): Pool {
  const counts = new Int32Array(size);
  let total = 0;
  for (const { terms } of parts) {
    total += terms.length;
    for (const term of terms) counts[term]!++;
  }
  const met: number[] = [];
  counts.forEach((count, term) => {
    if (count > 0) met.push(term);
  });
  const byCount = Int32Array.from(met.sort((x, y) => counts[y]! - counts[x]! || x - y));
  return { parts, counts, byCount, total };
}

/** Part of a pool, counted term by term; can be emptied and filled again without new memory. */
export class Share {
  readonly counts: Int32Array;
  /** Terms with a count, the first `used` of them. */
  readonly touched: Int32Array;
  used = 0;
  total = 0;

  constructor(size: number) {
    this.counts = new Int32Array(size);
    this.touched = new Int32Array(size);
  }

  add(terms: Int32Array, from: number, to: number): void {
    for (let i = from; i < to; i++) {
      const term = terms[i]!;
      if (this.counts[term]!++ === 0) this.touched[this.used++] = term;
    }
    this.total += to - from;
  }

  clear(): void {
    for (let i = 0; i < this.used; i++) this.counts[this.touched[i]!] = 0;
    this.used = 0;
    this.total = 0;
  }
}

/** Binary logarithms of whole numbers, which counts mostly are: shuffles ask for the same ones again and again. */
const LOGS = Float64Array.from({ length: 4096 }, (_, count) => Math.log2(count));

/** Binary logarithm of a whole number. */
export function logOf(count: number): number {
  return count < LOGS.length ? LOGS[count]! : Math.log2(count);
}

/**
 * What one word adds to the divergence in bits: ½ p log₂(2p/(p+q)) + ½ q log₂(2q/(p+q)), which is never negative.
 *
 * @param count of the word on one side, `total` words in all, of which it makes up p
 * @param countOfRest the same for the other side and q
 */
export function contribution(count: number, total: number, countOfRest: number, totalOfRest: number): number {
  const p = count / total;
  const q = countOfRest / totalOfRest;
  if (count === 0 || countOfRest === 0) return (p + q) / 2;
  const apart = p * (logOf(count) - logOf(total)) + q * (logOf(countOfRest) - logOf(totalOfRest));
  return Math.max(0, (apart + (p + q) * (1 - Math.log2(p + q))) / 2);
}

/**
 * Divergence in bits, 0 (the same words as often) to 1 (no word in common), of a share of a pool from what is
 * left of it: H(½P + ½Q) - ½H(P) - ½H(Q). Both sides weigh the same, however long they are. Costs as much as
 * the share has different words, because a word that it does not have adds half its frequency in the rest.
 */
export function divergenceFromRest(share: Share, pool: Pool): number {
  const rest = pool.total - share.total;
  if (share.total === 0 || rest <= 0) return 0;
  let met = 0;
  let sum = 0;
  for (let i = 0; i < share.used; i++) {
    const term = share.touched[i]!;
    const count = share.counts[term]!;
    const elsewhere = pool.counts[term]! - count;
    met += elsewhere;
    sum += contribution(count, share.total, elsewhere, rest);
  }
  return Math.min(1, Math.max(0, sum + (1 - met / rest) / 2));
}
