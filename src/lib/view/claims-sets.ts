/** Which sets of sources make how many claims, and what each source says alone or leaves out. */
import type { ClaimEntry } from './claims-entries';

/** Claims that exactly these sources make, and no other. */
export interface ClaimSet {
  /** In document order. */
  readonly documents: readonly string[];
  readonly claims: number;
}

/** Every set of sources that makes a claim of its own, the fullest first, then the larger set. */
export function claimSets(entries: readonly ClaimEntry[], order: readonly string[]): ClaimSet[] {
  const place = new Map(order.map((id, index) => [id, index]));
  const sets = new Map<string, { documents: string[]; claims: number }>();
  for (const { makers } of entries) {
    const documents = makers
      .map(({ document }) => document)
      .sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
    const key = JSON.stringify(documents);
    const known = sets.get(key);
    if (known) known.claims += 1;
    else sets.set(key, { documents, claims: 1 });
  }
  const firstOf = ({ documents: [first = ''] }: ClaimSet) => place.get(first) ?? 0;
  return [...sets.values()].sort(
    (a, b) => b.claims - a.claims || b.documents.length - a.documents.length || firstOf(a) - firstOf(b)
  );
}

/** How many claims a source makes, alone and with others, and how many of the others' shared ones it leaves out. */
export interface SourceClaims {
  readonly document: string;
  readonly claims: number;
  readonly alone: number;
  readonly shared: number;
  /** Claims of at least two other sources that were not found here. */
  readonly leftOut: number;
}

/** The counts of every source, in document order. */
export function claimsBySource(sets: readonly ClaimSet[], order: readonly string[]): SourceClaims[] {
  return order.map((document) => {
    let [claims, alone, leftOut] = [0, 0, 0];
    for (const set of sets) {
      if (set.documents.includes(document)) {
        claims += set.claims;
        if (set.documents.length === 1) alone += set.claims;
      } else if (set.documents.length > 1) leftOut += set.claims;
    }
    return { document, claims, alone, shared: claims - alone, leftOut };
  });
}
