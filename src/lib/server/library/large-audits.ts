/**
 * Audits of large collections. They are made in a thread and kept in pieces; pages read light ones, and no more than a
 * piece of them is written or read in one go.
 */
import { inArray } from 'drizzle-orm';
import type { Audit, AuditRequest, DocumentAudit } from '$lib/analysis/audit-schema';
import { engineOf } from '$lib/analysis/audit';
import { knowledge } from '$lib/lexicons/generated';
import { libraryIfAny, openLibrary, tables } from '../db';
import { DomainError } from '../domain-error';
import { PageReader, openingJson, withDocuments } from './audit-pieces';
import { TOO_LARGE, type AuditOptions } from './audit-pool';
import { runAudit } from './audit-request';
import type { AuditSource } from './audit-source';
import { affinityOf, auditInThread, auditThreads, here, keyOf } from './audits';
import type { AuditPiece } from './collection-audits';
import { BATCH, documentKey, isKept, jsonOf, membersOf, PieceWriter, piecesOf } from './kept-pieces';
import type { PageAudit } from './light-audit';

const { documentAudits } = tables;

/** Letters of all texts that are audited while a page waits: some ten seconds on a small computer. */
const MOST_AT_ONCE = 400_000;
/** Marks the key of an audit that is kept in parts, and how they are cut. */
const IN_PARTS = '/parts/2';

/** Whether a collection is too large to be audited while somebody waits. */
export function isLarge({ documents }: Pick<AuditRequest, 'documents'>): boolean {
  return documents.reduce((sum, { text }) => sum + text.length, 0) > MOST_AT_ONCE;
}

const largeKey = (request: AuditRequest, documents: object): string => keyOf(request, documents) + IN_PARTS;

const making = new Map<string, Promise<void>>();
/** Audits that take more memory than there is, with what is said about them; they are not tried again. */
const beyond = new Map<string, DomainError>();

/** Why a large collection cannot be audited here; null as long as that is not known. */
export function whyNot(request: AuditRequest, documents: object): DomainError | null {
  return beyond.get(largeKey(request, documents)) ?? null;
}

async function make(key: string, request: AuditRequest, options: AuditOptions): Promise<void> {
  const writer = new PieceWriter(await openLibrary(), key, request);
  const onPiece = (piece: AuditPiece): void => writer.take(piece);
  const threads = auditThreads();
  if (threads === null) here.pieces(request, onPiece, options.onProgress);
  else {
    await threads.audit(request, affinityOf(request), { ...options, onPiece }).catch((error: unknown) => {
      if (error instanceof DomainError && error.code === TOO_LARGE) beyond.set(key, error);
      throw error;
    });
  }
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

/** What pages read of the collection that was looked at last. */
let looked: { readonly key: string; readonly pages: Promise<PageAudit | null> } | null = null;

async function readPages(key: string): Promise<PageAudit | null> {
  if (!(await isKept(key))) return null;
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
  const found = await Promise.all((await keptDocuments(request)).map(async (body) => body && jsonOf(body)));
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
      const text = body === null ? JSON.stringify(await readAgain(some, index)) : await jsonOf(body);
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
