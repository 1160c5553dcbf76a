/** Audits of large collections cut into pieces of JSON, so that nobody writes or reads hundreds of megabytes at once. */
import { AUDIT_SCHEMA_ID, type Audit, type DocumentAudit } from '$lib/analysis/audit-schema';
import type { ComparedAudit } from '$lib/analysis/collection-audit';
import { lightComparison, type EvidenceCounts, type PageAudit } from './light-audit';

/** `pages`: what pages read. `together`: the JSON of all that is about documents together, cut anywhere. */
export const PART_NAMES = ['pages', 'together'] as const;
export type PartName = (typeof PART_NAMES)[number];

/** Characters of one piece, about. */
const PIECE = 2 ** 20;

/** A piece of `pages`: members of one of its lists. The first piece of all is the audit with its lists empty. */
type PagePiece =
  | { readonly audit: Audit }
  | { readonly list: 'counts' | 'documents' | 'contested' | 'proposals'; readonly items: unknown[] }
  | { readonly list: keyof Audit['comparison']; readonly compared: true; readonly items: unknown[] };

/** The bytes that `JSON.stringify` gives, cut into pieces; members of lists are written one by one, down to a depth. */
export function* jsonPieces(value: unknown, depth: number): Generator<string> {
  let written = '';
  for (const part of jsonParts(value, depth)) {
    written += part;
    if (written.length < PIECE) continue;
    yield written;
    written = '';
  }
  yield written;
}

function* jsonParts(value: unknown, depth: number): Generator<string> {
  if (depth === 0 || value === null || typeof value !== 'object') {
    yield JSON.stringify(value);
    return;
  }
  const list = Array.isArray(value);
  let comma = '';
  yield list ? '[' : '{';
  for (const [key, item] of Object.entries(value)) {
    if (item === undefined) continue;
    yield list ? comma : `${comma}${JSON.stringify(key)}:`;
    yield* jsonParts(item, depth - 1);
    comma = ',';
  }
  yield list ? ']' : '}';
}

/** JSON of an audit up to its first document, as `auditJson` writes it; documents follow with commas between them. */
export function openingJson(engine: Audit['engine']): string {
  return `{"schema":${JSON.stringify(AUDIT_SCHEMA_ID)},"engine":${JSON.stringify(engine)},"documents":[`;
}

/** JSON of an audit after its last document, as `auditJson` writes it. */
export function* closingPieces(together: ComparedAudit): Generator<string> {
  let first = true;
  for (const piece of jsonPieces(together, 3)) {
    yield first ? `],${piece.slice(1)}` : piece;
    first = false;
  }
  yield '\n';
}

function* listPieces(list: object, written: Iterable<string>): Generator<string> {
  const opening = `${JSON.stringify(list).slice(0, -1)},"items":[`;
  let piece = '';
  for (const item of written) {
    piece += piece === '' ? item : `,${item}`;
    if (piece.length < PIECE) continue;
    yield `${opening}${piece}]}`;
    piece = '';
  }
  if (piece !== '') yield `${opening}${piece}]}`;
}

function* each(items: readonly unknown[]): Generator<string> {
  for (const item of items) yield JSON.stringify(item);
}

/**
 * What pages read of an audit.
 *
 * @param documents the JSON of each light document; @param counts of their evidence
 */
export function* pagePieces(
  engine: Audit['engine'],
  documents: readonly string[],
  counts: readonly EvidenceCounts[],
  { comparison, contested, proposals }: ComparedAudit
): Generator<string> {
  const light = lightComparison(comparison);
  const empty = Object.fromEntries(
    Object.entries(light).map(([key, value]) => [key, Array.isArray(value) ? [] : value])
  );
  const audit = {
    schema: AUDIT_SCHEMA_ID,
    engine,
    documents: [],
    comparison: empty,
    contested: [],
    proposals: []
  };
  yield JSON.stringify({ audit });
  yield* listPieces({ list: 'counts' }, each(counts));
  yield* listPieces({ list: 'documents' }, documents);
  for (const [list, items] of Object.entries(light))
    if (Array.isArray(items)) yield* listPieces({ list, compared: true }, each(items));
  yield* listPieces({ list: 'contested' }, each(contested));
  yield* listPieces({ list: 'proposals' }, each(proposals));
}

/** Puts what pages read together again, piece by piece in their order. */
export class PageReader {
  #audit: Audit | null = null;
  readonly #counts = new Map<string, EvidenceCounts>();

  add(json: string): void {
    const piece = JSON.parse(json) as PagePiece;
    if ('audit' in piece) {
      this.#audit = piece.audit;
      return;
    }
    const { list, items } = piece;
    if (list === 'counts') {
      for (const item of items as EvidenceCounts[]) this.#counts.set(item.document, item);
      return;
    }
    const holder = ('compared' in piece ? this.#audit!.comparison : this.#audit!) as Record<string, unknown>;
    for (const item of items) (holder[list] as unknown[]).push(item);
  }

  /** @returns null when there was no piece */
  read(): PageAudit | null {
    return this.#audit && { audit: this.#audit, counts: this.#counts };
  }
}

/** One document in full among others that are light. */
export function withDocuments({ audit, counts }: PageAudit, full: readonly DocumentAudit[]): PageAudit {
  const byId = new Map(full.map((document) => [document.id, document]));
  const documents = audit.documents.map((document) => byId.get(document.id) ?? document);
  return { audit: { ...audit, documents }, counts };
}
