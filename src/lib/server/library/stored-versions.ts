/** Versions of the documents of stored collections: every text a document had, with the bytes it came from. */
import { and, desc, eq, max } from 'drizzle-orm';
import * as v from 'valibot';
import { libraryIfAny, openLibrary, tables, type Queries } from '../db';
import { DomainError } from '../domain-error';
import { importText, type ImportedDocument } from '../import';
import { sha256Of } from '../import/make-document';
import { isDocument, isVersion, isVersionOf, noDocument } from './document-place';
import { sha256 } from './load-collection';
import { runHashes, sketchOf, wordsOf } from './sketch';
import { parseFields, storableLine, storableOrNull } from './fields';
import { touchCollection } from './stored-collections';
import { libraryChanged } from './version';

const { documents, documentVersions } = tables;

/** What a search looks in: some thirty thousand words; PostgreSQL's index of one text has a limit of a megabyte. */
const SEARCHED = 200_000;
/** Raw bytes and texts sent to the database at a time. */
const BATCH_BYTES = 4_000_000;

type VersionRow = typeof documentVersions.$inferInsert;

/** What is kept of a text so that it is found. */
export function searchColumns(text: string): Pick<VersionRow, 'words' | 'sketch' | 'searchable'> {
  return {
    words: wordsOf(text).length,
    sketch: sketchOf(runHashes(text)),
    searchable: text.slice(0, SEARCHED).replace(/[\0\p{Cs}]/gu, ' ')
  };
}

/** What of a version does not rest on its place. */
export type VersionContent = Omit<VersionRow, 'collection' | 'document' | 'n' | 'createdAt'>;

/**
 * What is kept of a text, with what it is found by: made before a transaction begins, so that nobody waits for it.
 *
 * @throws DomainError 422 naming the document, when its text cannot be kept
 */
export function contentOf(imported: ImportedDocument): VersionContent {
  const { raw, origin, text } = imported;
  if (text.trim() === '')
    throw new DomainError('empty-document', `${origin.name} holds no text: leave it out.`, origin.name, 422);
  if (/\p{Cs}/u.test(text))
    throw new DomainError(
      'broken-text',
      `${origin.name} holds half a character: correct it.`,
      origin.name,
      422
    );
  if (sha256Of(raw.bytes) !== raw.sha256)
    throw new DomainError('broken-bytes', `${origin.name} arrived damaged: send it again.`, origin.name, 422);
  return {
    raw: raw.bytes,
    rawSha256: raw.sha256,
    mediaType: storableLine(raw.mediaType),
    encoding: storableOrNull(raw.encoding),
    originName: storableLine(origin.name),
    originRow: origin.row,
    originAddress: storableOrNull(origin.address),
    text,
    textSha256: sha256(text),
    dropped: imported.dropped.map(({ reason, quote, at }) => ({ reason, quote, at })),
    notices: imported.notices.map(({ code, message }) => ({ code, message })),
    ...searchColumns(text)
  };
}

/** Writes rows a few megabytes at a time. */
export async function insertVersions(queries: Queries, rows: readonly VersionRow[]): Promise<void> {
  let batch: VersionRow[] = [];
  let size = 0;
  const write = async (): Promise<void> => {
    if (batch.length > 0) await queries.insert(documentVersions).values(batch);
    batch = [];
    size = 0;
  };
  for (const row of rows) {
    size += row.raw.byteLength + 3 * row.text.length;
    batch.push(row);
    if (size > BATCH_BYTES || batch.length >= 100) await write();
  }
  await write();
}

/**
 * Gives a document a new text; the old one stays as an earlier version. The same text and bytes make none.
 *
 * @returns the number of the version that is audited from now on
 * @throws DomainError 404 when there is no such document, 422 when the text cannot be kept
 */
export async function addVersion(
  collection: string,
  document: string,
  imported: ImportedDocument
): Promise<{ version: number }> {
  const { db } = await openLibrary();
  const now = new Date();
  const content = contentOf(imported);
  const version = await db.transaction(async (tx) => {
    await touchCollection(tx, collection, now);
    const [row] = await tx
      .select({ current: documents.version, last: max(documentVersions.n) })
      .from(documents)
      .innerJoin(documentVersions, isVersionOf)
      .where(isDocument(collection, document))
      .groupBy(documents.collection, documents.id);
    if (!row) throw noDocument(collection, document);
    const n = (row.last ?? 0) + 1;
    const [same] = await tx
      .select({ n: documentVersions.n })
      .from(documentVersions)
      .where(
        and(
          isVersion(collection, document, row.current),
          eq(documentVersions.textSha256, content.textSha256),
          eq(documentVersions.rawSha256, content.rawSha256)
        )
      );
    if (same) return same.n;
    await tx.insert(documentVersions).values({ ...content, collection, document, n, createdAt: now });
    await tx.update(documents).set({ version: n, changedAt: now }).where(isDocument(collection, document));
    return n;
  });
  libraryChanged();
  return { version };
}

/**
 * The same with a text that was pasted.
 *
 * @param raw `{ "text": "…" }`
 * @throws DomainError 400 when there is no text, and as `addVersion` does
 */
export async function addTextVersion(
  collection: string,
  document: string,
  raw: unknown
): Promise<{ version: number }> {
  const { text } = parseFields(v.strictObject({ text: v.string('must be text') }), raw);
  const [imported] = await importText(text);
  if (!imported) throw new DomainError('empty-document', 'text is empty: paste a text.', 'text');
  return addVersion(collection, document, imported);
}

/** The versions of a document, the newest first, without bytes. */
export async function listVersions(collection: string, document: string) {
  const database = await libraryIfAny();
  if (database === null) throw noDocument(collection, document);
  const rows = await database.db
    .select({
      n: documentVersions.n,
      text: documentVersions.text,
      textSha256: documentVersions.textSha256,
      rawSha256: documentVersions.rawSha256,
      mediaType: documentVersions.mediaType,
      encoding: documentVersions.encoding,
      file: documentVersions.originName,
      address: documentVersions.originAddress,
      dropped: documentVersions.dropped,
      notices: documentVersions.notices,
      words: documentVersions.words,
      createdAt: documentVersions.createdAt,
      current: documents.version
    })
    .from(documentVersions)
    .innerJoin(documents, isVersionOf)
    .where(isDocument(collection, document))
    .orderBy(desc(documentVersions.n));
  if (rows.length === 0) throw noDocument(collection, document);
  return rows.map(({ current, ...row }) => ({ ...row, current: current === row.n }));
}

/**
 * The bytes of a version exactly as they came.
 *
 * @throws DomainError 404 when there is no such version
 */
export async function rawVersion(collection: string, document: string, n: number) {
  const database = await libraryIfAny();
  const [row] =
    (await database?.db
      .select({
        raw: documentVersions.raw,
        mediaType: documentVersions.mediaType,
        file: documentVersions.originName
      })
      .from(documentVersions)
      .where(isVersion(collection, document, n))) ?? [];
  if (!row) throw new DomainError('not-found', `There is no version ${n} of "${document}".`, 'version', 404);
  return row;
}
