/** Finds the quotations that are of the same words, whole or in part. */
import { QUOTED_SHINGLE, type PlacedStretch } from './quoting-document';
import type { Unions } from './unions';
import { contentIn, runAround, shingleHashes, type WordStream } from './word-stream';

/** Quotations that one turn of phrase is looked up in. */
const MOST_LOOKED_UP = 32;
/** Least words in common, of which so many carry content. */
const LEAST_WORDS = 5;
const LEAST_CONTENT = 2;
/** The same when both name the same person. */
const LEAST_OF_SAME_HOLDER = 3;
/** Share of the shorter quotation that both have; of a very short one nearly all. */
export const LEAST_SHARE = 0.6;
const NEARLY_ALL = 0.8;

/** Whether two quotations are of the same words, whole or in part, from places where they agree. */
function sameQuotation(
  a: PlacedStretch,
  b: PlacedStretch,
  places: readonly (readonly [number, number])[],
  streams: readonly WordStream[]
): boolean {
  const [ofA, ofB] = [streams[a.document]!, streams[b.document]!];
  let floor: readonly [number, number] = [a.from, b.from];
  let words = 0;
  let content = 0;
  for (const [at, otherAt] of places) {
    if (at < floor[0] || otherAt < floor[1]) continue;
    const run = runAround(ofA.words, at, ofB.words, otherAt, floor, [a.to, b.to]);
    if (!run || run.to - run.from < QUOTED_SHINGLE) continue;
    words += run.to - run.from;
    content += contentIn(ofA, run.from, run.to);
    floor = [run.to, run.otherTo];
  }
  const shorter = Math.min(a.to - a.from, b.to - b.from);
  if (words >= LEAST_WORDS && content >= LEAST_CONTENT && words >= LEAST_SHARE * shorter) return true;
  return (
    a.key !== null &&
    a.key === b.key &&
    words >= LEAST_OF_SAME_HOLDER &&
    content >= 1 &&
    words >= NEARLY_ALL * shorter
  );
}

/** Joins the quotations that are of the same words. */
export function joinQuotations(
  stretches: readonly PlacedStretch[],
  streams: readonly WordStream[],
  unions: Unions
): void {
  const known = new Map<number, { stretch: number; place: number }[]>();
  stretches.forEach((stretch, index) => {
    const { words } = streams[stretch.document]!;
    const hashes = shingleHashes(words.subarray(stretch.from, stretch.to), QUOTED_SHINGLE);
    const places = new Map<number, [number, number][]>();
    hashes.forEach((hash, offset) => {
      const list = known.get(hash);
      for (const { stretch: other, place } of list ?? []) {
        if (stretches[other]!.document === stretch.document) continue;
        const found = places.get(other);
        if (found) found.push([stretch.from + offset, place]);
        else places.set(other, [[stretch.from + offset, place]]);
      }
      const entry = { stretch: index, place: stretch.from + offset };
      if (!list) known.set(hash, [entry]);
      else if (list.length < MOST_LOOKED_UP) list.push(entry);
    });
    for (const [other, found] of places) {
      if (sameQuotation(stretch, stretches[other]!, found, streams)) unions.join(index, other);
    }
  });
}
