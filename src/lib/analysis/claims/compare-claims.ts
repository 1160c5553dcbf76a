import type { Knowledge } from '$lib/lexicons/knowledge';
import type { ClaimCluster, Overlap } from '../audit-schema';
import type { Reading } from '../reading';

/** One document of a comparison. */
export interface ComparedDocument {
  readonly id: string;
  readonly reading: Reading;
}

/** Statements of the documents matched into claims, with conflicts and pairwise overlap. */
export function compareClaims(
  _documents: readonly ComparedDocument[],
  _knowledge: Knowledge,
  _seed: number
): { claims: ClaimCluster[]; overlap: Overlap[] } {
  return { claims: [], overlap: [] };
}
