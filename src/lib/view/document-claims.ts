/** What a document claims, as a list: what others say too, what is contested, and the weightiest of what it says alone. */
import type { Audit, Stance } from '$lib/analysis/audit-schema';
import { claimEntries, type Manner } from './claims-entries';
import type { Range } from './passages';

/** A claim the document makes, at the first place where it does. */
export interface DocumentClaim extends Range {
  /** The claim's lasting address. */
  readonly key: string;
  readonly label: string;
  readonly manner: Manner;
  /** Ids of the other documents that make it. */
  readonly others: readonly string[];
}

/** A contested claim the document speaks of. */
export interface ContestedHere {
  readonly id: string;
  readonly statement: string;
  readonly stance: Stance;
  readonly mixed: boolean;
  /** The first place; null when a stance was set without one. */
  readonly at: Range | null;
}

export interface DocumentClaims {
  /** In text order. */
  readonly shared: readonly DocumentClaim[];
  readonly contested: readonly ContestedHere[];
  /** Said by this document alone, the most checkable first. */
  readonly own: readonly DocumentClaim[];
  /** How many it says alone; `own` names the first of them. */
  readonly alone: number;
}

/** Claims of its own that are named; all of them are on the page of claims. */
const NAMED = 12;

/** Without claims whose words lie within those of another: a clause is told with its sentence. */
function withoutParts(claims: readonly DocumentClaim[]): DocumentClaim[] {
  const byStart = [...claims].sort((a, b) => a.start - b.start || b.end - a.end);
  const whole = new Set<DocumentClaim>();
  let end = -1;
  for (const claim of byStart) {
    if (claim.end > end) whole.add(claim);
    end = Math.max(end, claim.end);
  }
  return claims.filter((claim) => whole.has(claim));
}

/** The claims of one document of an audit. */
export function documentClaims(audit: Audit, id: string): DocumentClaims {
  const made = claimEntries(audit).flatMap((entry) => {
    const maker = entry.makers.find(({ document }) => document === id);
    const first = entry.statements.find(({ document }) => document === id);
    if (!maker || !first) return [];
    const others = entry.makers.flatMap(({ document }) => (document === id ? [] : [document]));
    const { key, label, checkable } = entry;
    const { start, end } = first;
    return [{ claim: { key, label, start, end, manner: maker.manner, others }, checkable }];
  });
  const alone = made.filter(({ claim }) => claim.others.length === 0);
  return {
    shared: made
      .map(({ claim }) => claim)
      .filter(({ others }) => others.length > 0)
      .sort((a, b) => a.start - b.start || a.end - b.end),
    contested: audit.contested.flatMap(({ id: claim, statement, cells }) => {
      const cell = cells.find(({ document }) => document === id);
      if (!cell || cell.stance === 'silent') return [];
      const [first] = cell.mentions;
      const at = first ? { start: first.start, end: first.end } : null;
      return [{ id: claim, statement, stance: cell.stance, mixed: cell.mixed, at }];
    }),
    own: withoutParts(
      alone
        .sort((a, b) => b.checkable - a.checkable || a.claim.start - b.claim.start)
        .map(({ claim }) => claim)
    ).slice(0, NAMED),
    alone: alone.length
  };
}
