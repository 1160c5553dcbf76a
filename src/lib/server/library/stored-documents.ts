/** Documents of stored collections: adding them, and listing them. */
import { and, asc, eq, inArray, lte } from 'drizzle-orm';
import { libraryIfAny, onOpen, openLibrary, tables, type Database, type Queries } from '../db';
import { DomainError } from '../domain-error';
import type { ImportedDocument } from '../import';
import { stopIfCancelled } from '../import/import-error';
import { isCurrentVersion, isIn, NOT_YET } from './document-place';
import { insertCollection, lockCollection, touchCollection } from './stored-collections';
import { libraryChanged } from './version';
import {
  insertDocuments,
  nextBatch,
  readyDocuments,
  writeDocuments,
  type AddedDocument
} from './write-documents';

export type { AddedDocument } from './write-documents';

const { collections, documents, documentVersions } = tables;

/** On a server, how long documents may take to be written, in milliseconds: what is older was left behind. */
const ABANDONED = 3_600_000;

/** Where documents go: into a collection that is there, or a new one. */
export type Target = { readonly id: string } | { readonly newTitle: string };

interface Added {
  readonly collection: string;
  readonly documents: AddedDocument[];
}

/** In one transaction, for as long as that is short. */
async function addAtOnce(
  target: Target,
  imported: readonly ImportedDocument[],
  now: Date,
  signal: AbortSignal | undefined
): Promise<Added> {
  const { db } = await openLibrary();
  const ready = readyDocuments(imported);
  return db.transaction(async (tx) => {
    const collection =
      'id' in target ? target.id : await insertCollection(tx, { title: target.newTitle }, now);
    const inserted = await insertDocuments(tx, collection, ready, now);
    // Last of all: what is thrown here takes everything back.
    stopIfCancelled(signal);
    return { collection, documents: inserted };
  });
}

/**
 * One batch after the other, so that pages are answered in between. Until the last step, a short one, none of it is
 * there for anybody.
 */
async function addInSteps(
  target: Target,
  imported: readonly ImportedDocument[],
  now: Date,
  signal: AbortSignal | undefined
): Promise<Added> {
  const { db } = await openLibrary();
  const fresh = !('id' in target);
  const collection = fresh ? await insertCollection(db, { title: target.newTitle }, now, NOT_YET) : target.id;
  const written: AddedDocument[] = [];
  try {
    while (written.length < imported.length) {
      stopIfCancelled(signal);
      const ready = readyDocuments(nextBatch(imported, written.length));
      const added = await db.transaction(async (tx) => {
        await lockCollection(tx, collection);
        return writeDocuments(tx, collection, ready, { now, deletedAt: NOT_YET });
      });
      written.push(...added);
    }
    await db.transaction(async (tx) => {
      if (fresh) await tx.update(collections).set({ deletedAt: null }).where(eq(collections.id, collection));
      await touchCollection(tx, collection, now);
      await tx.update(documents).set({ deletedAt: null }).where(areAwaited(collection, written));
      // Last of all: what is thrown here takes everything back.
      stopIfCancelled(signal);
    });
    return { collection, documents: written };
  } catch (error) {
    // What cannot be taken back now is when the database is opened next.
    await takeBack(db, collection, written, fresh).catch(() => undefined);
    throw error;
  }
}

function areAwaited(collection: string, written: readonly AddedDocument[]) {
  const ids = written.map(({ id }) => id);
  return and(
    eq(documents.collection, collection),
    eq(documents.deletedAt, NOT_YET),
    inArray(documents.id, ids)
  );
}

async function takeBack(
  db: Queries,
  collection: string,
  written: readonly AddedDocument[],
  fresh: boolean
): Promise<void> {
  if (fresh) await db.delete(collections).where(eq(collections.id, collection));
  else await db.delete(documents).where(areAwaited(collection, written));
}

/** Takes back what a crash left behind half written. On a server, another process may be writing it just now. */
async function takeBackOld({ db, shared }: Database): Promise<void> {
  const before = new Date(Date.now() - (shared ? ABANDONED : 0));
  await db
    .delete(collections)
    .where(and(eq(collections.deletedAt, NOT_YET), lte(collections.createdAt, before)));
  await db.delete(documents).where(and(eq(documents.deletedAt, NOT_YET), lte(documents.createdAt, before)));
}
onOpen(takeBackOld);

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
): Promise<Added> {
  if (imported.length === 0) throw new DomainError('no-documents', 'There is no document to add.');
  const few = nextBatch(imported, 0).length === imported.length;
  const added = await (few ? addAtOnce : addInSteps)(target, imported, new Date(), signal);
  libraryChanged();
  return added;
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
  /** What was noticed when the current version was read. */
  readonly notices: readonly { readonly code: string; readonly message: string }[];
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
      notices: documentVersions.notices,
      createdAt: documents.createdAt
    })
    .from(documents)
    .innerJoin(documentVersions, isCurrentVersion)
    .where(isIn(collection))
    .orderBy(asc(documents.position));
}
