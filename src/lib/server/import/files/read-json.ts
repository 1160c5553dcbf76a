import { DomainError } from '../../domain-error';
import { decodeText } from '../decode-text';
import { MEDIA_TYPES } from '../detect-kind';
import { importError } from '../import-error';
import type { ImportedDocument } from '../imported-document';
import type { ReadInput } from './read-input';
import { checkIsText, checkTextSize } from './read-text';
import { findColumns } from './table-columns';
import { documentsOf, type TableRow } from './table-documents';

type Fields = Readonly<Record<string, unknown>>;

interface Line {
  readonly row: number;
  readonly fields: Fields;
  readonly source: string;
}

const isFields = (value: unknown): value is Fields =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

const MOST_COLUMNS = 500;

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) {
    const names = value
      .map((item) => (isFields(item) ? item.name : item))
      .filter((item) => typeof item === 'string');
    return names.length > 0 ? names.join(', ') : null;
  }
  return isFields(value) && typeof value.name === 'string' ? value.name : null;
}

function documentsFrom(
  lines: readonly Line[],
  input: ReadInput,
  mediaType: string,
  refused: Parameters<typeof documentsOf>[3] = []
): ImportedDocument[] {
  const names = [...new Set(lines.flatMap(({ fields }) => Object.keys(fields)))].slice(0, MOST_COLUMNS);
  const values = lines.map(({ fields }) => names.map((name) => textOf(fields[name]) ?? ''));
  const columns = findColumns(names, values, input.name);
  const rows = lines.map(({ row, source }, index): TableRow => ({
    row,
    value: (field) => {
      const column = columns.get(field);
      return (column === undefined ? undefined : values[index]![column]) || null;
    },
    bytes: () => new TextEncoder().encode(`${source}\n`)
  }));
  return documentsOf(rows, input, { mediaType, encoding: 'utf-8', notices: [] }, refused);
}

function parse(source: string, place: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    throw importError('broken', `${place} is not JSON: check its quotation marks and commas.`);
  }
}

/** Of lines that are not JSON objects; a file with more of them is something else, or was cut off. */
const BROKEN_SHARE = 0.1;

function lineOf(source: string, row: number, name: string): Line {
  const place = `${name}, line ${row},`;
  const fields = parse(source, place);
  if (isFields(fields)) return { row, fields, source };
  throw importError('broken', `${place} is not a JSON object: write one object with a "text" on each line.`);
}

/** JSON Lines: one object a line, one document an object. A few broken lines are skipped and named. */
export function readJsonl(input: ReadInput): ImportedDocument[] {
  checkTextSize(input);
  const { text } = decodeText(input.bytes, [input.charset]);
  checkIsText(text, input.name);
  const lines: Line[] = [];
  const broken: { row: number; name: string; why: string }[] = [];
  let problem: DomainError | null = null;
  text.split('\n').forEach((line, index) => {
    const source = line.trim();
    if (source === '') return;
    const row = index + 1;
    try {
      lines.push(lineOf(source, row, input.name));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      problem ??= error;
      broken.push({ row, name: `line ${row}`, why: 'is not a JSON object' });
    }
  });
  if (problem && broken.length > lines.length * BROKEN_SHARE) throw problem as DomainError;
  if (lines.length === 0)
    throw importError('no-text', `${input.name} has no lines to read: write one JSON object a line.`);
  return documentsFrom(lines, input, MEDIA_TYPES.jsonl, broken);
}

/** JSON: one document, a list of them, or an object with a list called `documents`. */
export function readJson(input: ReadInput): ImportedDocument[] {
  checkTextSize(input);
  const { text } = decodeText(input.bytes, [input.charset]);
  checkIsText(text, input.name);
  const value = parse(text, input.name);
  const listed = isFields(value) && Array.isArray(value.documents) ? value.documents : value;
  const items: unknown[] = Array.isArray(listed) ? listed : [listed];
  const lines = items.map((fields, index): Line => {
    if (!isFields(fields)) {
      throw importError(
        'broken',
        `${input.name}, entry ${index + 1}, is not a JSON object: give each document a "text".`
      );
    }
    return { row: index + 1, fields, source: JSON.stringify(fields) };
  });
  if (lines.length === 0) throw importError('no-text', `${input.name} lists no documents.`);
  return documentsFrom(lines, input, MEDIA_TYPES.json);
}
