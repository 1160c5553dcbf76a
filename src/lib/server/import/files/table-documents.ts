import { publishedDay } from '../article/published-day';
import { DomainError } from '../../domain-error';
import { textBlocks } from '../blocks';
import { importError } from '../import-error';
import type { ImportedDocument, ImportNotice, RefusedItem } from '../imported-document';
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

const NO_TEXT = 'has no text';

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

/** What a row's own error says, without the place that stands before it anyway. */
function reasonOf(error: DomainError, place: string): string {
  return error.message.replace(`${place} `, '').split(':', 1)[0]!;
}

function skippedNotice(skipped: readonly RefusedItem[], name: string): ImportNotice {
  const what = skipped.every(({ why }) => why === NO_TEXT) ? ' without a text' : '';
  return {
    code: 'rows-skipped',
    message: `${skipped.length} ${skipped.length === 1 ? 'row' : 'rows'} of ${name}${what} ${skipped.length === 1 ? 'was' : 'were'} skipped.`,
    refused: skipped
  };
}

/**
 * One document for each row that has a text. A row that has none, or too much, is skipped and named.
 *
 * @param refused rows that could not be read at all
 * @throws DomainError when no row has a text, or there are too many
 */
export function documentsOf(
  rows: readonly TableRow[],
  input: ReadInput,
  { mediaType, encoding, notices }: { mediaType: string; encoding: string; notices: readonly ImportNotice[] },
  refused: readonly (RefusedItem & { readonly row: number })[] = []
): ImportedDocument[] {
  if (rows.length > LIMITS.documents) {
    throw importError(
      'too-large',
      `${input.name} has ${rows.length} rows, and ${LIMITS.documents} are possible: cut it into parts.`,
      413
    );
  }
  if (!rows.some((row) => (row.value('text') ?? '').trim() !== '')) {
    throw importError('no-text', `${input.name} has no row with a text: check which column holds the texts.`);
  }
  const documents: ImportedDocument[] = [];
  const skipped = [...refused];
  let problem: DomainError | null = null;
  for (const row of rows) {
    const name = `row ${row.row}`;
    if ((row.value('text') ?? '').trim() === '') {
      skipped.push({ row: row.row, name, why: NO_TEXT });
      continue;
    }
    try {
      documents.push(documentOf(row, input, mediaType, encoding));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      problem ??= error;
      skipped.push({ row: row.row, name, why: reasonOf(error, `${input.name}, ${name}`) });
    }
  }
  const [first, ...rest] = documents;
  if (!first) throw problem!;
  const about: ImportNotice[] = [...notices];
  if (skipped.length > 0) {
    const inOrder = [...skipped].sort((a, b) => a.row - b.row).map(({ name, why }) => ({ name, why }));
    about.push(skippedNotice(inOrder, input.name));
  }
  return [{ ...first, notices: [...about, ...first.notices] }, ...rest];
}
