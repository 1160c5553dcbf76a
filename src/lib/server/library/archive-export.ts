/** Writes a whole collection as one file; `archive-import` takes it back to the byte. */
import { and, asc, eq } from 'drizzle-orm';
import { libraryIfAny, openLibrary, tables } from '../db';
import { ARCHIVE_SCHEMA_ID, type Archive, type ArchivedDocument } from './archive-schema';
import { openBundled } from './bundled';
import { isIn } from './document-place';
import { sha256 } from './load-collection';
import { readJournal } from './registry-journal';
import { isStoredId, openStored } from './stored-collections';

const { collections, documents, documentVersions } = tables;

/** When nobody wrote down when. */
const NEVER = new Date(0).toISOString();

/** A file of the corpus: the text is what came. */
function bundledDocuments(id: string): ArchivedDocument[] {
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
      createdAt: NEVER,
      changedAt: NEVER,
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
          createdAt: NEVER
        }
      ]
    })
  );
}

/** What is kept of a collection beside its documents and its registry. */
async function headOf(id: string): Promise<Archive['collection']> {
  if (!isStoredId(id)) {
    const { title, question, description, contested } = openBundled(id);
    return {
      id,
      title,
      question,
      description,
      createdAt: NEVER,
      changedAt: NEVER,
      contested: contested as Archive['collection']['contested']
    };
  }
  const { title, question, description, contested } = await openStored(id);
  const { db } = await openLibrary();
  const [row] = await db.select().from(collections).where(eq(collections.id, id));
  const at = (moment: Date | undefined): string => moment?.toISOString() ?? NEVER;
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
    // Deleted for good meanwhile: half a document would make the whole file unreadable.
    if (!versions.some(({ n }) => n === row.version)) continue;
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
