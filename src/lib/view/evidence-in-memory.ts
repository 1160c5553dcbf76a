import type { Audit } from '$lib/analysis/audit-schema';
import type { EvidenceSource } from './evidence';

/** Evidence for a comparison that is held in memory, as a reader's own texts are. */
export function evidenceInMemory(
  audit: Audit,
  documents: readonly { readonly id: string; readonly text: string }[]
): EvidenceSource {
  return {
    metric: async (document, metric) => {
      const result = audit.documents.find((item) => item.id === document)?.metrics[metric];
      return result && 'evidence' in result ? result.evidence : [];
    },
    text: async (document) => documents.find((item) => item.id === document)?.text ?? ''
  };
}
