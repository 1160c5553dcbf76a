import { orderOfDates, publishedDay, type DateOrder } from '../article/published-day';
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

interface Reading {
  readonly input: ReadInput;
  readonly mediaType: string;
  readonly encoding: string;
  /** What the dates of the whole table tell of one that may be read two ways. */
  readonly order: DateOrder | null;
}

function documentOf(row: TableRow, { input, mediaType, encoding, order }: Reading): ImportedDocument {
  return makeDocument({
    raw: { bytes: row.bytes(), mediaType, encoding },
    origin: { name: input.name, row: row.row, address: input.address },
    blocks: textBlocks(row.value('text') ?? ''),
    metadata: {
      title: row.value('title'),
      author: row.value('author'),
      publisher: row.value('publisher'),
      published: publishedDay(row.value('published'), order),
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

/** Dates that stand in the table and in no document; without a word they would seem not to be there. */
function unreadDates(rows: readonly TableRow[], order: DateOrder | null): RefusedItem[] {
  return rows.flatMap((row) => {
    const date = row.value('published')?.trim() ?? '';
    const unread = date !== '' && publishedDay(date, order) === null;
    return unread ? [{ name: `row ${row.row}`, why: `the date “${date.slice(0, 40)}”` }] : [];
  });
}

const datesNotice = (refused: readonly RefusedItem[], name: string): ImportNotice => ({
  code: 'dates-unread',
  message: `${refused.length === 1 ? 'The date of 1 row' : `The dates of ${refused.length} rows`} of ${name} could not be read, or can be read two ways: write such dates as year-month-day.`,
  refused
});

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
  const order = orderOfDates(rows.map((row) => row.value('published')));
  const reading = { input, mediaType, encoding, order };
  let problem: DomainError | null = null;
  for (const row of rows) {
    const name = `row ${row.row}`;
    if ((row.value('text') ?? '').trim() === '') {
      skipped.push({ row: row.row, name, why: NO_TEXT });
      continue;
    }
    try {
      documents.push(documentOf(row, reading));
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
  const read = new Set(documents.map(({ origin }) => origin.row));
  const unread = unreadDates(
    rows.filter(({ row }) => read.has(row)),
    order
  );
  if (unread.length > 0) about.push(datesNotice(unread, input.name));
  return [{ ...first, notices: [...about, ...first.notices] }, ...rest];
}
