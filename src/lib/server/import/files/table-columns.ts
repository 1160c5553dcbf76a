/** Which column of a table holds what, by the names that such tables use. */
import { importError } from '../import-error';

export type Field = 'text' | 'title' | 'author' | 'publisher' | 'published' | 'canonical' | 'language';

/** The plainest name first: a table with both `text` and `abstract` has its text in the former. */
const NAMES: Readonly<Record<Field, string>> = {
  text:
    'text articlebody articletext fulltext bodytext body content maintext plaintext cleantext article story ' +
    'contents document transcript',
  title: 'title headline articletitle heading subject',
  author: 'author authors byline by creator writer writtenby',
  publisher: 'publisher publication outlet newspaper sitename site sourcename source newssource media domain',
  published:
    'published publishedat publisheddate publishdate publicationdate datepublished datepublish pubdate ' +
    'publicationtime date datetime timestamp',
  canonical: 'canonical url link address articleurl weburl permalink href',
  language: 'language lang locale'
};

const plainName = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** A column of unnamed texts has at least this many characters in most rows. */
export const LONG_TEXT = 200;
/** Rows that are looked at to find it. */
const SAMPLE = 50;

function longColumn(columns: readonly string[], rows: readonly (readonly string[])[]): number {
  const sample = rows.slice(0, SAMPLE);
  const long = columns.flatMap((_, column) => {
    const texts = sample.filter((row) => (row[column] ?? '').length >= LONG_TEXT).length;
    return texts * 2 > sample.length ? [column] : [];
  });
  return long.length === 1 ? long[0]! : -1;
}

/**
 * Finds the columns. The text is found by its name or, where no name fits, as the only column of long texts.
 *
 * @throws DomainError naming the columns there are, when none holds texts
 */
export function findColumns(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  place: string
): ReadonlyMap<Field, number> {
  const names = columns.map(plainName);
  const found = new Map<Field, number>();
  for (const [field, wanted] of Object.entries(NAMES) as [Field, string][]) {
    const column = wanted
      .split(' ')
      .map((name) => names.indexOf(name))
      .find((index) => index >= 0);
    if (column !== undefined) found.set(field, column);
  }
  if (!found.has('text')) {
    const column = longColumn(columns, rows);
    if (column >= 0) found.set('text', column);
  }
  if (found.has('text')) return found;
  const shown = columns.slice(0, 12).map((name) => `"${name.slice(0, 40)}"`);
  throw importError(
    'no-text-column',
    `${place} has no column that is known to hold texts (it has ${shown.join(', ')}${columns.length > 12 ? ', …' : ''}): call that column "text". "title", "author", "publisher", "published", "url" and "language" are read too.`
  );
}
