/**
 * Writing a whole collection as one file, and making a collection of such a file again. Both ways stand in one
 * file because each is read against the other: what one writes, the other must take back to the byte.
 */
import { and, asc, eq } from 'drizzle-orm';
import { libraryIfAny, openLibrary, tables } from '../db';
import { DomainError } from '../domain-error';
import { sha256Of } from '../import/make-document';
import { ArchiveSchema, ARCHIVE_SCHEMA_ID, type Archive, type ArchivedDocument } from './archive-schema';
import { openBundled } from './bundled';
import { isIn } from './document-place';
import { sha256 } from './load-collection';
import { readJournal } from './registry-journal';
import { newCollectionId } from './slug';
import { parseFields } from './fields';
import { isStoredId, openStored } from './stored-collections';
import { insertVersions, searchColumns } from './stored-versions';
import { libraryChanged } from './version';

const { collections, documents, documentVersions, registryChanges } = tables;

/** Base64 is a third larger than bytes, and texts stand beside the bytes they were read from. */
export const LARGEST_ARCHIVE = 300 * 1024 ** 2;

/** A file of the corpus: the text is what came, and nobody wrote down when. */
function bundledDocuments(id: string): ArchivedDocument[] {
  const never = new Date(0).toISOString();
  return openBundled(id).documents.map(
    ({ text, file, title, author, publisher, published, note, ...rest }) => ({
      id: rest.id
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, ''),
      version: 1,
      title,
      author,
      publisher,
      published,
      canonical: null,
      language: null,
      note,
      createdAt: never,
      changedAt: never,
      versions: [
        {
          n: 1,
          raw: Buffer.from(text, 'utf8').toString('base64'),
          rawSha256: sha256(text),
          mediaType: 'text/plain',
          encoding: 'utf-8',
          originName: file,
          originRow: null,
          originAddress: null,
          text,
          textSha256: sha256(text),
          dropped: [],
          notices: [],
          createdAt: never
        }
      ]
    })
  );
}

async function headOf(id: string): Promise<Archive['collection']> {
  if (!isStoredId(id)) {
    const { title, question, description, contested } = openBundled(id);
    const never = new Date(0).toISOString();
    return {
      id,
      title,
      question,
      description,
      createdAt: never,
      changedAt: never,
      contested: contested as Archive['collection']['contested']
    };
  }
  const { title, question, description, contested } = await openStored(id);
  const { db } = await openLibrary();
  const [row] = await db.select().from(collections).where(eq(collections.id, id));
  const at = (moment: Date | undefined): string => (moment ?? new Date(0)).toISOString();
  return {
    id,
    title,
    question,
    description,
    createdAt: at(row?.createdAt),
    changedAt: at(row?.changedAt),
    contested: contested as Archive['collection']['contested']
  };
}

/** The documents of a stored collection one after the other, so that no more than one is in memory. */
async function* storedDocuments(id: string): AsyncGenerator<ArchivedDocument> {
  const database = await libraryIfAny();
  if (database === null) return;
  const { db } = database;
  const rows = await db.select().from(documents).where(isIn(id)).orderBy(asc(documents.position));
  for (const row of rows) {
    const versions = await db
      .select()
      .from(documentVersions)
      .where(and(eq(documentVersions.collection, id), eq(documentVersions.document, row.id)))
      .orderBy(asc(documentVersions.n));
    const { collection: _, position: _position, deletedAt: _deletedAt, about: _about, ...known } = row;
    yield {
      ...known,
      createdAt: row.createdAt.toISOString(),
      changedAt: row.changedAt.toISOString(),
      versions: versions.map((version) => ({
        n: version.n,
        raw: Buffer.from(version.raw).toString('base64'),
        rawSha256: version.rawSha256,
        mediaType: version.mediaType,
        encoding: version.encoding,
        originName: version.originName,
        originRow: version.originRow,
        originAddress: version.originAddress,
        text: version.text,
        textSha256: version.textSha256,
        dropped: [...version.dropped],
        notices: [...version.notices],
        createdAt: version.createdAt.toISOString()
      }))
    };
  }
}

/**
 * A whole collection as one file of JSON: documents with every version and the bytes they came from, and the registry
 * with its history. The trash stays behind. The same collection gives the same bytes.
 *
 * @throws DomainError 404 when there is no such collection
 */
export async function exportArchive(id: string): Promise<ReadableStream<Uint8Array>> {
  const collection = await headOf(id);
  const registry = await readJournal(id);
  const all = isStoredId(id) ? storedDocuments(id) : bundledDocuments(id);
  async function* pieces(): AsyncGenerator<string> {
    const head = JSON.stringify({ schema: ARCHIVE_SCHEMA_ID, collection, registry });
    yield `${head.slice(0, -1)},"documents":[`;
    let before = '';
    for await (const document of all) {
      yield `${before}\n${JSON.stringify(document)}`;
      before = ',';
    }
    yield '\n]}\n';
  }
  const source = pieces();
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await source.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    }
  });
}

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
  const seen = new Set<string>();
  archive.documents.forEach(({ id, version, versions }, index) => {
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
  return archive;
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
