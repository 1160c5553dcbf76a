import { gzipSync } from 'node:zlib';
import {
  AUDIT_SCHEMA_ID,
  type Audit,
  type AuditRequest,
  type DocumentAudit
} from '$lib/analysis/audit-schema';
import { ENGINE_VERSION, engineOf } from '$lib/analysis/audit';
import { CollectionAudit } from '$lib/analysis/collection-audit';
import { knowledge } from '$lib/lexicons/generated';
import { closingPieces, DocumentPieces, pagePieces, type PartName } from './audit-pieces';
import { auditKey } from './audit-request';
import { countEvidence, lightDocument, type EvidenceCounts } from './light-audit';
import { sha256 } from './load-collection';

/** Audits of collections kept in memory; each is a few MB. */
const KEPT_AUDITS = 16;
/** Collections that stay read, so that a change to the registry and one more document are answered at once. */
const KEPT_COLLECTIONS = 4;
/** A larger collection takes too much memory to keep all that is said of its documents. */
const MOST_KEPT_DOCUMENTS = 50;
/** Speed matters more than size: pieces are read again soon. */
const QUICK = { level: 3 } as const;

/** A collection as read so far, and what was found in each of its documents. */
interface Base<Found> {
  readonly seed: number;
  readonly collection: CollectionAudit;
  readonly found: Found[];
}

/** Of a large collection, what is kept of its documents is what pages read, and how much evidence each has. */
interface LargeBase extends Base<EvidenceCounts> {
  readonly lights: DocumentPieces;
}

/** A piece of the audit of a large collection, compressed. */
export type AuditPiece =
  | { readonly document: number; readonly body: Uint8Array }
  | { readonly part: PartName; readonly list: string | null; readonly body: Uint8Array };

/** Names everything but the claims that an audit's bytes depend on: with it, a reading can be used again. */
export function textsKey({ documents, seed }: AuditRequest): string {
  return sha256(JSON.stringify([ENGINE_VERSION, knowledge.hash, documents, seed]));
}

/** Whether a collection that was read holds the first documents of a request, and no others. */
function canGrowInto({ seed, collection }: Base<unknown>, request: AuditRequest): boolean {
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

function newBase<Found>({ documents, seed }: AuditRequest): Base<Found> {
  return { seed, collection: new CollectionAudit(knowledge, sha256, seed, documents.length), found: [] };
}

/** Keeps the entry used last at the end of a map, and the map at its size. */
function keep<Value>(map: Map<string, Value>, key: string, value: Value, most: number): Value {
  map.delete(key);
  map.set(key, value);
  const oldest = map.keys().next();
  if (map.size > most && !oldest.done) map.delete(oldest.value);
  return value;
}

const compressed = (json: string): Uint8Array => gzipSync(json, QUICK);

/** The audits of collections, remembered by everything their bytes depend on. */
export class CollectionAudits {
  readonly #audits = new Map<string, Audit>();
  #bases: Base<DocumentAudit>[] = [];
  /** The large collection that was audited last. */
  #large: LargeBase | null = null;

  /**
   * The audit of a request: the same bytes as `audit` gives, from memory where it can be. Where a collection has
   * grown since, only what came is read.
   *
   * @param onProgress called with how many documents are read, as that goes on
   */
  of(request: AuditRequest, onProgress?: (done: number) => void): Audit {
    const key = auditKey(request);
    return keep(this.#audits, key, this.#audits.get(key) ?? this.#compute(request, onProgress), KEPT_AUDITS);
  }

  #compute(request: AuditRequest, onProgress?: (done: number) => void): Audit {
    const { documents, claims, seed } = request;
    // The one that holds most of what is asked for.
    const [known] = this.#bases
      .filter((one) => canGrowInto(one, request))
      .sort((a, b) => b.found.length - a.found.length);
    const base = known ?? newBase<DocumentAudit>(request);
    for (const document of documents.slice(base.found.length)) {
      base.found.push(base.collection.add(document, claims));
      onProgress?.(base.found.length);
    }
    const others = this.#bases.filter((other) => other !== base);
    const few = documents.length <= MOST_KEPT_DOCUMENTS;
    this.#bases = few ? [...others.slice(1 - KEPT_COLLECTIONS), base] : others;
    return {
      schema: AUDIT_SCHEMA_ID,
      engine: engineOf(knowledge, seed),
      documents: [...base.found],
      ...base.collection.compare(claims)
    };
  }

  /**
   * The audit of a large collection, handed out piece by piece as it is made: what is said of each document that
   * was not read before, then the parts. Never held in one piece.
   */
  pieces(
    request: AuditRequest,
    emit: (piece: AuditPiece) => void,
    onProgress?: (done: number) => void
  ): void {
    const { documents, claims, seed } = request;
    const known = this.#large !== null && canGrowInto(this.#large, request) ? this.#large : null;
    // What was kept of another collection goes before this one takes its memory.
    this.#large = known ?? { ...newBase(request), lights: new DocumentPieces(compressed) };
    const base = this.#large;
    for (const submitted of documents.slice(base.found.length)) {
      const document = base.collection.add(submitted, claims);
      emit({ document: base.found.length, body: compressed(JSON.stringify(document)) });
      base.lights.add(lightDocument(document));
      base.found.push(countEvidence(document));
      onProgress?.(base.found.length);
    }
    const together = base.collection.compare(claims);
    const engine = engineOf(knowledge, seed);
    for (const json of pagePieces(engine, base.found, together))
      emit({ part: 'pages', list: null, body: compressed(json) });
    for (const body of base.lights.pieces()) emit({ part: 'pages', list: null, body });
    for (const { list, json } of closingPieces(together))
      emit({ part: 'together', list, body: compressed(json) });
  }
}
