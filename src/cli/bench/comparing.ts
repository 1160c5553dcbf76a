/** How the comparison of a collection grows with its documents, and what its shortlist misses. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ClaimIndex } from '$lib/analysis/claims/claim-index';
import { readOverlap } from '$lib/analysis/claims/overlap';
import { readClaims } from '$lib/analysis/claims/read-claims';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';
import { median } from './clock';
import { resample, type Article } from './collections';
import { seeded, shuffled } from './seeded';

/** Sizes of the collections that are compared, where nothing else is asked for. */
export const SIZES = [50, 500, 5_000];
const RUNS = 3;
/** Documents between two looks at the memory. */
const LOOK = 100;
const RECALL_DOCUMENTS = 500;
const RECALL_QUERIES = 300;

export interface ComparisonSpeed {
  readonly documents: number;
  /** Matching, grouping, conflicts and overlap; reading a text is not counted, for it costs the same in any company. */
  readonly msPerDocument: number;
  /** Reading included: what a user waits for. */
  readonly msPerDocumentWithReading: number;
  /** Most memory in use, everything included. */
  readonly peakMb: number;
  /** Statements held, claims found and those that several documents make. */
  readonly statements: number;
  readonly claims: number;
  readonly shared: number;
}

function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

function memoryMb(): number {
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
}

function compareOnce(articles: readonly Article[], documents: number, seed: number, collect: () => void) {
  const index = new ClaimIndex(knowledge);
  let comparing = 0;
  let reading = 0;
  collect();
  let peak = memoryMb();
  let at = 0;
  for (const text of resample(articles, documents, seed)) {
    const began = performance.now();
    const read = readText(text, knowledge);
    const ready = performance.now();
    index.add([{ id: `d${at}`, reading: read }]);
    reading += ready - began;
    comparing += performance.now() - ready;
    if (++at % LOOK === 0) peak = Math.max(peak, memoryMb());
  }
  const began = performance.now();
  const { claims, documentsOf } = readClaims(index);
  readOverlap(
    documentsOf,
    index.documents.map(({ id }) => id)
  );
  comparing += performance.now() - began;
  peak = Math.max(peak, memoryMb());
  const shared = documentsOf.filter((made) => made.length > 1).length;
  return { comparing, reading, peak, statements: index.units.length, claims: claims.length, shared };
}

/** Collections of several sizes, in shuffled order, the median of three runs each. */
export function measureComparison(articles: readonly Article[], sizes: readonly number[]): ComparisonSpeed[] {
  const collect = collector();
  const turns = shuffled(
    sizes.flatMap((documents) => Array.from({ length: RUNS }, (_, run) => ({ documents, run }))),
    seeded(1)
  );
  // The first turn is for the engine to get warm, and is not counted.
  compareOnce(articles, 50, 99, collect);
  const results = turns.map(({ documents, run }) => ({
    documents,
    ...compareOnce(articles, documents, 1 + run, collect)
  }));
  return sizes.map((documents) => {
    const own = results.filter((result) => result.documents === documents);
    const middle = (pick: (result: (typeof own)[number]) => number): number => median(own.map(pick));
    return {
      documents,
      msPerDocument: middle(({ comparing }) => comparing / documents),
      msPerDocumentWithReading: middle(({ comparing, reading }) => (comparing + reading) / documents),
      peakMb: Math.round(Math.max(...own.map(({ peak }) => peak))),
      statements: middle(({ statements }) => statements),
      claims: middle(({ claims }) => claims),
      shared: middle(({ shared }) => shared)
    };
  });
}

/**
 * Of all matches that the scorer accepts between some query statements and every statement of a collection, the
 * share that the shortlist holds.
 */
export function measureShortlistRecall(articles: readonly Article[]): number {
  const index = new ClaimIndex(knowledge);
  let at = 0;
  for (const text of resample(articles, RECALL_DOCUMENTS, 1)) {
    index.add([{ id: `d${at++}`, reading: readText(text, knowledge) }]);
  }
  const { units } = index;
  let accepted = 0;
  let held = 0;
  for (const query of shuffled([...units.keys()], seeded(2)).slice(0, RECALL_QUERIES)) {
    const unit = units[query]!;
    const shortlist = new Set(index.candidates(unit));
    units.forEach((other, i) => {
      if (i === query || !index.compare(other, unit)?.same) return;
      accepted++;
      if (shortlist.has(i)) held++;
    });
  }
  return accepted > 0 ? held / accepted : 1;
}
