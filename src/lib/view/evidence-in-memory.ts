import type { Audit } from '$lib/analysis/audit-schema';
import type { EvidenceSource } from './evidence';
import { sentencesIn } from './evidence-sentences';

/** Evidence for a comparison that is held in memory, as a reader's own texts are. */
export function evidenceInMemory(
  audit: Audit,
  documents: readonly { readonly id: string; readonly text: string }[]
): EvidenceSource {
  const textOf = (document: string) => documents.find((item) => item.id === document)?.text ?? '';
  return {
    metric: async (document, metric) => {
      const result = audit.documents.find((item) => item.id === document)?.metrics[metric];
      return result && 'evidence' in result ? result.evidence : [];
    },
    places: async (document, id) => {
      const actor = audit.comparison.actors.find((item) => item.id === id);
      return actor?.documents.find((item) => item.document === document)?.places ?? null;
    },
    uses: async (document) => (audit.comparison.wordUses ?? []).filter((item) => item.document === document),
    text: async (document) => textOf(document),
    sentences: async (document) => {
      const audited = audit.documents.find((item) => item.id === document);
      return audited ? sentencesIn(textOf(document), audited) : [];
    }
  };
}
