/** The documents of a collection as a table to correct: what was typed, what is lacking, what is sent. */
import { formatNumber } from './format';
import { FIELD_LABELS, fieldProblem } from './import-fields';
import { plain } from './library';

/** A document as it is stored. */
export interface TableRow {
  readonly id: string;
  readonly title: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly words: number;
  readonly file: string;
  /** Of the file, counted from 1; null where it was a file of its own. */
  readonly row: number | null;
  /** What a reader should know of it, a sentence each. */
  readonly remarks: readonly string[];
}

export const TABLE_FIELDS = ['title', 'author', 'publisher', 'published'] as const;
export type TableField = (typeof TABLE_FIELDS)[number];

/** What was typed and differs from what is stored, by id and field. */
export type TableEdits = Readonly<Record<string, Readonly<Partial<Record<TableField, string>>>>>;

/** A field of a row as the table shows it. */
export function valueOf(row: TableRow, edits: TableEdits, field: TableField): string {
  return edits[row.id]?.[field] ?? row[field] ?? '';
}

/** What a document is called in the table. */
export function rowName(row: TableRow, edits: TableEdits): string {
  const title = valueOf(row, edits, 'title').trim();
  if (title !== '') return title;
  return row.row === null ? row.file : `${row.file}, row ${formatNumber(row.row)}`;
}

/** The edits with one more; what is typed back to what is stored is none. */
export function withEdit(edits: TableEdits, row: TableRow, field: TableField, typed: string): TableEdits {
  const { [field]: _old, ...others } = edits[row.id] ?? {};
  const same = typed.trim() === (row[field] ?? '');
  const own = same ? others : { ...others, [field]: typed };
  const { [row.id]: _own, ...rest } = edits;
  return Object.keys(own).length === 0 ? rest : { ...rest, [row.id]: own };
}

/** The rows among these that say nothing in a field. */
export function lacking(rows: readonly TableRow[], edits: TableEdits, field: TableField): TableRow[] {
  return rows.filter((row) => valueOf(row, edits, field).trim() === '');
}

/** The edits with a value in every one of these rows. */
export function fillIn(
  rows: readonly TableRow[],
  edits: TableEdits,
  field: TableField,
  value: string
): TableEdits {
  const all = { ...edits };
  for (const row of rows) {
    const { [row.id]: own = {} } = withEdit({ [row.id]: all[row.id] ?? {} }, row, field, value);
    if (Object.keys(own).length === 0) Reflect.deleteProperty(all, row.id);
    else all[row.id] = own;
  }
  return all;
}

export const TABLE_SHOWS = [
  { id: 'all', text: 'all' },
  { id: 'remarked', text: 'remarked' },
  { id: 'lacking', text: 'incomplete' },
  { id: 'changed', text: 'changed' }
] as const;
export type TableShow = (typeof TABLE_SHOWS)[number]['id'];

function isShown(row: TableRow, edits: TableEdits, show: TableShow): boolean {
  switch (show) {
    case 'all':
      return true;
    case 'remarked':
      return row.remarks.length > 0;
    case 'lacking':
      // As it is stored: a row must not vanish while it is filled in.
      return TABLE_FIELDS.some((field) => (row[field] ?? '') === '');
    case 'changed':
      return row.id in edits;
  }
}

/** The rows of a kind that hold all of some words in what is known of them, as stored. */
export function chooseRows(
  rows: readonly TableRow[],
  edits: TableEdits,
  words: string,
  show: TableShow
): TableRow[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    if (!isShown(row, edits, show)) return false;
    const about = plain([row.title, row.author, row.publisher, row.published, row.file].join(' '));
    return wanted.every((word) => about.includes(word));
  });
}

/** The first thing that keeps the corrections from being saved, with the name of its document; null when nothing does. */
export function tableProblem(rows: readonly TableRow[], edits: TableEdits): string | null {
  for (const row of rows) {
    for (const field of TABLE_FIELDS) {
      const typed = edits[row.id]?.[field];
      const problem = typed === undefined ? null : fieldProblem(field, typed);
      if (problem !== null) return `${rowName(row, edits)}, ${FIELD_LABELS[field]}: ${problem}`;
    }
  }
  return null;
}

/** What is sent to be saved: for every changed document its changed fields, null for what is stated no more. */
export function changesOf(
  edits: TableEdits
): (Partial<Record<TableField, string | null>> & { id: string })[] {
  return Object.entries(edits).map(([id, own]) => ({
    id,
    ...Object.fromEntries(Object.entries(own).map(([field, typed]) => [field, typed.trim() || null]))
  }));
}
