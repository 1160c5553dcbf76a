/** The texts of a comparison that are not in the one language the engine reads, for every page that draws on them. */
import type { DocumentAudit } from '$lib/analysis/audit-schema';
import { describeSources, type SourceInput } from './sources';

/** More names than this are a list, not a sentence. */
const NAMED = 5;

export interface ForeignTexts {
  /** How many they are, and of how many texts. */
  readonly count: number;
  readonly of: number;
  /** The first of them. */
  readonly named: readonly { readonly id: string; readonly letter: string; readonly label: string }[];
}

/** Null when every text reads as English. */
export function foreignTexts(
  audited: readonly Pick<DocumentAudit, 'id' | 'notices'>[],
  documents: readonly SourceInput[]
): ForeignTexts | null {
  const foreign = new Set(
    audited.filter(({ notices }) => notices.some(({ code }) => code === 'not-english')).map(({ id }) => id)
  );
  if (foreign.size === 0) return null;
  const named = describeSources(documents)
    .filter(({ id }) => foreign.has(id))
    .slice(0, NAMED)
    .map(({ id, letter, short }) => ({ id, letter, label: short }));
  return { count: foreign.size, of: audited.length, named };
}

/** What stands before the names. */
export function foreignLead({ count, of }: ForeignTexts): string {
  if (count === of) return of === 1 ? 'This text is not in English' : 'None of these texts is in English';
  return `${count} of these ${of} texts ${count === 1 ? 'is' : 'are'} not in English`;
}
