/** What is known of a document that is imported: its fields, what is wrong with them, and filling many at once. */
import { METADATA, type ImportDraft, type MetadataField } from './import';
import { textOf } from './import-blocks';

export const FIELD_LABELS: Readonly<Record<MetadataField, string>> = {
  title: 'Title',
  author: 'Author',
  publisher: 'Publisher',
  published: 'Published',
  canonical: 'Address',
  language: 'Language'
};

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** What is wrong with a field, as a sentence; null when nothing is. */
export function fieldProblem(field: MetadataField, text: string): string | null {
  const value = text.trim();
  if (value === '') return null;
  if (value.length > 500 && field !== 'canonical') return 'Use at most 500 letters.';
  if (field === 'published' && !isDay(value)) return 'Write a day as year-month-day, such as 2024-03-05.';
  if (field === 'canonical' && (!/^https?:\/\//i.test(value) || !URL.canParse(value))) {
    return 'Write an address that begins with https:// or http://.';
  }
  if (field === 'language' && !/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(value)) {
    return 'Write a language as a tag, such as en or en-GB.';
  }
  return null;
}

/** The first thing that keeps a document from being saved; null when nothing does. */
export function draftProblem(draft: ImportDraft): string | null {
  if (!draft.wanted) return null;
  for (const field of METADATA) {
    const problem = fieldProblem(field, draft.fields[field]);
    if (problem) return `${FIELD_LABELS[field]}: ${problem}`;
  }
  if (draft.preview.blocks !== null && (textOf(draft) ?? '').trim() === '') {
    return 'Nothing is left of this text: keep at least one block, or leave the document out.';
  }
  return null;
}

/** Those among documents that will be saved and say nothing in a field. */
export function draftsLacking(drafts: readonly ImportDraft[], field: MetadataField): ImportDraft[] {
  return drafts.filter((draft) => draft.wanted && draft.fields[field].trim() === '');
}

/** The documents with a value in a field wherever they say nothing in it. */
export function fillDrafts(
  drafts: readonly ImportDraft[],
  field: MetadataField,
  value: string
): ImportDraft[] {
  const empty = new Set(draftsLacking(drafts, field));
  return drafts.map((draft) =>
    empty.has(draft) ? { ...draft, fields: { ...draft.fields, [field]: value } } : draft
  );
}
