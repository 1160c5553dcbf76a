import {
  audit,
  auditContested,
  ENGINE_VERSION,
  readDocuments,
  type ContestedRows
} from '$lib/analysis/audit';
import type { Audit, AuditRequest } from '$lib/analysis/audit-schema';
import { knowledge } from '$lib/lexicons/generated';
import { auditKey } from './audit-request';
import { sha256 } from './load-collection';

/** Audits of collections kept in memory; each is a few MB. */
const KEPT_AUDITS = 16;
/** Collections whose texts stay read, so that a change to the registry is answered at once. */
const KEPT_READINGS = 4;
/** A larger collection takes too much memory to keep as read. */
const MOST_KEPT_DOCUMENTS = 50;

interface Base {
  readonly audit: Audit;
  readonly compared: ReturnType<typeof readDocuments>;
  readonly rows: ContestedRows;
}

/** Rows of claims kept beside a collection before they start afresh; an edited claim leaves its old row behind. */
const KEPT_ROWS = 1_000;

/** Names everything but the claims that an audit's bytes depend on: with it, a reading can be used again. */
export function textsKey({ documents, seed }: AuditRequest): string {
  return sha256(JSON.stringify([ENGINE_VERSION, knowledge.hash, documents, seed]));
}

/** Keeps the entry used last at the end of a map, and the map at its size. */
function keep<Value>(map: Map<string, Value>, key: string, value: Value, most: number): Value {
  map.delete(key);
  map.set(key, value);
  const oldest = map.keys().next();
  if (map.size > most && !oldest.done) map.delete(oldest.value);
  return value;
}

/** The audits of collections, remembered by everything their bytes depend on. */
export class CollectionAudits {
  private readonly audits = new Map<string, Audit>();
  private readonly bases = new Map<string, Base>();

  /**
   * The audit of a request: the same bytes as `audit` gives, from memory where it can be.
   *
   * @param onProgress called with how many documents are read, as that goes on
   */
  of(request: AuditRequest, onProgress?: (done: number) => void): Audit {
    const key = auditKey(request);
    return keep(this.audits, key, this.audits.get(key) ?? this.compute(request, onProgress), KEPT_AUDITS);
  }

  private compute(request: AuditRequest, onProgress?: (done: number) => void): Audit {
    const { documents, claims } = request;
    const key = textsKey(request);
    const base = this.bases.get(key);
    if (base) {
      keep(this.bases, key, base, KEPT_READINGS);
      const shared = base.audit.comparison.claims;
      if (base.rows.size > KEPT_ROWS) base.rows.clear();
      return { ...base.audit, ...auditContested(claims, shared, base.compared, knowledge, base.rows) };
    }
    const compared = documents.flatMap((document, index) => {
      const read = readDocuments({ documents: [document] }, knowledge);
      onProgress?.(index + 1);
      return read;
    });
    const rows: ContestedRows = new Map();
    const computed = audit(request, knowledge, sha256, compared, rows);
    if (documents.length <= MOST_KEPT_DOCUMENTS)
      keep(this.bases, key, { audit: computed, compared, rows }, KEPT_READINGS);
    return computed;
  }
}
