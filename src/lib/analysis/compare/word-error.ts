/** How sure a divergence of words is, from how the sentences of either side differ among themselves. */
import type { ContentWords } from './content-words';
import type { Pool, Share } from './jensen-shannon';

/**
 * Variance of the divergence that comes from the sentences of one side: the divergence moves with the words of
 * a sentence by ½ log₂(2p/(p+q)) each, and this is the ratio estimator's closed form over sentences.
 */
function sideVariance(
  parts: readonly ContentWords[],
  total: number,
  slope: (term: number) => number
): number {
  let sentences = 0;
  let sum = 0;
  for (const { terms, starts } of parts) {
    sentences += starts.length - 1;
    for (const term of terms) sum += slope(term);
  }
  if (sentences < 2) return 0;
  const mean = sum / total;
  let squares = 0;
  for (const { terms, starts } of parts) {
    for (let i = 0; i + 1 < starts.length; i++) {
      let moved = 0;
      for (let k = starts[i]!; k < starts[i + 1]!; k++) moved += slope(terms[k]!) - mean;
      squares += moved * moved;
    }
  }
  return (sentences / (sentences - 1)) * (squares / (total * total));
}

/** The same for a side of very many documents, word by word: what is left over of a large collection hardly varies. */
function restVariance(share: Share, pool: Pool): number {
  const rest = pool.total - share.total;
  let sum = 0;
  let squares = 0;
  let met = 0;
  for (let i = 0; i < share.used; i++) {
    const term = share.touched[i]!;
    const p = share.counts[term]! / share.total;
    const q = (pool.counts[term]! - share.counts[term]!) / rest;
    if (q === 0) continue;
    const slope = Math.log2((2 * q) / (p + q)) / 2;
    met += q;
    sum += q * slope;
    squares += q * slope * slope;
  }
  const mean = sum + (1 - met) / 2;
  return Math.max(0, squares + (1 - met) / 4 - mean * mean) / rest;
}

/**
 * Standard error of the divergence of a share from the rest of its pool.
 *
 * @param own the words of the share; @param others those of the rest, null when they are too many to go through
 */
export function divergenceError(
  share: Share,
  pool: Pool,
  own: ContentWords,
  others: readonly ContentWords[] | null
): number {
  const rest = pool.total - share.total;
  const p = (term: number): number => share.counts[term]! / share.total;
  const q = (term: number): number => (pool.counts[term]! - share.counts[term]!) / rest;
  const ofShare = sideVariance(
    [own],
    share.total,
    (term) => Math.log2((2 * p(term)) / (p(term) + q(term))) / 2
  );
  const ofRest =
    others === null
      ? restVariance(share, pool)
      : sideVariance(others, rest, (term) => Math.log2((2 * q(term)) / (p(term) + q(term))) / 2);
  return Math.sqrt(ofShare + ofRest);
}
