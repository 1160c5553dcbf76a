/** The matrix of contested claims as pages hold it, and what its registry says of each claim. */
import type { Audit, Mention, StanceCell } from '$lib/analysis/audit-schema';
import { contextOf } from './evidence';

/** The words before and after a quote, up to the ends of its sentence. */
export interface InContext {
  readonly before: string;
  readonly after: string;
}

export interface StanceCellSlice extends Omit<StanceCell, 'mentions' | 'nearest'> {
  readonly mentions: readonly (Mention & InContext)[];
  readonly nearest: (NonNullable<StanceCell['nearest']> & InContext) | null;
}

export interface ContestedSlice {
  readonly id: string;
  readonly statement: string;
  readonly cells: readonly StanceCellSlice[];
}

/** The matrix of contested claims, its words with what stands around them. */
export function contestedSlices(audit: Audit, texts: ReadonlyMap<string, string>): ContestedSlice[] {
  return audit.contested.map(({ id, statement, cells }) => ({
    id,
    statement,
    cells: cells.map((cell) => {
      const text = texts.get(cell.document) ?? '';
      return {
        ...cell,
        mentions: cell.mentions.map((mention) => ({ ...mention, ...contextOf(text, mention) })),
        nearest: cell.nearest && { ...cell.nearest, ...contextOf(text, cell.nearest) }
      };
    })
  }));
}

/** A contested claim as its registry states it; a reader's own claim has only id and statement. */
export interface ContestedInfo {
  readonly id: string;
  readonly statement: string;
  readonly counterStatement: string | null;
  readonly whyContested: string | null;
  readonly positions: readonly { readonly view: string; readonly references: readonly string[] }[];
}

/** What a page needs of a registry entry; cues and denials stay behind. */
export function contestedInfo(claim: ContestedInfo): ContestedInfo {
  const { id, statement, counterStatement, whyContested, positions } = claim;
  return { id, statement, counterStatement, whyContested, positions };
}
