/** Collections that readers made: reading them, making them, and what changes them as a whole. */
import { and, asc, count, desc, eq, isNull, or, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { libraryIfAny, openLibrary, tables, type Queries } from '../db';
import { noCollection, notStored } from './bundled';
import type { Collection, CollectionDocument, ContestedClaim } from './collection';
import { isCurrentVersion, isIn, NOT_YET } from './document-place';
import { parseChange, parseFields, storableLine } from './fields';
import { newCollectionId, STORED_MARK } from './slug';
import { libraryChanged } from './version';

const { collections, documents, documentVersions } = tables;

const line = (most: number) =>
  v.pipe(
    v.string('must be text'),
    v.trim(),
    v.maxLength(most, `must have at most ${most} letters`),
    v.transform(storableLine)
  );

const AboutSchema = v.strictObject({
  title: v.pipe(line(200), v.nonEmpty('is empty: give the collection a name')),
  question: v.optional(line(500), ''),
  description: v.optional(line(5_000), '')
});
export type About = v.InferOutput<typeof AboutSchema>;

/** Whether an id can only be that of a stored collection. */
export function isStoredId(id: string): boolean {
  return id.includes(STORED_MARK);
}

/**
 * Marks a collection as changed, within the transaction that changes it; nobody else changes it until that ends.
 *
 * @throws DomainError 404 when there is none of that id outside the trash, 409 when it is a bundled one
 */
export async function touchCollection(queries: Queries, id: string, now: Date): Promise<void> {
  const touched = await queries
    .update(collections)
    .set({ revision: sql`${collections.revision} + 1`, changedAt: now })
    .where(and(eq(collections.id, id), isNull(collections.deletedAt)))
    .returning({ id: collections.id });
  if (touched.length === 0) throw notStored(id);
}

/**
 * Keeps others from changing a collection until the transaction ends, without marking it as changed.
 *
 * @throws DomainError 404 when there is none of that id outside the trash
 */
export async function lockCollection(queries: Queries, id: string): Promise<void> {
  const [there] = await queries
    .select({ id: collections.id })
    .from(collections)
    .where(and(eq(collections.id, id), or(isNull(collections.deletedAt), eq(collections.deletedAt, NOT_YET))))
    .for('update');
  if (!there) throw notStored(id);
}

interface Read {
  readonly revision: number;
  readonly collection: Collection;
}
/** Collections as they were last read; a few MB each at most. */
const KEPT = 8;
const kept = new Map<string, Read>();

async function readDocuments(queries: Queries, id: string): Promise<CollectionDocument[]> {
  const rows = await queries
    .select({
      id: documents.id,
      file: documentVersions.originName,
      title: documents.title,
      publisher: documents.publisher,
      author: documents.author,
      published: documents.published,
      note: documents.note,
      text: documentVersions.text
    })
    .from(documents)
    .innerJoin(documentVersions, isCurrentVersion)
    .where(isIn(id))
    .orderBy(asc(documents.position));
  return rows.map((row) => ({ ...row, retrieved: null, shown: [] }));
}

async function rowOf(queries: Queries, id: string) {
  const [row] = await queries
    .select()
    .from(collections)
    .where(and(eq(collections.id, id), isNull(collections.deletedAt)));
  if (!row) throw noCollection(id);
  return row;
}

/**
 * What a stored collection is called and asks, without reading its texts.
 *
 * @throws DomainError 404 when there is none of that id outside the trash
 */
export async function aboutStored(id: string): Promise<About> {
  const database = await libraryIfAny();
  if (database === null) throw noCollection(id);
  const { title, question, description } = await rowOf(database.db, id);
  return { title, question, description };
}

/**
 * A stored collection with its texts, as it stands.
 *
 * @throws DomainError 404 when there is none of that id outside the trash
 */
export async function openStored(id: string): Promise<Collection> {
  const database = await libraryIfAny();
  if (database === null) throw noCollection(id);
  const { db } = database;
  const row = await rowOf(db, id);
  const known = kept.get(id);
  kept.delete(id);
  const read =
    known?.revision === row.revision
      ? known
      : {
          revision: row.revision,
          collection: {
            id,
            title: row.title,
            question: row.question,
            description: row.description,
            documents: await readDocuments(db, id),
            contested: row.contested as readonly ContestedClaim[]
          }
        };
  kept.set(id, read);
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  return read.collection;
}

/** What a list shows of a stored collection. */
export interface StoredSummary extends About {
  readonly id: string;
  readonly documents: number;
  readonly changedAt: Date;
}

/** Stored collections outside the trash, the one changed last first. */
export async function listStored(): Promise<StoredSummary[]> {
  const database = await libraryIfAny();
  if (database === null) return [];
  return database.db
    .select({
      id: collections.id,
      title: collections.title,
      question: collections.question,
      description: collections.description,
      documents: count(documents.id),
      changedAt: collections.changedAt
    })
    .from(collections)
    .leftJoin(documents, and(eq(documents.collection, collections.id), isNull(documents.deletedAt)))
    .where(isNull(collections.deletedAt))
    .groupBy(collections.id)
    .orderBy(desc(collections.changedAt), asc(collections.id));
}

/**
 * What a stored collection is called and how many documents it holds.
 *
 * @throws DomainError 404 when there is none of that id outside the trash
 */
export async function countDocuments(
  queries: Queries,
  id: string
): Promise<Pick<StoredSummary, 'title' | 'documents'>> {
  const [row] = await queries
    .select({ title: collections.title, documents: count(documents.id) })
    .from(collections)
    .leftJoin(documents, and(eq(documents.collection, collections.id), isNull(documents.deletedAt)))
    .where(and(eq(collections.id, id), isNull(collections.deletedAt)))
    .groupBy(collections.id);
  if (!row) throw noCollection(id);
  return row;
}

/**
 * Makes a collection within a transaction; see `createCollection`.
 *
 * @param deletedAt `NOT_YET` for one that is there only when all of its documents are
 */
export async function insertCollection(
  queries: Queries,
  raw: unknown,
  now: Date,
  deletedAt: Date | null = null
): Promise<string> {
  const about = parseFields(AboutSchema, raw);
  const id = newCollectionId(about.title);
  await queries
    .insert(collections)
    .values({ ...about, id, contested: [], revision: 1, createdAt: now, changedAt: now, deletedAt });
  return id;
}

/**
 * Makes an empty collection.
 *
 * @param raw `title`, and perhaps `question` and `description`
 * @throws DomainError 400 when a field is not as it should be
 */
export async function createCollection(raw: unknown): Promise<{ id: string }> {
  parseFields(AboutSchema, raw);
  const { db } = await openLibrary();
  const id = await insertCollection(db, raw, new Date());
  libraryChanged();
  return { id };
}

/**
 * Gives a collection another title, question or description; what is left out stays.
 *
 * @throws DomainError 400 when a field is not as it should be or none is there, 404 when there is no such collection
 */
export async function updateCollection(id: string, raw: unknown): Promise<void> {
  const about = parseChange(v.partial(AboutSchema), raw);
  const { db } = await openLibrary();
  await db.transaction(async (tx) => {
    await touchCollection(tx, id, new Date());
    await tx.update(collections).set(about).where(eq(collections.id, id));
  });
  libraryChanged();
}
