/** Makes a collection of the file that `archive-export` wrote, or says what is wrong with the file. */
import { eq } from 'drizzle-orm';
import { openLibrary, tables } from '../db';
import { DomainError } from '../domain-error';
import { sha256Of } from '../import/make-document';
import { ArchiveSchema, type Archive } from './archive-schema';
import { parseFields } from './fields';
import { sha256 } from './load-collection';
import { newCollectionId } from './slug';
import { isStoredId } from './stored-collections';
import { insertVersions, searchColumns } from './stored-versions';
import { libraryChanged } from './version';

const { collections, documents, registryChanges } = tables;

/** Base64 is a third larger than bytes, and texts stand beside the bytes they were read from. */
export const LARGEST_ARCHIVE = 300 * 1024 ** 2;

/** The archive in a file, whole and unchanged since it was written. */
function parseArchive(bytes: Uint8Array): Archive {
  let raw: unknown;
  try {
    raw = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new DomainError(
      'not-json',
      'The file is not JSON: choose a collection that Parallax exported.',
      'file'
    );
  }
  // Any other JSON is not an export with a fault but no export.
  if (typeof raw !== 'object' || raw === null || !('schema' in raw)) {
    throw new DomainError(
      'not-an-archive',
      'The file is no collection that Parallax exported: choose one that “Export as one file” made.',
      'schema',
      422
    );
  }
  const archive = parseFields(ArchiveSchema, raw);
  archive.registry.forEach(({ n }, index) => {
    if (n !== index + 1)
      throw new DomainError(
        'invalid-request',
        `registry[${index}].n must be ${index + 1}.`,
        `registry[${index}].n`
      );
  });
  checkDocuments(archive.documents);
  return archive;
}

/** Refuses documents that do not hang together, or whose bytes or text are not those that were written. */
function checkDocuments(all: Archive['documents']): void {
  const seen = new Set<string>();
  all.forEach(({ id, version, versions }, index) => {
    const path = `documents[${index}]`;
    const wrong = (what: string): DomainError =>
      new DomainError('broken-archive', `${path} ${what}.`, path, 422);
    if (seen.has(id)) throw wrong('has the id of another');
    seen.add(id);
    if (new Set(versions.map(({ n }) => n)).size < versions.length) throw wrong('has a version twice');
    if (!versions.some(({ n }) => n === version)) throw wrong(`has no version ${version}`);
    for (const one of versions) {
      if (sha256Of(Buffer.from(one.raw, 'base64')) !== one.rawSha256)
        throw wrong('has bytes that were changed');
      if (sha256(one.text) !== one.textSha256) throw wrong('has a text that was changed');
    }
  });
}

/**
 * Makes a collection of an exported file, with all that was kept of it: the whole of it, or nothing. It gets its old
 * id where that is free.
 *
 * @throws DomainError 400 or 422 naming the first place that is not as it was exported
 */
export async function importArchive(
  bytes: Uint8Array
): Promise<{ id: string; title: string; documents: number }> {
  const { collection, registry, documents: all } = parseArchive(bytes);
  const { db } = await openLibrary();
  const id = await db.transaction(async (tx) => {
    const [taken] = await tx
      .select({ id: collections.id })
      .from(collections)
      .where(eq(collections.id, collection.id));
    const free = isStoredId(collection.id) && !taken;
    const own = free ? collection.id : newCollectionId(collection.title);
    await tx.insert(collections).values({
      ...collection,
      id: own,
      // Unlike any that a collection of this id may have had before.
      revision: Math.floor(Date.now() / 1000),
      createdAt: new Date(collection.createdAt),
      changedAt: new Date(collection.changedAt)
    });
    await tx.delete(registryChanges).where(eq(registryChanges.collection, own));
    for (let from = 0; from < registry.length; from += 100) {
      const part = registry.slice(from, from + 100);
      await tx.insert(registryChanges).values(part.map((entry) => ({ collection: own, ...entry })));
    }
    for (const [index, { versions, ...document }] of all.entries()) {
      await tx.insert(documents).values({
        ...document,
        collection: own,
        position: index + 1,
        createdAt: new Date(document.createdAt),
        changedAt: new Date(document.changedAt)
      });
      await insertVersions(
        tx,
        versions.map((version) => ({
          ...version,
          ...searchColumns(version.text),
          collection: own,
          document: document.id,
          raw: Buffer.from(version.raw, 'base64'),
          createdAt: new Date(version.createdAt)
        }))
      );
    }
    return own;
  });
  libraryChanged();
  return { id, title: collection.title, documents: all.length };
}
