import type { Overlap } from '../audit-schema';
import { roundNumbers } from '../round-numbers';
import { NORMAL_95, wilsonInterval } from '../statistics/quantiles';

/** Up to so many documents every pair is compared; above, each document's nearest. */
export const MOST_FOR_ALL_PAIRS = 50;
/** Neighbours listed for each document above that. */
const NEAREST = 20;
/** Neighbours whose overlap is taken exactly, to find the nearest among them. */
const LOOKED_AT = 64;
/** Documents of one claim that are counted as each other's neighbours: what everybody says tells no two apart. */
const MOST_TELLERS = 64;
/** Wilson's interval of a share (Wilson 1927), which holds the share and is sound at 0 and 1; null of nothing. */
const shareInterval = (part: number, whole: number): [number, number] | null =>
  whole === 0 ? null : wilsonInterval(part / whole, whole, NORMAL_95);

/** Members of two ascending lists that are in both. */
function inBoth(a: readonly number[], b: readonly number[]): number {
  let count = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i]! === b[j]!) {
      count++;
      i++;
      j++;
    } else if (a[i]! < b[j]!) i++;
    else j++;
  }
  return count;
}

function overlapOf(
  a: string,
  claimsOfA: readonly number[],
  b: string,
  claimsOfB: readonly number[]
): Overlap {
  const both = inBoth(claimsOfA, claimsOfB);
  const union = claimsOfA.length + claimsOfB.length - both;
  return roundNumbers({
    a,
    b,
    jaccard: union > 0 ? both / union : 0,
    interval: shareInterval(both, union),
    aInB: claimsOfA.length > 0 ? both / claimsOfA.length : 0,
    bInA: claimsOfB.length > 0 ? both / claimsOfB.length : 0,
    aInBInterval: shareInterval(both, claimsOfA.length),
    bInAInterval: shareInterval(both, claimsOfB.length),
    shared: both
  });
}

/** The place of a number in an ascending list that holds it. */
function placeIn(list: readonly number[], wanted: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Documents that share most claims with one, from the claims that few make. A claim that very many make counts
 * for those next in order only, so that no claim costs the square of its documents.
 */
function likelyNeighbours(
  document: number,
  claims: readonly number[],
  documentsOf: readonly (readonly number[])[]
): number[] {
  const counts = new Map<number, number>();
  for (const claim of claims) {
    const tellers = documentsOf[claim]!;
    let from = 0;
    if (tellers.length > MOST_TELLERS) {
      const place = placeIn(tellers, document);
      from = Math.max(0, Math.min(place - MOST_TELLERS / 2, tellers.length - MOST_TELLERS));
    }
    for (const other of tellers.slice(from, from + MOST_TELLERS)) {
      if (other !== document) counts.set(other, (counts.get(other) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort((x, y) => y[1] - x[1] || x[0] - y[0])
    .slice(0, LOOKED_AT)
    .map(([other]) => other);
}

/**
 * How much documents share, from the documents of each claim: every pair of up to fifty documents, above that
 * each document's nearest, which are found among those that share its rarer claims.
 *
 * @param documentsOf for each claim, the numbers of the documents that make it, each once, ascending
 * @param ids document ids
 */
export function readOverlap(documentsOf: readonly (readonly number[])[], ids: readonly string[]): Overlap[] {
  const claimsOf: number[][] = ids.map(() => []);
  documentsOf.forEach((documents, claim) => documents.forEach((document) => claimsOf[document]!.push(claim)));
  const pairOf = (a: number, b: number): Overlap => overlapOf(ids[a]!, claimsOf[a]!, ids[b]!, claimsOf[b]!);
  if (ids.length <= MOST_FOR_ALL_PAIRS) {
    return ids.flatMap((_, a) => ids.slice(a + 1).map((__, i) => pairOf(a, a + 1 + i)));
  }
  const kept = new Map<number, Overlap>();
  claimsOf.forEach((claims, a) => {
    likelyNeighbours(a, claims, documentsOf)
      .map((b) => ({ b, overlap: a < b ? pairOf(a, b) : pairOf(b, a) }))
      .sort((x, y) => y.overlap.jaccard - x.overlap.jaccard || x.b - y.b)
      .slice(0, NEAREST)
      .forEach(({ b, overlap }) => kept.set(Math.min(a, b) * ids.length + Math.max(a, b), overlap));
  });
  return [...kept].sort(([a], [b]) => a - b).map(([, overlap]) => overlap);
}
