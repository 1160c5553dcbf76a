import type { Knowledge } from '$lib/lexicons/knowledge';
import { AUDIT_SCHEMA_ID, type Audit, type AuditRequest } from './audit-schema';
import { CollectionAudit } from './collection-audit';
import type { Hash } from './document-audit';

export type { Hash } from './document-audit';

/** Raised when a change to the engine may change any number it gives. */
export const ENGINE_VERSION = '0.1.0';

/** What made an audit: the same in every audit of these word lists and this engine. */
export function engineOf(knowledge: Knowledge, seed: number): Audit['engine'] {
  return { version: ENGINE_VERSION, knowledge: knowledge.hash, seed };
}

/**
 * The conductor: reads every document, measures it, and lays the documents side by side.
 *
 * Pure and deterministic: the same request, word lists and engine give the same bytes. A document's own
 * numbers never depend on its neighbours. Numbers are rounded to six significant digits.
 */
export function audit(request: AuditRequest, knowledge: Knowledge, hash: Hash): Audit {
  const { documents, claims, seed } = request;
  const collection = new CollectionAudit(knowledge, hash, seed, documents.length);
  const audited = documents.map((document) => collection.add(document, claims));
  return {
    schema: AUDIT_SCHEMA_ID,
    engine: engineOf(knowledge, seed),
    documents: audited,
    ...collection.compare(claims)
  };
}
