/** Tables of what several documents hold in the same words or from the same origin. */
import type { Audit } from '$lib/analysis/audit-schema';
import { csv, type Cell } from './csv';

type Comparison = Pick<Audit, 'comparison'>;

/** Every place of every chain: the same words or the same origin, which is repetition and no corroboration. */
export function chainsCsv({ comparison }: Comparison): string {
  return csv(
    ['chain', 'kind', 'label', 'documents', 'document', 'start', 'end', 'holder', 'quoted', 'quote'],
    comparison.chains.flatMap(({ id, kind, label, documents, mentions }) =>
      mentions.map(({ document, start, end, holder, quoted, quote }): Cell[] => [
        id,
        kind,
        label,
        documents,
        document,
        start,
        end,
        holder,
        quoted,
        quote
      ])
    )
  );
}

/** Every passage that several documents hold in nearly the same words. */
export function duplicatesCsv({ comparison }: Comparison): string {
  return csv(
    ['duplicate', 'words', 'documents', 'document', 'start', 'end', 'quote'],
    comparison.duplicates.flatMap(({ id, words, documents, passages }) =>
      passages.map(({ document, start, end, quote }): Cell[] => [
        id,
        words,
        documents,
        document,
        start,
        end,
        quote
      ])
    )
  );
}
