/**
 * Audits of large collections. They are made in a thread and kept in pieces; pages read light ones, and no more than a
 * piece of them is written or read in one go.
 */
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { and, asc, desc, eq, gte, inArray, lt } from 'drizzle-orm';
import type { Audit, AuditRequest, DocumentAudit } from '$lib/analysis/audit-schema';
import { engineOf } from '$lib/analysis/audit';
import { knowledge } from '$lib/lexicons/generated';
import { libraryIfAny, openLibrary, tables, type Db } from '../db';
import { PageReader, membersIn, openingJson, withDocuments, type PartName } from './audit-pieces';
import type { AuditSource } from './audit-source';
import { MADE_WITH } from './audit-thread';
import { affinityOf, auditInThread, auditThreads, here, keyOf } from './audits';
import { runAudit } from './audit-request';
import type { AuditOptions } from './audit-pool';
import type { AuditPiece } from './collection-audits';
import type { PageAudit } from './light-audit';
import { sha256 } from './load-collection';

const { audits, auditParts, documentAudits } = tables;
const zip = promisify(gzip);
const unzip = promisify(gunzip);

/** Letters of all texts that are audited while a page waits: some ten seconds on a small computer. */
const MOST_AT_ONCE = 400_000;
/** Documents written, or read to be sent on, at a time. */
const BATCH = 25;
/** Pieces of parts written at a time. */
const PARTS_AT_ONCE = 4;
/** Single documents kept, those used last. */
const KEPT_DOCUMENTS = 20_000;
/** Large audits kept, those used last: each may be tens of MB. */
const KEPT_LARGE = 6;
/** Marks the key of an audit that is kept in parts, and how they are cut. */
const IN_PARTS = '/parts/2';

/** Whether a collection is too large to be audited while somebody waits. */
export function isLarge({ documents }: Pick<AuditRequest, 'documents'>): boolean {
  return documents.reduce((sum, { text }) => sum + text.length, 0) > MOST_AT_ONCE;
}

const largeKey = (request: AuditRequest, documents: object): string => keyOf(request, documents) + IN_PARTS;

const documentKey = (document: AuditRequest['documents'][number]): string =>
  sha256(JSON.stringify([MADE_WITH, document.id, document.text]));

async function json(body: Uint8Array): Promise<string> {
  return (await unzip(body)).toString('utf8');
}

/** Whether the audit of a large collection is kept. */
async function isKept(key: string): Promise<boolean> {
  const database = await libraryIfAny();
  if (database === null) return false;
  const rows = await database.db
    .update(audits)
    .set({ usedAt: new Date() })
    .where(eq(audits.key, key))
    .returning({ key: audits.key });
  return rows.length > 0;
}

/** Forgets what was used longest ago. */
async function trim(db: Db): Promise<void> {
  const [oldest] = await db
    .select({ usedAt: documentAudits.usedAt })
    .from(documentAudits)
    .orderBy(desc(documentAudits.usedAt))
    .offset(KEPT_DOCUMENTS)
    .limit(1);
  if (oldest) await db.delete(documentAudits).where(lt(documentAudits.usedAt, oldest.usedAt));
  const large = await db
    .selectDistinct({ key: audits.key, usedAt: audits.usedAt })
    .from(audits)
    .innerJoin(auditParts, eq(auditParts.audit, audits.key))
    .orderBy(desc(audits.usedAt));
  const old = large.slice(KEPT_LARGE).map(({ key }) => key);
  if (old.length > 0) await db.delete(audits).where(inArray(audits.key, old));
}

/** What is written down of an audit beside its parts. */
interface PartIndex {
  /** The list that each piece of `together` holds members of; null for what stands between lists. */
  readonly lists: readonly (string | null)[];
}

/** Writes pieces down as they come. */
class PieceWriter {
  readonly #documents: { key: string; body: Uint8Array; usedAt: Date }[] = [];
  readonly #parts: { audit: string; part: PartName; n: number; body: Uint8Array }[] = [];
  readonly #counts = { pages: 0, together: 0 };
  /** What each piece of `together` is about. */
  readonly #lists: (string | null)[] = [];
  #writing: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly db: Db,
    private readonly key: string,
    private readonly request: AuditRequest
  ) {}

  take(piece: AuditPiece): void {
    if ('part' in piece) {
      const { part, list, body } = piece;
      if (part === 'together') this.#lists.push(list);
      this.#parts.push({ audit: this.key, part, n: this.#counts[part]++, body });
      return;
    }
    const document = this.request.documents[piece.document]!;
    this.#documents.push({ key: documentKey(document), body: piece.body, usedAt: new Date() });
    if (this.#documents.length >= BATCH) this.#writeDocuments();
  }

  #writeDocuments(): void {
    const rows = this.#documents.splice(0);
    if (rows.length === 0) return;
    this.#writing = this.#writing.then(() =>
      this.db.insert(documentAudits).values(rows).onConflictDoNothing()
    );
    // Whoever ends the writing is told; until then nobody listens.
    this.#writing.catch(() => undefined);
  }

  /** Writes the audit down, all of it or nothing. */
  async end(): Promise<void> {
    this.#writeDocuments();
    await this.#writing;
    const index: PartIndex = { lists: this.#lists };
    const body = await zip(JSON.stringify(index));
    await this.db.transaction(async (tx) => {
      await tx.delete(audits).where(eq(audits.key, this.key));
      await tx.insert(audits).values({ key: this.key, body, usedAt: new Date() });
      while (this.#parts.length > 0) await tx.insert(auditParts).values(this.#parts.splice(0, PARTS_AT_ONCE));
    });
    await trim(this.db);
  }
}

const making = new Map<string, Promise<void>>();

async function make(key: string, request: AuditRequest, options: AuditOptions): Promise<void> {
  const { db } = await openLibrary();
  const writer = new PieceWriter(db, key, request);
  const onPiece = (piece: AuditPiece): void => writer.take(piece);
  const threads = auditThreads();
  if (threads === null) here.pieces(request, onPiece, options.onProgress);
  else await threads.audit(request, affinityOf(request), { ...options, onPiece });
  await writer.end();
}

/**
 * Sees to it that the audit of a large collection is kept. Where the collection has grown, or its registry changed,
 * and a thread still holds it, only what is new is read.
 *
 * @param documents what the request's documents were made of, the same object for as long as they are the same
 */
export async function makeLarge(
  request: AuditRequest,
  documents: object,
  options: AuditOptions = {}
): Promise<void> {
  const key = largeKey(request, documents);
  if (await isKept(key)) return;
  // Work that can be cancelled is its caller's own.
  if (options.signal !== undefined) return make(key, request, options);
  const running = making.get(key) ?? make(key, request, options).finally(() => making.delete(key));
  making.set(key, running);
  return running;
}

/** Whether the audit of a large collection need not be computed. */
export function isMade(request: AuditRequest, documents: object): Promise<boolean> {
  return isKept(largeKey(request, documents));
}

/** The pieces of a part, in their order, one at a time: all of them, or some that follow each other. */
async function* piecesOf(
  key: string,
  part: PartName,
  { first = 0, last = Number.MAX_SAFE_INTEGER } = {}
): AsyncGenerator<string> {
  const database = await libraryIfAny();
  for (let n = first; database !== null && n <= last;) {
    const rows: { n: number; body: Uint8Array }[] = await database.db
      .select({ n: auditParts.n, body: auditParts.body })
      .from(auditParts)
      .where(and(eq(auditParts.audit, key), eq(auditParts.part, part), gte(auditParts.n, n)))
      .orderBy(asc(auditParts.n))
      .limit(Math.min(PARTS_AT_ONCE, last - n + 1));
    if (rows.length === 0) return;
    for (const row of rows) yield await json(row.body);
    n = rows.at(-1)!.n + 1;
  }
}

/** Members of one list of what is about documents together, a piece at a time. */
async function* membersOf<Member>(key: string, list: string): AsyncGenerator<Member[]> {
  const database = await libraryIfAny();
  const [row] = (await database?.db.select().from(audits).where(eq(audits.key, key))) ?? [];
  if (!row) return;
  const { lists } = JSON.parse(await json(row.body)) as PartIndex;
  const [first, last] = [lists.indexOf(list), lists.lastIndexOf(list)];
  if (first < 0) return;
  for await (const piece of piecesOf(key, 'together', { first, last })) yield membersIn(piece) as Member[];
}

/** What pages read of the collection that was looked at last. */
let looked: { readonly key: string; readonly pages: Promise<PageAudit | null> } | null = null;

async function readPages(key: string): Promise<PageAudit | null> {
  const reader = new PageReader();
  // Between two pieces other requests get their turn.
  for await (const piece of piecesOf(key, 'pages')) reader.add(piece);
  return reader.read();
}

/**
 * What pages read of a large collection; null where its audit is not kept.
 *
 * @param full ids of documents that are wanted with all their evidence
 */
export async function pagesOf(
  request: AuditRequest,
  documents: object,
  full: readonly string[] = []
): Promise<PageAudit | null> {
  const key = largeKey(request, documents);
  if (looked?.key !== key) looked = { key, pages: readPages(key) };
  const mine = looked;
  const pages = await mine.pages.catch((error: unknown) => {
    if (looked === mine) looked = null;
    throw error;
  });
  if (pages === null && looked === mine) looked = null;
  if (pages === null || full.length === 0) return pages;
  const wanted = request.documents.filter(({ id }) => full.includes(id));
  return withDocuments(pages, await documentsOf({ ...request, documents: wanted }));
}

/** What is said of each document alone, in the order of the request: as kept, or as read again. */
export async function documentsOf(request: AuditRequest): Promise<DocumentAudit[]> {
  const found = await Promise.all((await keptDocuments(request)).map(async (body) => body && json(body)));
  return Promise.all(
    found.map(async (text, index) =>
      text === null ? await readAgain(request, index) : (JSON.parse(text) as DocumentAudit)
    )
  );
}

async function keptDocuments({ documents }: AuditRequest): Promise<(Uint8Array | null)[]> {
  const keys = documents.map(documentKey);
  const database = await libraryIfAny();
  const rows =
    database === null || keys.length === 0
      ? []
      : await database.db
          .select({ key: documentAudits.key, body: documentAudits.body })
          .from(documentAudits)
          .where(inArray(documentAudits.key, keys));
  const bodies = new Map(rows.map(({ key, body }) => [key, body]));
  return keys.map((key) => bodies.get(key) ?? null);
}

/** What is said of a document never depends on its neighbours: alone it is audited alike. */
async function readAgain({ documents, seed }: AuditRequest, index: number): Promise<DocumentAudit> {
  const alone = { documents: [documents[index]!], claims: [], seed };
  const { documents: audited } = await auditInThread(alone, () => runAudit(alone));
  return audited[0]!;
}

/** The whole audit of a large collection that is kept, as the pieces of its JSON: the bytes that `auditJson` gives. */
export async function* writtenOut(request: AuditRequest, documents: object): AsyncGenerator<string> {
  yield openingJson(engineOf(knowledge, request.seed));
  for (let from = 0; from < request.documents.length; from += BATCH) {
    const some = { ...request, documents: request.documents.slice(from, from + BATCH) };
    const bodies = await keptDocuments(some);
    for (const [index, body] of bodies.entries()) {
      const text = body === null ? JSON.stringify(await readAgain(some, index)) : await json(body);
      yield from + index > 0 ? `,${text}` : text;
    }
  }
  yield* piecesOf(largeKey(request, documents), 'together');
}

async function* inFull(request: AuditRequest): AsyncGenerator<DocumentAudit[]> {
  for (let from = 0; from < request.documents.length; from += BATCH)
    yield await documentsOf({ ...request, documents: request.documents.slice(from, from + BATCH) });
}

/** The audit of a large collection that is kept, for exports: no more than a piece of it is in memory at a time. */
export async function largeSource(request: AuditRequest, documents: object): Promise<AuditSource> {
  const key = largeKey(request, documents);
  const reader = new PageReader();
  // The first piece has all that is no list.
  for await (const piece of piecesOf(key, 'pages', { last: 0 })) reader.add(piece);
  return {
    engine: engineOf(knowledge, request.seed),
    overlapCurve: reader.read()?.audit.comparison.overlapCurve ?? null,
    documents: () => inFull(request),
    compared: (list) => membersOf(key, `comparison.${list}`) as AsyncIterable<never>,
    contested: () => membersOf(key, 'contested'),
    json: () => writtenOut(request, documents)
  };
}

/** The whole audit of a large collection that is kept. Takes much memory: nothing that is served asks for it. */
export async function wholeOf(request: AuditRequest, documents: object): Promise<Audit> {
  let text = '';
  for await (const piece of writtenOut(request, documents)) text += piece;
  return JSON.parse(text) as Audit;
}
