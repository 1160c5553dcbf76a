/** Documents of stored collections: adding, correcting, and their versions. */
import { and, asc, desc, eq, isNull, max } from 'drizzle-orm';
import * as v from 'valibot';
import { libraryIfAny, openLibrary, tables, type Queries } from '../db';
import { DomainError } from '../domain-error';
import { importText, type ImportedDocument } from '../import';
import { sha256Of } from '../import/make-document';
import { sha256 } from './load-collection';
import { runHashes, sketchOf, wordsOf } from './sketch';
import { freeSlug } from './slug';
import {
  insertCollection,
  isCurrentVersion,
  parseFields,
  storableLine,
  touchCollection
} from './stored-collections';
import { libraryChanged } from './version';

const { documents, documentVersions } = tables;

/** What a search looks in: some thirty thousand words; PostgreSQL's index of one text has a limit of a megabyte. */
const SEARCHED = 200_000;
/** Raw bytes and texts sent to the database at a time. */
const BATCH_BYTES = 4_000_000;

type VersionRow = typeof documentVersions.$inferInsert;

/** Where documents go: into a collection that is there, or a new one. */
export type Target = { readonly id: string } | { readonly newTitle: string };

export interface AddedDocument {
  readonly id: string;
  readonly title: string | null;
}

const or = (text: string | null): string | null => (text === null ? null : storableLine(text));

/** What is kept of a text so that it is found. */
export function searchColumns(text: string): Pick<VersionRow, 'words' | 'sketch' | 'searchable'> {
  return {
    words: wordsOf(text).length,
    sketch: sketchOf(runHashes(text)),
    searchable: text.slice(0, SEARCHED).replace(/[\0\p{Cs}]/gu, ' ')
  };
}

function versionOf(
  imported: ImportedDocument,
  place: { readonly collection: string; readonly document: string; readonly n: number },
  createdAt: Date
): VersionRow {
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
    ...place,
    raw: raw.bytes,
    rawSha256: raw.sha256,
    mediaType: storableLine(raw.mediaType),
    encoding: or(raw.encoding),
    originName: storableLine(origin.name),
    originRow: origin.row,
    originAddress: or(origin.address),
    text,
    textSha256: sha256(text),
    dropped: imported.dropped.map(({ reason, quote, at }) => ({ reason, quote, at })),
    notices: imported.notices.map(({ code, message }) => ({ code, message })),
    ...searchColumns(text),
    createdAt
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

/** Adds documents within a transaction; see `addDocuments`. */
export async function insertDocuments(
  queries: Queries,
  collection: string,
  imported: readonly ImportedDocument[],
  now: Date
): Promise<AddedDocument[]> {
  await touchCollection(queries, collection, now);
  // Those in the trash count too: they may come back.
  const there = await queries
    .select({ id: documents.id, position: documents.position })
    .from(documents)
    .where(eq(documents.collection, collection));
  const ids = new Set(there.map(({ id }) => id));
  let position = Math.max(0, ...there.map((row) => row.position));
  const rows = imported.map((one) => {
    const id = freeSlug(one.title ?? one.origin.name.replace(/\.[a-z0-9]{1,5}$/i, ''), 'document', (name) =>
      ids.has(name)
    );
    ids.add(id);
    position++;
    return {
      version: versionOf(one, { collection, document: id, n: 1 }, now),
      document: {
        collection,
        id,
        position,
        version: 1,
        title: or(one.title),
        author: or(one.author),
        publisher: or(one.publisher),
        published: or(one.published),
        canonical: or(one.canonical),
        language: or(one.language),
        createdAt: now,
        changedAt: now
      }
    };
  });
  for (let from = 0; from < rows.length; from += 100)
    await queries.insert(documents).values(rows.slice(from, from + 100).map(({ document }) => document));
  await insertVersions(
    queries,
    rows.map(({ version }) => version)
  );
  return rows.map(({ document: { id, title } }) => ({ id, title }));
}

/**
 * Adds documents to a collection, or to a new one: all of them, or none. When it returns they are on the disk.
 *
 * @throws DomainError 404 when there is no such collection, 422 naming a document that cannot be kept
 */
export async function addDocuments(
  target: Target,
  imported: readonly ImportedDocument[]
): Promise<{ collection: string; documents: AddedDocument[] }> {
  if (imported.length === 0) throw new DomainError('no-documents', 'There is no document to add.');
  const { db } = await openLibrary();
  const now = new Date();
  const added = await db.transaction(async (tx) => {
    const collection =
      'id' in target ? target.id : await insertCollection(tx, { title: target.newTitle }, now);
    return { collection, documents: await insertDocuments(tx, collection, imported, now) };
  });
  libraryChanged();
  return added;
}

function noDocument(collection: string, document: string): DomainError {
  return new DomainError(
    'not-found',
    `There is no document "${document}" in "${collection}".`,
    'document',
    404
  );
}

const placed = (collection: string, document: string) =>
  and(eq(documents.collection, collection), eq(documents.id, document), isNull(documents.deletedAt));

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
  const version = await db.transaction(async (tx) => {
    await touchCollection(tx, collection, now);
    const [row] = await tx
      .select({ current: documents.version, last: max(documentVersions.n) })
      .from(documents)
      .innerJoin(
        documentVersions,
        and(
          eq(documentVersions.collection, documents.collection),
          eq(documentVersions.document, documents.id)
        )
      )
      .where(placed(collection, document))
      .groupBy(documents.collection, documents.id);
    if (!row) throw noDocument(collection, document);
    const n = (row.last ?? 0) + 1;
    const next = versionOf(imported, { collection, document, n }, now);
    const [same] = await tx
      .select({ n: documentVersions.n })
      .from(documentVersions)
      .where(
        and(
          eq(documentVersions.collection, collection),
          eq(documentVersions.document, document),
          eq(documentVersions.n, row.current),
          eq(documentVersions.textSha256, next.textSha256),
          eq(documentVersions.rawSha256, next.rawSha256)
        )
      );
    if (same) return same.n;
    await tx.insert(documentVersions).values(next);
    await tx.update(documents).set({ version: n, changedAt: now }).where(placed(collection, document));
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

const field = v.nullable(
  v.pipe(
    v.string('must be text or null'),
    v.trim(),
    v.maxLength(500, 'must have at most 500 letters'),
    v.transform((text) => (text === '' ? null : storableLine(text)))
  )
);
const day = v.nullable(
  v.pipe(
    v.string('must be a day such as 2019-10-17, or null'),
    v.check(
      (text) => text === '' || (/^\d{4}-\d{2}-\d{2}$/.test(text) && isCalendarDay(text)),
      'must be a day such as 2019-10-17'
    ),
    v.transform((text) => (text === '' ? null : text))
  )
);

function isCalendarDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

const DocumentEditSchema = v.partial(
  v.strictObject({
    title: field,
    author: field,
    publisher: field,
    published: day,
    canonical: field,
    language: field,
    note: field,
    /** An earlier or later version to audit. */
    version: v.pipe(
      v.number('must be a number'),
      v.integer('must be a whole number'),
      v.minValue(1, 'must be 1 or more')
    )
  })
);

/**
 * Corrects what is known about a document, or says which of its versions is audited; what is left out stays.
 *
 * @throws DomainError 400 when a field is not as it should be, 404 when there is no such document or version
 */
export async function editDocument(collection: string, document: string, raw: unknown): Promise<void> {
  const edit = parseFields(DocumentEditSchema, raw);
  const { db } = await openLibrary();
  const now = new Date();
  await db.transaction(async (tx) => {
    await touchCollection(tx, collection, now);
    if (edit.version !== undefined) {
      const [there] = await tx
        .select({ n: documentVersions.n })
        .from(documentVersions)
        .where(
          and(
            eq(documentVersions.collection, collection),
            eq(documentVersions.document, document),
            eq(documentVersions.n, edit.version)
          )
        );
      if (!there)
        throw new DomainError('not-found', `There is no version ${edit.version} of it.`, 'version', 404);
    }
    const changed = await tx
      .update(documents)
      .set({ ...edit, changedAt: now })
      .where(placed(collection, document))
      .returning({ id: documents.id });
    if (changed.length === 0) throw noDocument(collection, document);
  });
  libraryChanged();
}

/** What a page shows of a stored document. */
export interface StoredDocument {
  readonly id: string;
  readonly title: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly canonical: string | null;
  readonly language: string | null;
  readonly note: string | null;
  readonly version: number;
  readonly words: number;
  readonly file: string;
  readonly createdAt: Date;
}

/** The documents of a stored collection outside the trash, in order, without their texts. */
export async function listDocuments(collection: string): Promise<StoredDocument[]> {
  const database = await libraryIfAny();
  if (database === null) return [];
  return database.db
    .select({
      id: documents.id,
      title: documents.title,
      author: documents.author,
      publisher: documents.publisher,
      published: documents.published,
      canonical: documents.canonical,
      language: documents.language,
      note: documents.note,
      version: documents.version,
      words: documentVersions.words,
      file: documentVersions.originName,
      createdAt: documents.createdAt
    })
    .from(documents)
    .innerJoin(documentVersions, isCurrentVersion)
    .where(and(eq(documents.collection, collection), isNull(documents.deletedAt)))
    .orderBy(asc(documents.position));
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
    .innerJoin(
      documents,
      and(eq(documents.collection, documentVersions.collection), eq(documents.id, documentVersions.document))
    )
    .where(placed(collection, document))
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
      .where(
        and(
          eq(documentVersions.collection, collection),
          eq(documentVersions.document, document),
          eq(documentVersions.n, n)
        )
      )) ?? [];
  if (!row) throw noDocument(collection, document);
  return row;
}
