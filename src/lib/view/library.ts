/** The library in words: collections in order, tasks as sentences. */
import { formatNumber, plural } from './format';

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
function plain(text: string): string {
  return text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
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
