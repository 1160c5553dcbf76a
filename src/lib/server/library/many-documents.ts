/** Documents of a stored collection corrected many at a time: after an import too large to be looked through before. */
import { and, asc, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { libraryIfAny, openLibrary, tables, type Queries } from '../db';
import { DomainError } from '../domain-error';
import { isCurrentVersion, isIn, noDocument } from './document-place';
import { parseFields, storableLine } from './fields';
import { touchCollection } from './stored-collections';
import { FactsSchema } from './document-edits';
import { moveDocuments } from './trash';
import { libraryChanged } from './version';

const { documents, documentVersions } = tables;

/** As many as one file can bring. */
const MOST = 5_000;

const id = v.pipe(
  v.string('must be the id of a document'),
  v.maxLength(200, 'is too long for an id'),
  v.transform(storableLine)
);
const ids = v.optional(v.pipe(v.array(id), v.maxLength(MOST, `must name at most ${MOST} documents`)), []);

const ManyEditsSchema = v.strictObject({
  changes: v.optional(
    v.pipe(
      v.array(v.strictObject({ id, ...v.partial(FactsSchema).entries })),
      v.maxLength(MOST, `must hold at most ${MOST} corrections`),
      v.check((all) => new Set(all.map((one) => one.id)).size === all.length, 'must name a document once')
    ),
    []
  ),
  trash: ids,
  restore: ids
});

const FACTS = Object.keys(FactsSchema.entries) as (keyof typeof FactsSchema.entries)[];
type Change = v.InferOutput<typeof ManyEditsSchema>['changes'][number];

function missing(collection: string, wanted: readonly string[], there: readonly { id: string }[]): void {
  const found = new Set(there.map((one) => one.id));
  const none = wanted.find((one) => !found.has(one));
  if (none !== undefined) throw noDocument(collection, none);
}

/** One statement for all: the embedded database has one connection, which pages wait for. */
async function correct(queries: Queries, collection: string, changes: readonly Change[], now: Date) {
  if (changes.length === 0) return;
  const stated = Object.fromEntries(
    FACTS.map((name) => [
      name,
      sql`case when jsonb_exists(e, ${name}) then e->>${name} else ${documents[name]} end`
    ])
  );
  const changed = await queries
    .update(documents)
    .set({ ...stated, changedAt: now })
    .from(sql`jsonb_array_elements(${JSON.stringify(changes)}::jsonb) as e`)
    .where(and(isIn(collection), sql`${documents.id} = e->>'id'`))
    .returning({ id: documents.id });
  missing(
    collection,
    changes.map((one) => one.id),
    changed
  );
}

async function move(queries: Queries, collection: string, some: readonly string[], back: boolean, now: Date) {
  if (some.length > 0) missing(collection, some, await moveDocuments(queries, collection, some, back, now));
}

/**
 * Corrects what is known of many documents of a collection, puts some in the trash and takes some out of it again: all
 * of it, or nothing.
 *
 * @param raw `changes`: each the `id` of a document and what is to be said of it, what is left out stays; `trash` and
 *   `restore`: ids
 * @throws DomainError 400 when it is not as described, 404 naming a document that is not there
 */
export async function editDocuments(collection: string, raw: unknown): Promise<void> {
  const { changes, trash, restore } = parseFields(ManyEditsSchema, raw);
  if (changes.length + trash.length + restore.length === 0)
    throw new DomainError('invalid-request', 'There is nothing to change: name a document.');
  const { db } = await openLibrary();
  const now = new Date();
  await db.transaction(async (tx) => {
    await touchCollection(tx, collection, now);
    await correct(tx, collection, changes, now);
    await move(tx, collection, trash, false, now);
    await move(tx, collection, restore, true, now);
  });
  libraryChanged();
}

/** A document as it is corrected among many. */
export interface DocumentToCorrect {
  readonly id: string;
  readonly title: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly words: number;
  /** The file it came from, and its row there, from 1; null where it was a file of its own. */
  readonly file: string;
  readonly row: number | null;
  /** What a reader should know of it, a sentence each. */
  readonly remarks: readonly string[];
}

/** What an import says with the first document of a file is about the file. */
const OF_THE_FILE: ReadonlySet<string> = new Set([
  'rows-skipped',
  'dates-unread',
  'members-skipped',
  'encoding-guessed'
]);

/** The documents of a stored collection outside the trash, in order, with what was remarked when they were read. */
export async function listForCorrection(collection: string): Promise<DocumentToCorrect[]> {
  const database = await libraryIfAny();
  if (database === null) return [];
  const rows = await database.db
    .select({
      id: documents.id,
      title: documents.title,
      author: documents.author,
      publisher: documents.publisher,
      published: documents.published,
      words: documentVersions.words,
      file: documentVersions.originName,
      row: documentVersions.originRow,
      notices: documentVersions.notices,
      textSha256: documentVersions.textSha256
    })
    .from(documents)
    .innerJoin(documentVersions, isCurrentVersion)
    .where(isIn(collection))
    .orderBy(asc(documents.position));
  const first = new Map<string, string>();
  return rows.map(({ notices, textSha256, ...row }) => {
    const twin = first.get(textSha256);
    if (twin === undefined) first.set(textSha256, row.title ?? row.file);
    const own = notices.filter(({ code }) => row.row === null || !OF_THE_FILE.has(code));
    const remarks = own.map(({ message }) => message);
    return {
      ...row,
      remarks: twin === undefined ? remarks : [...remarks, `The same text as “${twin}” above.`]
    };
  });
}
