/** What a change to the contested claims did to the matrix, put together so that many cells can be read. */
import type { Stance } from '$lib/analysis/audit-schema';
import type { ChangedCell } from './registry';

/** Cells of one claim that changed in the same way. */
export interface ChangedGroup {
  /** Null where the claim was not looked for before. */
  readonly from: Stance | null;
  readonly to: Stance | null;
  readonly documents: readonly string[];
  /** Those that are not named. */
  readonly more: number;
}

/** Sources that are named at most; the matrix below shows all. */
const NAMED = 12;

/** Those that say something first; most that a new claim touches are silent, and their names tell nothing. */
const weight = ({ to, documents, more }: ChangedGroup) =>
  (to === 'silent' || to === null ? 0 : 1e6) + documents.length + more;

/** The changed cells of each claim, in groups of the same change; claims in the order they came. */
export function changedGroups(
  cells: readonly ChangedCell[]
): { readonly claim: string; readonly groups: readonly ChangedGroup[] }[] {
  const claims = new Map<string, Map<string, ChangedCell[]>>();
  for (const cell of cells) {
    const groups = claims.get(cell.claim) ?? new Map<string, ChangedCell[]>();
    claims.set(cell.claim, groups);
    const change = `${cell.from ?? ''}>${cell.to ?? ''}`;
    groups.set(change, [...(groups.get(change) ?? []), cell]);
  }
  return [...claims].map(([claim, groups]) => ({
    claim,
    groups: [...groups.values()]
      .map((some): ChangedGroup => {
        const { from, to } = some[0]!;
        const documents = some.map(({ document }) => document);
        const named = documents.length > NAMED && to === 'silent' ? 0 : NAMED;
        return {
          from,
          to,
          documents: documents.slice(0, named),
          more: Math.max(0, documents.length - named)
        };
      })
      .sort((a, b) => weight(b) - weight(a))
  }));
}
