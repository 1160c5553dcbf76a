/** Writing documents into a stored collection, a few at a time. */
import { and, eq, max, sql } from 'drizzle-orm';
import { tables, type Queries } from '../db';
import type { ImportedDocument } from '../import';
import { freeSlug, slug } from './slug';
import { storableOrNull } from './fields';
import { touchCollection } from './stored-collections';
import { contentOf, insertVersions, type VersionContent } from './stored-versions';

const { documents } = tables;

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

/**
 * Documents written at a time, and letters of them. The embedded database answers one transaction after the other, and
 * pages wait that long: some 20 ms for these.
 */
const BATCH = 4;
const BATCH_LETTERS = 30_000;

/** The documents to be written next, of those that are to be written one batch after the other. */
export function nextBatch(documents: readonly ImportedDocument[], from: number): readonly ImportedDocument[] {
  let letters = 0;
  let to = from;
  do {
    letters += documents[to]?.text.length ?? 0;
    to++;
  } while (to < documents.length && to - from < BATCH && letters < BATCH_LETTERS);
  return documents.slice(from, to);
}

/**
 * Writes documents into a collection that nobody else changes until the transaction ends.
 *
 * @param deletedAt `NOT_YET` for those that are there only when others are
 */
export async function writeDocuments(
  queries: Queries,
  collection: string,
  ready: readonly ReadyDocument[],
  { now, deletedAt }: { readonly now: Date; readonly deletedAt: Date | null }
): Promise<AddedDocument[]> {
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
        changedAt: now,
        deletedAt
      }
    };
  });
  await queries.insert(documents).values(rows.map(({ document }) => document));
  await insertVersions(
    queries,
    rows.map(({ version }) => version)
  );
  return rows.map(({ document: { id, title } }) => ({ id, title }));
}

/**
 * Adds a few documents within a transaction.
 *
 * @throws DomainError 404 when there is no such collection
 */
export async function insertDocuments(
  queries: Queries,
  collection: string,
  ready: readonly ReadyDocument[],
  now: Date
): Promise<AddedDocument[]> {
  await touchCollection(queries, collection, now);
  return writeDocuments(queries, collection, ready, { now, deletedAt: null });
}
