import type { Overlap } from '../audit-schema';
import { roundNumbers } from '../round-numbers';

/** Up to so many documents every pair is compared; above, each document's nearest. */
export const MOST_FOR_ALL_PAIRS = 50;
const NEAREST = 20;
/** 97.5 % point of the normal distribution. */
const Z = 1.959964;

/** Wilson's interval of a share (Wilson 1927), which holds the share and is sound at 0 and 1. */
function wilson(part: number, whole: number): [number, number] | null {
  if (whole === 0) return null;
  const share = part / whole;
  const square = Z * Z;
  const middle = (share + square / (2 * whole)) / (1 + square / whole);
  const half =
    (Z / (1 + square / whole)) * Math.sqrt((share * (1 - share)) / whole + square / (4 * whole * whole));
  return [Math.min(share, Math.max(0, middle - half)), Math.max(share, Math.min(1, middle + half))];
}

/**
 * How much documents share, from the documents of each claim.
 *
 * @param documentsOf for each claim, the indices of the documents that make it, each once, ascending
 * @param ids document ids
 */
export function readOverlap(documentsOf: readonly (readonly number[])[], ids: readonly string[]): Overlap[] {
  const count = ids.length;
  const made = new Array<number>(count).fill(0);
  const shared = new Map<number, number>();
  for (const documents of documentsOf) {
    documents.forEach((a, i) => {
      made[a]!++;
      for (const b of documents.slice(i + 1)) shared.set(a * count + b, (shared.get(a * count + b) ?? 0) + 1);
    });
  }
  const all: { a: number; b: number; both: number }[] = [];
  if (count <= MOST_FOR_ALL_PAIRS) {
    for (let a = 0; a < count; a++) {
      for (let b = a + 1; b < count; b++) all.push({ a, b, both: shared.get(a * count + b) ?? 0 });
    }
  } else {
    for (const [pair, both] of shared) all.push({ a: Math.floor(pair / count), b: pair % count, both });
  }
  const overlaps = all.map(({ a, b, both }) => {
    const union = made[a]! + made[b]! - both;
    const overlap: Overlap = {
      a: ids[a]!,
      b: ids[b]!,
      jaccard: union > 0 ? both / union : 0,
      interval: wilson(both, union),
      aInB: made[a]! > 0 ? both / made[a]! : 0,
      bInA: made[b]! > 0 ? both / made[b]! : 0,
      shared: both
    };
    return { a, b, overlap: roundNumbers(overlap) };
  });
  overlaps.sort((x, y) => x.a - y.a || x.b - y.b);
  if (count <= MOST_FOR_ALL_PAIRS) return overlaps.map(({ overlap }) => overlap);
  return nearest(overlaps, count);
}

function nearest(overlaps: readonly { a: number; b: number; overlap: Overlap }[], count: number): Overlap[] {
  const kept = new Set<number>();
  const byDocument: number[][] = Array.from({ length: count }, () => []);
  overlaps.forEach(({ a, b }, i) => {
    byDocument[a]!.push(i);
    byDocument[b]!.push(i);
  });
  for (const list of byDocument) {
    list.sort((x, y) => overlaps[y]!.overlap.jaccard - overlaps[x]!.overlap.jaccard || x - y);
    for (const i of list.slice(0, NEAREST)) kept.add(i);
  }
  return overlaps.filter((_, i) => kept.has(i)).map(({ overlap }) => overlap);
}
