/** Audits of large collections cut into pieces of JSON, so that nobody writes or reads hundreds of megabytes at once. */
import { AUDIT_SCHEMA_ID, type Audit, type DocumentAudit } from '$lib/analysis/audit-schema';
import type { ComparedAudit } from '$lib/analysis/collection-audit';
import { lightComparison, type EvidenceCounts, type PageAudit } from './light-audit';

/** `pages`: what pages read. `together`: the JSON of all that is about documents together. */
export const PART_NAMES = ['pages', 'together'] as const;
export type PartName = (typeof PART_NAMES)[number];

/** Characters of one piece, about. */
const PIECE = 2 ** 20;

/** A piece of `pages`: members of one of its lists. The first piece of all is the audit with its lists empty. */
type PagePiece =
  | { readonly audit: Audit }
  | { readonly list: 'counts' | 'documents' | 'contested' | 'proposals'; readonly items: unknown[] }
  | { readonly list: keyof Audit['comparison']; readonly compared: true; readonly items: unknown[] };

/** JSON of what is about documents together, cut so that it can be read list by list. */
export interface TogetherPiece {
  /** The list whose members these are, such as `comparison.claims`; null for what stands between lists. */
  readonly list: string | null;
  readonly json: string;
}

/** The bytes that `JSON.stringify` gives: members of lists one by one, those of objects down to a depth. */
function* jsonParts(value: object, depth: number, path = ''): Generator<TogetherPiece> {
  const between = (json: string): TogetherPiece => ({ list: null, json });
  let comma = '';
  yield between('{');
  for (const [key, item] of Object.entries(value) as [string, unknown][]) {
    if (item === undefined) continue;
    const place = path === '' ? key : `${path}.${key}`;
    yield between(`${comma}${JSON.stringify(key)}:`);
    if (Array.isArray(item)) {
      yield between('[');
      for (const [index, member] of item.entries())
        yield { list: place, json: `${index > 0 ? ',' : ''}${JSON.stringify(member)}` };
      yield between(']');
    } else if (depth > 1 && item !== null && typeof item === 'object')
      yield* jsonParts(item, depth - 1, place);
    else yield between(JSON.stringify(item));
    comma = ',';
  }
  yield between('}');
}

/** Members of a list, from a piece of it. */
export function membersIn(json: string): unknown[] {
  return JSON.parse(`[${json.replace(/^,/, '')}]`) as unknown[];
}

/** JSON of an audit up to its first document, as `auditJson` writes it; documents follow with commas between them. */
export function openingJson(engine: Audit['engine']): string {
  return `{"schema":${JSON.stringify(AUDIT_SCHEMA_ID)},"engine":${JSON.stringify(engine)},"documents":[`;
}

/** JSON of an audit after its last document, as `auditJson` writes it. */
export function* closingPieces(together: ComparedAudit): Generator<TogetherPiece> {
  const parts = jsonParts(together, 2);
  parts.next();
  let list: string | null = null;
  // Goes on in the object that the documents of the audit are in.
  let json = '],';
  for (const part of parts) {
    if (part.list !== list || json.length >= PIECE) {
      yield { list, json };
      json = '';
    }
    list = part.list;
    json += part.json;
  }
  yield { list, json: `${json}\n` };
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

/** Light documents as pieces of what pages read; each piece is compressed once, however the collection grows. */
export class DocumentPieces {
  readonly #full: Uint8Array[] = [];
  /** JSON of the documents of a piece that is not full yet. */
  #open: string[] = [];
  #size = 0;

  constructor(private readonly compress: (json: string) => Uint8Array) {}

  add(document: object): void {
    const json = JSON.stringify(document);
    this.#open.push(json);
    this.#size += json.length;
    if (this.#size < PIECE) return;
    this.#full.push(...this.#rest());
    this.#open = [];
    this.#size = 0;
  }

  *#rest(): Generator<Uint8Array> {
    for (const piece of listPieces({ list: 'documents' }, this.#open)) yield this.compress(piece);
  }

  /** All pieces, the documents in the order they came in. */
  *pieces(): Generator<Uint8Array> {
    yield* this.#full;
    yield* this.#rest();
  }
}

/**
 * What pages read of an audit, but its documents: see `DocumentPieces`.
 *
 * @param counts of the evidence of its documents
 */
export function* pagePieces(
  engine: Audit['engine'],
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
