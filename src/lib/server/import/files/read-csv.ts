import { parse, CsvError } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { decodeText } from '../decode-text';
import { MEDIA_TYPES } from '../detect-kind';
import { importError } from '../import-error';
import type { ImportedDocument } from '../imported-document';
import { LIMITS, sizeText } from '../limits';
import type { ReadInput } from './read-input';
import { checkIsText, checkTextSize } from './read-text';
import { findColumns, LONG_TEXT } from './table-columns';
import { documentsOf, type TableRow } from './table-documents';

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** The line that spreadsheets write for one another: which delimiter they used. */
const SPREADSHEET = /^sep=([,;\t|])(?:\r\n|\n|\r)/i;

/** The delimiter that the header has most of, outside quotes. */
function delimiterOf(text: string): string {
  const header = text.slice(0, 20_000).split(/\r\n|\n|\r/, 1)[0] ?? '';
  const bare = header.replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((mark) => bare.split(mark).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}

interface ParsedRecord {
  readonly record: readonly string[];
  readonly raw: string;
}

function recordsOf(whole: string, name: string): ParsedRecord[] {
  const said = SPREADSHEET.exec(whole);
  const text = said ? whole.slice(said[0].length) : whole;
  try {
    return parse(text, {
      delimiter: said?.[1] ?? delimiterOf(text),
      raw: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: LIMITS.record,
      record_delimiter: ['\r\n', '\n', '\r']
    }) as unknown as ParsedRecord[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code === 'CSV_MAX_RECORD_SIZE') {
      throw importError(
        'too-large',
        `${name} has a row of more than ${sizeText(LIMITS.record)}: a quotation mark may not be closed.`,
        413
      );
    }
    const line = typeof error.lines === 'number' ? ` near line ${error.lines}` : '';
    throw importError(
      'broken',
      `${name} cannot be read as CSV${line}: a quotation mark may not be closed. Save it again from a spreadsheet.`
    );
  }
}

/** A row without the line breaks that end it. */
function withoutBreaks(raw: string): string {
  let end = raw.length;
  while (raw[end - 1] === '\n' || raw[end - 1] === '\r') end--;
  return raw.slice(0, end);
}

/** A table of documents, one a row, with a header that names the columns. */
export function readCsv(input: ReadInput): ImportedDocument[] {
  checkTextSize(input);
  const { text, encoding, notices } = decodeText(input.bytes, [input.charset]);
  checkIsText(text, input.name);
  const [header, ...records] = recordsOf(text, input.name);
  if (!header || records.length === 0) {
    throw importError('no-text', `${input.name} has no rows below its header: add a row for each document.`);
  }
  if (header.record.length > LIMITS.columns) {
    throw importError(
      'too-large',
      `${input.name} has ${header.record.length} columns, and ${LIMITS.columns} are possible.`,
      413
    );
  }
  const columns = findColumns(
    header.record,
    records.map(({ record }) => record),
    input.name
  );
  const textColumn = columns.get('text') ?? 0;
  if ((header.record[textColumn] ?? '').length >= LONG_TEXT) {
    throw importError(
      'no-header',
      `${input.name} begins with a text and not with the names of its columns: put a first row above it, with "text" over the texts.`
    );
  }
  const head = withoutBreaks(header.raw);
  const rows = records.map(({ record, raw }, index): TableRow => ({
    row: index + 1,
    value: (field) => {
      const column = columns.get(field);
      return (column === undefined ? undefined : record[column]) || null;
    },
    // The header makes the row a table that can be read on its own.
    bytes: () => new Uint8Array(iconv.encode(`${head}\n${withoutBreaks(raw)}\n`, encoding))
  }));
  return documentsOf(rows, input, { mediaType: MEDIA_TYPES.csv, encoding, notices });
}
