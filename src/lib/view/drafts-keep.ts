/** From and to the library's import: files that become texts of a comparison, and a comparison that is kept. */
import { addText, MOST_TEXTS, nameOfFile, type Drafts } from './drafts';
import type { OwnResult } from './drafts-request';
import { plural } from './format';
import type { ImportDraft, ImportSource } from './import';
import { textOf } from './import-blocks';
import { readSource, saveSources, type Way } from './import-request';
import { claimOf, fieldsOf } from './registry-form';
import { shorten } from './sources';

/** What became of a file: the drafts with its texts, and what a reader should know. */
export interface FileAdded {
  readonly drafts: Drafts;
  readonly remarks: readonly string[];
}

/** Puts what was read of a file into the form, as far as there is room. */
export function addFile(drafts: Drafts, file: string, read: readonly ImportDraft[]): FileAdded {
  let next = drafts;
  let left = 0;
  for (const document of read) {
    const text = textOf(document) ?? '';
    const name = document.fields.title || nameOfFile(document.preview.name);
    const added = addText(
      next,
      read.length > 1 || document.fields.title ? shorten(name, 80) : nameOfFile(file),
      text
    );
    if (added === next) left += 1;
    next = added;
  }
  const remarks = read
    .flatMap(({ preview }) => preview.notices.map((notice) => ({ ...notice, name: preview.name })))
    .filter(({ code }) => code !== 'little-text')
    .map(({ message, name, refused }) => `${refused ? file : name}: ${message}`);
  if (left === 0) return { drafts: next, remarks: [...new Set(remarks)] };
  const none = left === read.length;
  const what = none
    ? `${file}: there are ${MOST_TEXTS} texts already.`
    : `${file}: the last ${plural(left, 'document')} found no room: there are ${MOST_TEXTS} texts. Import the file to compare more.`;
  return { drafts: next, remarks: none ? [what] : [...new Set(remarks), what] };
}

/** A name for the collection that a comparison is kept as: what its first texts are called. */
export function keptTitle(documents: OwnResult['documents']): string {
  const names = documents.flatMap(({ title }) => (title ? [shorten(title, 60)] : []));
  const [first, second] = names;
  if (!first) return 'Your own texts';
  const others = documents.length - (second ? 2 : 1);
  const and = others === 0 ? '' : ` and ${plural(others, 'other')}`;
  return `${[first, second].filter(Boolean).join(', ')}${and}`;
}

/**
 * Keeps a comparison as a collection of the library: its texts under their names, and its claims.
 *
 * @returns the id of the collection
 * @throws Error whose message is for the reader; the browser's own error when it is cancelled
 */
export async function keepTexts({ documents, request }: OwnResult, way: Way): Promise<string> {
  const sources: ImportSource[] = [];
  for (const { id, title, text } of documents) {
    const name = title ?? `Text ${sources.length + 1}`;
    const read = await readSource({ kind: 'text', name, bytes: new Blob([text]) }, way);
    const drafts = read.drafts.map((draft) => ({ ...draft, fields: { ...draft.fields, title: name } }));
    sources.push({ ...read, id, kind: 'text', state: 'ready', sent: null, problem: null, drafts });
  }
  const collection = await saveSources(sources, { newTitle: keptTitle(documents) }, way);
  const path = `/api/v1/collections/${encodeURIComponent(collection)}/contested`;
  // The texts are kept by now: a claim that is refused is none the worse for it.
  for (const [since, { statement }] of (request.claims ?? []).entries()) {
    const change = { kind: 'add', claim: claimOf(fieldsOf(null, statement)) };
    const answer = await way.post(path, {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ change, since }),
      signal: way.signal
    });
    if (!answer.ok) break;
  }
  return collection;
}
