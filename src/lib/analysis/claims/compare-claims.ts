import type { Knowledge } from '$lib/lexicons/knowledge';
import type { ClaimCluster, Overlap } from '../audit-schema';
import { ClaimIndex, type ComparedDocument } from './claim-index';
import { CLUSTERS } from './cluster-weights';
import { readOverlap } from './overlap';
import { shiftedScore } from './pair-match';
import { readClaims } from './read-claims';

export type { ComparedDocument } from './claim-index';

/** A statement of a document, by their numbers. */
export interface StatementPlace {
  readonly document: number;
  readonly statement: number;
}

/** Two statements of different documents that are at least related. */
export interface ScoredLink {
  readonly a: StatementPlace;
  readonly b: StatementPlace;
  /** On one scale: from `threshold` on, they make the same claim. */
  readonly score: number;
}

export interface ComparedClaims {
  readonly claims: ClaimCluster[];
  readonly overlap: Overlap[];
  readonly links: readonly ScoredLink[];
  readonly threshold: number;
}

/** Up to so many documents, pairs that fall short by their words get a second opinion, which needs the readings. */
const MOST_ASKED_AGAIN = 200;

/**
 * Statements of the documents matched into claims, with what each document leaves out, where figures clash,
 * and how much each pair shares.
 *
 * Claims that several documents make come first, the widest spread first; then those of one document alone.
 * `_seed` is not needed: nothing is drawn by chance, and the intervals have a closed form.
 */
export function compareClaims(
  documents: readonly ComparedDocument[],
  knowledge: Knowledge,
  _seed: number
): ComparedClaims {
  const index = new ClaimIndex(knowledge, documents.length <= MOST_ASKED_AGAIN);
  const found = index.add(documents);
  const { claims, documentsOf } = readClaims(index);
  const placeOf = (unit: number): StatementPlace => {
    const { document, statement } = index.units[unit]!;
    return { document, statement };
  };
  return {
    claims,
    overlap: readOverlap(
      documentsOf,
      documents.map(({ id }) => id)
    ),
    links: found
      .map(({ a, b, pair }) => ({ a: placeOf(a), b: placeOf(b), score: shiftedScore(pair) }))
      .filter(({ a, b }) => a.document !== b.document),
    threshold: CLUSTERS.match
  };
}
