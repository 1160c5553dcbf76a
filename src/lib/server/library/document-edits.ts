/** Correcting what is known about a document of a stored collection. */
import * as v from 'valibot';
import { openLibrary, tables } from '../db';
import { DomainError } from '../domain-error';
import { isDocument, isVersion, noDocument } from './document-place';
import { parseChange, storableLine } from './fields';
import { touchCollection } from './stored-collections';
import { libraryChanged } from './version';

const { documents, documentVersions } = tables;

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
      v.minValue(1, 'must be 1 or more'),
      // As large as the column can hold.
      v.maxValue(2_147_483_647, 'is no number of a version')
    )
  })
);

/**
 * Corrects what is known about a document, or says which of its versions is audited; what is left out stays.
 *
 * @throws DomainError 400 when a field is not as it should be or none is there, 404 when there is no such
 *   document or version
 */
export async function editDocument(collection: string, document: string, raw: unknown): Promise<void> {
  const edit = parseChange(DocumentEditSchema, raw);
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
