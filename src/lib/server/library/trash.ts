/** What was deleted stays in the trash until that is emptied. */
import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import * as v from 'valibot';
import { libraryIfAny, openLibrary, tables, type Queries } from '../db';
import { notStored } from './bundled';
import { isCollectionInTrash, isDocumentInTrash, noDocument } from './document-place';
import { parseFields, storableLine } from './fields';
import { isStoredId, touchCollection } from './stored-collections';
import { libraryChanged } from './version';

const { audits, collections, documentAudits, documents, registryChanges } = tables;

/** Something in the trash, or to be put there. */
export interface Thrown {
  readonly collection: string;
  /** Null: the whole collection. */
  readonly document: string | null;
}

export interface TrashItem extends Thrown {
  readonly title: string;
  /** Of the collection that a document belongs to. */
  readonly collectionTitle: string;
  /** ISO 8601. */
  readonly deletedAt: string;
}

const id = (what: string) =>
  v.pipe(v.string(what), v.maxLength(200, 'is too long for an id'), v.transform(storableLine));

const ThrownSchema = v.strictObject({
  collection: id('must be the id of a collection'),
  document: v.optional(v.nullable(id('must be the id of a document')), null)
});

/**
 * Reads what came from outside.
 *
 * @throws DomainError 400 when it names neither a collection nor a document
 */
export function parseThrown(raw: unknown): Thrown {
  return parseFields(ThrownSchema, raw);
}

/**
 * Moves documents of a collection to the trash, or back.
 *
 * @returns those that were where they were to be moved from
 */
export function moveDocuments(
  queries: Queries,
  collection: string,
  some: readonly string[],
  back: boolean,
  now: Date
): Promise<{ id: string }[]> {
  return queries
    .update(documents)
    .set({ deletedAt: back ? null : now, changedAt: now })
    .where(
      and(
        eq(documents.collection, collection),
        inArray(documents.id, [...some]),
        back ? isDocumentInTrash : isNull(documents.deletedAt)
      )
    )
    .returning({ id: documents.id });
}

async function move({ collection, document }: Thrown, back: boolean): Promise<void> {
  const { db } = await openLibrary();
  const now = new Date();
  await db.transaction(async (tx) => {
    if (document !== null) {
      const moved = await moveDocuments(tx, collection, [document], back, now);
      if (moved.length === 0)
        throw isStoredId(collection) ? noDocument(collection, document) : notStored(collection);
      await touchCollection(tx, collection, now);
      return;
    }
    const moved = await tx
      .update(collections)
      .set({ deletedAt: back ? null : now })
      .where(and(eq(collections.id, collection), back ? isCollectionInTrash : isNull(collections.deletedAt)))
      .returning({ id: collections.id });
    if (moved.length === 0) throw notStored(collection);
  });
  libraryChanged();
}

/**
 * Puts a collection or a document in the trash.
 *
 * @throws DomainError 404 when there is no such thing outside it
 */
export function putInTrash(thrown: Thrown): Promise<void> {
  return move(thrown, false);
}

/**
 * Takes a collection or a document out of the trash again, as it was.
 *
 * @throws DomainError 404 when it is not there, or its collection is in the trash itself
 */
export function takeFromTrash(thrown: Thrown): Promise<void> {
  return move(thrown, true);
}

/** What is in the trash, the last first. Documents of a collection that is there itself go with it. */
export async function listTrash(): Promise<TrashItem[]> {
  const database = await libraryIfAny();
  if (database === null) return [];
  const { db } = database;
  const [whole, single] = [
    await db.select().from(collections).where(isCollectionInTrash),
    await db
      .select({
        collection: documents.collection,
        document: documents.id,
        title: documents.title,
        collectionTitle: collections.title,
        deletedAt: documents.deletedAt
      })
      .from(documents)
      .innerJoin(collections, eq(collections.id, documents.collection))
      .where(and(isDocumentInTrash, isNull(collections.deletedAt)))
      .orderBy(desc(documents.deletedAt))
  ];
  return [
    ...whole.map(({ id, title, deletedAt }) => ({
      collection: id,
      document: null,
      title,
      collectionTitle: title,
      deletedAt: deletedAt?.toISOString() ?? ''
    })),
    ...single.map(({ title, deletedAt, ...rest }) => ({
      ...rest,
      title: title ?? rest.document,
      deletedAt: deletedAt?.toISOString() ?? ''
    }))
  ].sort((a, b) => (a.deletedAt < b.deletedAt ? 1 : a.deletedAt > b.deletedAt ? -1 : 0));
}

/** Deletes what is in the trash for good, with all its versions, bytes and changes. */
export async function emptyTrash(): Promise<{ collections: number; documents: number }> {
  const { db } = await openLibrary();
  const now = new Date();
  const emptied = await db.transaction(async (tx) => {
    const whole = await tx.delete(collections).where(isCollectionInTrash).returning({ id: collections.id });
    const single = await tx
      .delete(documents)
      .where(isDocumentInTrash)
      .returning({ collection: documents.collection });
    if (whole.length > 0) {
      const ids = whole.map(({ id }) => id);
      await tx.delete(registryChanges).where(inArray(registryChanges.collection, ids));
    }
    for (const id of new Set(single.map(({ collection }) => collection))) await touchCollection(tx, id, now);
    // Kept audits quote the texts that are to be gone.
    if (whole.length + single.length > 0) {
      await tx.delete(audits);
      await tx.delete(documentAudits);
    }
    return { collections: whole.length, documents: single.length };
  });
  libraryChanged();
  return emptied;
}
