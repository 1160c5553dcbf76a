/** The library in words: collections in order, tasks as sentences. */
import { formatDate, formatNumber, plural } from './format';

/** A collection as the library lists it. */
export interface LibraryCollection {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly documents: number;
  readonly problem: string | null;
  readonly stored: boolean;
  /** ISO 8601; null for files. */
  readonly changedAt: string | null;
}

/** Work that goes on in the background. */
export interface LibraryTask {
  readonly id: string;
  readonly kind: 'import' | 'audit';
  readonly title: string;
  readonly collection: string;
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  readonly done: number;
  readonly total: number | null;
  readonly problem: string | null;
  /** What an import left out, and why; absent where it is not known. */
  readonly refused?: readonly { readonly name: string; readonly why: string }[] | null;
  /** How many that were, where fewer are listed. */
  readonly refusedCount?: number;
}

export const SORTS = [
  { id: 'changed', text: 'last changed' },
  { id: 'title', text: 'title' },
  { id: 'documents', text: 'most sources' }
] as const;
export type Sort = (typeof SORTS)[number]['id'];

/** The order an address asks for; the usual one where it asks for none. */
export function readSort(text: string | null): Sort {
  return SORTS.find(({ id }) => id === text)?.id ?? 'changed';
}

/** Letters without case and accents, by code point: the same order on every computer. */
export function plain(text: string): string {
  return text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Titles that more than one collection has, which only the time of their last change tells apart. */
export function sharedTitles(items: readonly Pick<LibraryCollection, 'title'>[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { title } of items) (seen.has(title) ? shared : seen).add(title);
  return shared;
}

/** When a collection was changed last: the day, and the time of day where that is asked for. */
export function changedText(iso: string, withTime: boolean): string {
  const day = `changed ${formatDate(iso.slice(0, 10))}`;
  return withTime ? `${day}, ${iso.slice(11, 16)} UTC` : day;
}

/** Collections in the order asked for; those that are files have no date and come last by date. */
export function sortCollections<Item extends LibraryCollection>(items: readonly Item[], sort: Sort): Item[] {
  const compare: Readonly<Record<Sort, (a: Item, b: Item) => number>> = {
    changed: (a, b) => byText(b.changedAt ?? '', a.changedAt ?? ''),
    title: () => 0,
    documents: (a, b) => b.documents - a.documents
  };
  return [...items].sort(
    (a, b) => compare[sort](a, b) || byText(plain(a.title), plain(b.title)) || byText(a.id, b.id)
  );
}

/** A document as the page of its collection lists it. */
export interface LibraryDocument {
  readonly id: string;
  readonly title: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly note: string | null;
  readonly version: number;
  readonly words: number;
  readonly file: string;
  /** Not in the one language that is measured. */
  readonly foreign?: boolean;
}

export const DOCUMENT_SORTS = [
  { id: 'added', text: 'as added' },
  { id: 'title', text: 'title' },
  { id: 'published', text: 'newest' },
  { id: 'words', text: 'longest' }
] as const;
export type DocumentSort = (typeof DOCUMENT_SORTS)[number]['id'];

/** The order of documents that an address asks for; as they were added where it asks for none. */
export function readDocumentSort(text: string | null): DocumentSort {
  return DOCUMENT_SORTS.find(({ id }) => id === text)?.id ?? 'added';
}

/** Thousands of forms at once are slow to draw: so many documents are shown at a time. */
export const DOCUMENTS_AT_A_TIME = 100;

/** How many documents an address asks for: where no script runs, a link has more of them shown. */
export function readMost(text: string | null): number {
  const asked = /^\d{1,6}$/.test(text ?? '') ? Number(text) : 0;
  return Math.max(DOCUMENTS_AT_A_TIME, asked);
}

/** What a document is called. */
export function documentName({ title, file }: Pick<LibraryDocument, 'title' | 'file'>): string {
  return title ?? file;
}

/**
 * The documents that have all of some words in their title, author, publisher or note, in the order asked for; those
 * without a date come last by date.
 */
export function chooseDocuments<Item extends LibraryDocument>(
  items: readonly Item[],
  words: string,
  sort: DocumentSort
): Item[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  const found = items.filter((item) => {
    const { author, publisher, note, file } = item;
    const about = plain([documentName(item), author, publisher, note, file].filter(Boolean).join(' '));
    return wanted.every((word) => about.includes(word));
  });
  const compare: Readonly<Record<DocumentSort, (a: Item, b: Item) => number>> = {
    added: () => 0,
    title: (a, b) => byText(plain(documentName(a)), plain(documentName(b))),
    published: (a, b) => byText(b.published ?? '', a.published ?? ''),
    words: (a, b) => b.words - a.words
  };
  return found.sort(compare[sort]);
}

/** Where a collection's name leads: an empty one has no overview to show. */
export function hrefOfCollection({ id, documents, stored }: LibraryCollection): string {
  const name = encodeURIComponent(id);
  return stored && documents === 0 ? `/library/${name}` : `/collections/${name}`;
}

export function isOver({ state }: Pick<LibraryTask, 'state'>): boolean {
  return state === 'done' || state === 'failed' || state === 'cancelled';
}

/** How a task stands, as a sentence. */
export function taskSentence({ kind, title, state, done, total, problem }: LibraryTask): string {
  const what = kind === 'import' ? `Import of ${title}` : `Audit of “${title}”`;
  const count = plural(total ?? done, 'document');
  const some = `${formatNumber(done)} of ${count}`;
  switch (state) {
    case 'waiting':
      return done > 0 ? `${what}: waiting to go on, ${some} so far.` : `${what}: waiting.`;
    case 'running':
      if (total === null) return `${what}: reading the file.`;
      return kind === 'audit' && done >= total ? `${what}: comparing ${count}.` : `${what}: ${some}.`;
    case 'done':
      return `${what}: done, ${count}.`;
    case 'cancelled':
      return done > 0 && kind === 'import' ? `${what}: cancelled; ${some} stay.` : `${what}: cancelled.`;
    case 'failed':
      return `${what} failed. ${problem ?? ''}`.trim();
  }
}
