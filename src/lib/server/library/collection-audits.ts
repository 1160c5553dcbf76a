import {
  AUDIT_SCHEMA_ID,
  type Audit,
  type AuditRequest,
  type DocumentAudit
} from '$lib/analysis/audit-schema';
import { ENGINE_VERSION, engineOf } from '$lib/analysis/audit';
import { CollectionAudit } from '$lib/analysis/collection-audit';
import { knowledge } from '$lib/lexicons/generated';
import { auditKey } from './audit-request';
import { sha256 } from './load-collection';

/** Audits of collections kept in memory; each is a few MB. */
const KEPT_AUDITS = 16;
/** Collections that stay read, so that a change to the registry and one more document are answered at once. */
const KEPT_COLLECTIONS = 4;
/** A larger collection takes too much memory to keep all that is said of its documents. */
const MOST_KEPT_DOCUMENTS = 50;

/** A collection as read so far, and what was found in each of its documents. */
interface Base {
  readonly seed: number;
  readonly collection: CollectionAudit;
  readonly documents: DocumentAudit[];
}

/** Names everything but the claims that an audit's bytes depend on: with it, a reading can be used again. */
export function textsKey({ documents, seed }: AuditRequest): string {
  return sha256(JSON.stringify([ENGINE_VERSION, knowledge.hash, documents, seed]));
}

/** Whether a collection that was read holds the first documents of a request, and no others. */
function canGrowInto({ seed, collection }: Base, request: AuditRequest): boolean {
  const read = collection.documents;
  return (
    seed === request.seed &&
    read.length <= request.documents.length &&
    read.every(({ id, text }, index) => {
      const asked = request.documents[index]!;
      return id === asked.id && text === asked.text;
    })
  );
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
  private bases: Base[] = [];

  /**
   * The audit of a request: the same bytes as `audit` gives, from memory where it can be. Where a collection has
   * grown since, only what came is read.
   *
   * @param onProgress called with how many documents are read, as that goes on
   */
  of(request: AuditRequest, onProgress?: (done: number) => void): Audit {
    const key = auditKey(request);
    return keep(this.audits, key, this.audits.get(key) ?? this.compute(request, onProgress), KEPT_AUDITS);
  }

  private compute(request: AuditRequest, onProgress?: (done: number) => void): Audit {
    const { documents, claims, seed } = request;
    const base = this.baseFor(request);
    for (const document of documents.slice(base.documents.length)) {
      base.documents.push(base.collection.add(document, claims));
      onProgress?.(base.documents.length);
    }
    return {
      schema: AUDIT_SCHEMA_ID,
      engine: engineOf(knowledge, seed),
      documents: [...base.documents],
      ...base.collection.compare(claims)
    };
  }

  /** What was read of a request before; the one used last comes last. */
  private baseFor(request: AuditRequest): Base {
    const { documents, seed } = request;
    const known = this.bases
      .filter((base) => canGrowInto(base, request))
      .sort((a, b) => b.documents.length - a.documents.length)[0];
    const base = known ?? {
      seed,
      collection: new CollectionAudit(knowledge, sha256, seed, documents.length),
      documents: []
    };
    const others = this.bases.filter((other) => other !== base);
    this.bases =
      documents.length <= MOST_KEPT_DOCUMENTS ? [...others.slice(1 - KEPT_COLLECTIONS), base] : others;
    return base;
  }
}
