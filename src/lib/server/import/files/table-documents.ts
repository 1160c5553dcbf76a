import { publishedDay } from '../article/published-day';
import { textBlocks } from '../blocks';
import { importError } from '../import-error';
import type { ImportedDocument, ImportNotice } from '../imported-document';
import { LIMITS } from '../limits';
import { makeDocument } from '../make-document';
import type { Field } from './table-columns';
import type { ReadInput } from './read-input';

export interface TableRow {
  /** Counted from 1, without the header. */
  readonly row: number;
  value(field: Field): string | null;
  /** The row as a file of its own. */
  bytes(): Uint8Array;
}

const webAddress = (text: string | null): string | null =>
  text !== null && /^https?:\/\//i.test(text.trim()) && URL.canParse(text.trim())
    ? new URL(text.trim()).href
    : null;

function documentOf(row: TableRow, input: ReadInput, mediaType: string, encoding: string): ImportedDocument {
  return makeDocument({
    raw: { bytes: row.bytes(), mediaType, encoding },
    origin: { name: input.name, row: row.row, address: input.address },
    blocks: textBlocks(row.value('text') ?? ''),
    metadata: {
      title: row.value('title'),
      author: row.value('author'),
      publisher: row.value('publisher'),
      published: publishedDay(row.value('published')),
      canonical: webAddress(row.value('canonical')),
      language: row.value('language')
    }
  });
}

/**
 * One document for each row that has a text.
 *
 * @throws DomainError when no row has one, or there are too many
 */
export function documentsOf(
  rows: readonly TableRow[],
  input: ReadInput,
  { mediaType, encoding, notices }: { mediaType: string; encoding: string; notices: readonly ImportNotice[] }
): ImportedDocument[] {
  if (rows.length > LIMITS.documents) {
    throw importError(
      'too-large',
      `${input.name} has ${rows.length} rows, and ${LIMITS.documents} are possible: cut it into parts.`,
      413
    );
  }
  const full = rows.filter((row) => (row.value('text') ?? '').trim() !== '');
  if (full.length === 0) {
    throw importError('no-text', `${input.name} has no row with a text: check which column holds the texts.`);
  }
  const documents = full.map((row) => documentOf(row, input, mediaType, encoding));
  const [first, ...rest] = documents as [ImportedDocument, ...ImportedDocument[]];
  const about: ImportNotice[] = [...notices];
  if (full.length < rows.length) {
    const empty = rows.length - full.length;
    about.push({
      code: 'rows-skipped',
      message: `${empty} ${empty === 1 ? 'row' : 'rows'} of ${input.name} without a text ${empty === 1 ? 'was' : 'were'} skipped.`
    });
  }
  return [{ ...first, notices: [...about, ...first.notices] }, ...rest];
}
