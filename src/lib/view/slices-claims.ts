/** How many claims each document of an audit makes. */
import type { Audit } from '$lib/analysis/audit-schema';
import { claimEntries } from './claims-entries';

/** Claims a document makes, alone or with others; by voice those it makes in that voice at least once. */
export interface ClaimCounts {
  readonly all: number;
  readonly author: number;
  readonly attributed: number;
}

export const NO_CLAIMS: ClaimCounts = { all: 0, author: 0, attributed: 0 };

/** The counts by document; documents without a claim are left out. */
export function claimCounts(audit: Audit): ReadonlyMap<string, ClaimCounts> {
  const counts = new Map<string, { all: number; author: number; attributed: number }>();
  for (const { statements } of claimEntries(audit)) {
    const made = new Map<string, Set<'author' | 'attributed'>>();
    for (const { document, voice } of statements) {
      const voices = made.get(document);
      if (voices) voices.add(voice);
      else made.set(document, new Set([voice]));
    }
    for (const [document, voices] of made) {
      const count = counts.get(document) ?? { ...NO_CLAIMS };
      counts.set(document, count);
      count.all += 1;
      for (const voice of voices) count[voice] += 1;
    }
  }
  return counts;
}
