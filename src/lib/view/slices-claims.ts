/** The claims that documents share, with their words, and how many each document makes. */
import type { Audit, Certainty, Conflict, Polarity, Voice } from '$lib/analysis/audit-schema';
import { claimEntries } from './claims-entries';

/** One statement that makes a claim, with its words. */
export interface ClaimMention {
  readonly document: string;
  readonly statement: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly voice: Voice;
  readonly holder: string | null;
  readonly certainty: Certainty;
  readonly polarity: Polarity;
  readonly score: number;
}

export interface ClaimSlice {
  readonly id: string;
  /** See `claimKey`. */
  readonly key: string;
  readonly label: string;
  readonly mentions: readonly ClaimMention[];
  /** Documents that make the claim, in document order. */
  readonly documents: readonly string[];
  readonly omittedBy: readonly string[] | null;
  readonly conflicts: readonly Conflict[];
}

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

/**
 * Clusters that more than one document makes, their statements put in; of a large collection those that most make.
 *
 * @returns with how many there are in all
 */
export function claimSlices(audit: Audit, most: number): { claims: ClaimSlice[]; shared: number } {
  const statements = new Map(
    audit.documents.flatMap((document) => document.statements.map((item) => [item.id, item] as const))
  );
  const order = new Map(audit.documents.map((document, index) => [document.id, index]));
  const keys = new Map(claimEntries(audit).map(({ id, key }) => [id, key]));
  // Made of many documents each, clusters are large: only those that are shown are put together.
  const shared = audit.comparison.claims.flatMap((cluster) => {
    const known = cluster.mentions.filter(({ statement }) => statements.has(statement));
    const documents = [...new Set(known.map(({ document }) => document))];
    const key = keys.get(cluster.id);
    return documents.length < 2 || key === undefined ? [] : [{ cluster, documents, key }];
  });
  const kept = new Set([...shared].sort((a, b) => b.documents.length - a.documents.length).slice(0, most));
  const claims = shared
    .filter((one) => kept.has(one))
    .map(({ cluster, documents, key }): ClaimSlice => ({
      id: cluster.id,
      key,
      label: cluster.label,
      mentions: cluster.mentions.flatMap((mention): ClaimMention[] => {
        const statement = statements.get(mention.statement);
        if (!statement) return [];
        const { start, end, quote, voice, holder, certainty, polarity } = statement;
        return [{ ...mention, start, end, quote, voice, holder, certainty, polarity }];
      }),
      documents: documents.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
      omittedBy: cluster.omittedBy ?? null,
      conflicts: cluster.conflicts
    }));
  return { claims, shared: shared.length };
}
