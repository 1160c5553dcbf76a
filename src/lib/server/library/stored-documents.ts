/** Documents of stored collections: adding, correcting, listing. */
import { and, asc, eq, max, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { libraryIfAny, openLibrary, tables, type Queries } from '../db';
import { DomainError } from '../domain-error';
import type { ImportedDocument } from '../import';
import { stopIfCancelled } from '../import/import-error';
import { isCurrentVersion, isDocument, isIn, isVersion, noDocument } from './document-place';
import { freeSlug, slug } from './slug';
import {
  insertCollection,
  parseFields,
  storableLine,
  storableOrNull,
  touchCollection
} from './stored-collections';
import { contentOf, insertVersions, type VersionContent } from './stored-versions';
import { libraryChanged } from './version';

const { documents, documentVersions } = tables;

/** Where documents go: into a collection that is there, or a new one. */
export type Target = { readonly id: string } | { readonly newTitle: string };

export interface AddedDocument {
  readonly id: string;
  readonly title: string | null;
}

/** A document with what is kept of its text. */
export interface ReadyDocument {
  readonly imported: ImportedDocument;
  readonly content: VersionContent;
}

/**
 * Makes documents ready to be written: what takes long is done before a transaction begins.
 *
 * @throws DomainError 422 naming a document that cannot be kept
 */
export function readyDocuments(imported: readonly ImportedDocument[]): ReadyDocument[] {
  return imported.map((one) => ({ imported: one, content: contentOf(one) }));
}

function nameOf({ title, origin }: ImportedDocument): string {
  return title ?? origin.name.replace(/\.[a-z0-9]{1,5}$/i, '');
}

/** Ids of a collection that documents to be added might have, alone or with a number. */
async function takenIds(
  queries: Queries,
  collection: string,
  imported: readonly ImportedDocument[]
): Promise<Set<string>> {
  const bases = sql.param([...new Set(imported.map((one) => slug(nameOf(one), 'document')))]);
  const there = await queries
    .select({ id: documents.id })
    .from(documents)
    .where(
      and(
        eq(documents.collection, collection),
        sql`(${documents.id} = any(${bases}) or regexp_replace(${documents.id}, '-[0-9]+$', '') = any(${bases}))`
      )
    );
  return new Set(there.map(({ id }) => id));
}

/** Adds documents within a transaction; see `addDocuments`. */
export async function insertDocuments(
  queries: Queries,
  collection: string,
  ready: readonly ReadyDocument[],
  now: Date
): Promise<AddedDocument[]> {
  await touchCollection(queries, collection, now);
  // Those in the trash count too: they may come back.
  const [last] = await queries
    .select({ position: max(documents.position) })
    .from(documents)
    .where(eq(documents.collection, collection));
  const ids = await takenIds(
    queries,
    collection,
    ready.map(({ imported }) => imported)
  );
  let position = last?.position ?? 0;
  const rows = ready.map(({ imported: one, content }) => {
    const id = freeSlug(nameOf(one), 'document', (name) => ids.has(name));
    ids.add(id);
    position++;
    return {
      version: { ...content, collection, document: id, n: 1, createdAt: now },
      document: {
        collection,
        id,
        position,
        version: 1,
        title: storableOrNull(one.title),
        author: storableOrNull(one.author),
        publisher: storableOrNull(one.publisher),
        published: storableOrNull(one.published),
        canonical: storableOrNull(one.canonical),
        language: storableOrNull(one.language),
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
 * @param signal given before all of them are written: none is stored
 * @throws DomainError 404 when there is no such collection, 422 naming a document that cannot be kept
 */
export async function addDocuments(
  target: Target,
  imported: readonly ImportedDocument[],
  { signal }: { readonly signal?: AbortSignal } = {}
): Promise<{ collection: string; documents: AddedDocument[] }> {
  if (imported.length === 0) throw new DomainError('no-documents', 'There is no document to add.');
  const { db } = await openLibrary();
  const now = new Date();
  const ready = readyDocuments(imported);
  const added = await db.transaction(async (tx) => {
    const collection =
      'id' in target ? target.id : await insertCollection(tx, { title: target.newTitle }, now);
    const inserted = await insertDocuments(tx, collection, ready, now);
    // Last of all: what is thrown here takes everything back.
    stopIfCancelled(signal);
    return { collection, documents: inserted };
  });
  libraryChanged();
  return added;
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

/** What is known about a document beside its text. */
export const FactsSchema = v.strictObject({
  title: field,
  author: field,
  publisher: field,
  published: day,
  canonical: field,
  language: field,
  note: field
});

const DocumentEditSchema = v.partial(
  v.strictObject({
    ...FactsSchema.entries,
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
        .where(isVersion(collection, document, edit.version));
      if (!there)
        throw new DomainError('not-found', `There is no version ${edit.version} of it.`, 'version', 404);
    }
    const changed = await tx
      .update(documents)
      .set({ ...edit, changedAt: now })
      .where(isDocument(collection, document))
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
    .where(isIn(collection))
    .orderBy(asc(documents.position));
}
