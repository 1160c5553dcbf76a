/** Which claims a reader wants to see: from the address, back into it, and applied. */
import type { Voice } from '$lib/analysis/audit-schema';
import type { ClaimEntry } from './claims-entries';
import { folded, LONGEST_SEARCH, searchWords } from './search-words';
import { choiceOf, wholeNumber } from './url-state';

export type ClaimSort = 'sources' | 'text' | 'checkable';

export interface ClaimFilter {
  /** Words that must all stand in the claim, in any case. */
  readonly search: string;
  /** 0: any number of sources; 1: only one; more: at least so many. */
  readonly spread: number;
  /** Documents that must make the claim. */
  readonly saidBy: readonly string[];
  /** True when no other document may make it. */
  readonly only: boolean;
  /** Documents that must not make it. */
  readonly leftOutBy: readonly string[];
  /** Somebody makes it in this voice. */
  readonly voice: Voice | null;
  readonly conflict: boolean;
  readonly sort: ClaimSort;
  /** Counted from 1. */
  readonly page: number;
}

export const ALL_CLAIMS: ClaimFilter = {
  search: '',
  spread: 0,
  saidBy: [],
  only: false,
  leftOutBy: [],
  voice: null,
  conflict: false,
  sort: 'sources',
  page: 1
};

export const CLAIM_SORTS: readonly { readonly id: ClaimSort; readonly name: string }[] = [
  { id: 'sources', name: 'Most sources first' },
  { id: 'text', name: 'In the order of the texts' },
  { id: 'checkable', name: 'Easiest to check first' }
];

const MOST_SPREAD = 200;

/** Reads a filter from an address; what is unknown or mistyped is as if it were not there. */
export function parseClaimFilter(query: URLSearchParams): ClaimFilter {
  const ids = (name: string) => [...new Set(query.getAll(name).filter((id) => id !== ''))];
  const voice = choiceOf(query.get('voice'), ['', 'author', 'attributed'] as const, '');
  const saidBy = ids('by');
  return {
    search: (query.get('q') ?? '').trim().slice(0, LONGEST_SEARCH),
    spread: wholeNumber(query.get('sources'), 0, MOST_SPREAD),
    saidBy,
    only: saidBy.length > 0 && query.get('only') === 'yes',
    leftOutBy: ids('not-by'),
    voice: voice === '' ? null : voice,
    conflict: query.get('conflict') === 'yes',
    sort: choiceOf(
      query.get('sort'),
      CLAIM_SORTS.map(({ id }) => id),
      ALL_CLAIMS.sort
    ),
    page: wholeNumber(query.get('page'), 1, 1e6)
  };
}

/** Reads a filter from the fields of its form, which have the names of the address. */
export function filterOfFields(fields: Iterable<readonly [string, unknown]>): ClaimFilter {
  const query = new URLSearchParams();
  for (const [name, value] of fields) if (typeof value === 'string') query.append(name, value);
  return parseClaimFilter(query);
}

/** The query for a filter, starting with `?`; what is at its default is left out. */
export function claimQuery(filter: Partial<ClaimFilter>): string {
  const state = { ...ALL_CLAIMS, ...filter };
  const query = new URLSearchParams();
  if (state.search !== '') query.set('q', state.search);
  if (state.spread > 0) query.set('sources', String(state.spread));
  for (const id of state.saidBy) query.append('by', id);
  if (state.only && state.saidBy.length > 0) query.set('only', 'yes');
  for (const id of state.leftOutBy) query.append('not-by', id);
  if (state.voice !== null) query.set('voice', state.voice);
  if (state.conflict) query.set('conflict', 'yes');
  if (state.sort !== ALL_CLAIMS.sort) query.set('sort', state.sort);
  if (state.page > 1) query.set('page', String(state.page));
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** True when something is left out by the filter; order and page leave nothing out. */
export function isFiltered(filter: ClaimFilter): boolean {
  return claimQuery({ ...filter, sort: ALL_CLAIMS.sort, page: 1 }) !== '';
}

const SEARCHED = new WeakMap<ClaimEntry, string>();

/** The words of a claim that a search looks through; folded once, however often a reader types. */
function searched(entry: ClaimEntry): string {
  const known = SEARCHED.get(entry);
  if (known !== undefined) return known;
  const text = folded([entry.label, ...entry.statements.map(({ quote }) => quote)].join('\n'));
  SEARCHED.set(entry, text);
  return text;
}

/** Statements shown with a claim because a word that is searched for stands in them. */
const MOST_FOUND = 3;

/**
 * Where the words that are searched for stand when they are not all in the label: the first statements that hold
 * one of the missing words. Empty when the label says it all.
 */
export function foundIn(
  { label, statements }: Pick<ClaimEntry, 'label'> & { statements: readonly { readonly quote: string }[] },
  search: string
): number[] {
  const text = folded(label);
  const missing = searchWords(search).filter((word) => !text.includes(word));
  const found: number[] = [];
  for (const [index, { quote }] of statements.entries()) {
    if (missing.length === 0 || found.length === MOST_FOUND) break;
    const words = folded(quote);
    if (missing.some((word) => words.includes(word))) found.push(index);
  }
  return found;
}

/** The claims a filter leaves, in its order; all of them, whatever the page. */
export function filterClaims(
  entries: readonly ClaimEntry[],
  filter: ClaimFilter,
  order: readonly string[]
): ClaimEntry[] {
  const words = searchWords(filter.search);
  const wanted = (entry: ClaimEntry): boolean => {
    const by = new Set(entry.makers.map(({ document }) => document));
    if (filter.spread === 1 ? by.size !== 1 : by.size < filter.spread) return false;
    if (filter.saidBy.some((id) => !by.has(id)) || filter.leftOutBy.some((id) => by.has(id))) return false;
    if (filter.only && by.size !== filter.saidBy.length) return false;
    if (filter.conflict && entry.conflicts.length === 0) return false;
    if (filter.voice !== null && !entry.statements.some(({ voice }) => voice === filter.voice)) return false;
    if (words.length === 0) return true;
    const text = searched(entry);
    return words.every((word) => text.includes(word));
  };
  return sortClaimEntries(entries.filter(wanted), filter.sort, order);
}

/** Claims in the asked order; equal ones stand where their first words stand in the texts. */
export function sortClaimEntries(
  entries: readonly ClaimEntry[],
  sort: ClaimSort,
  order: readonly string[]
): ClaimEntry[] {
  const place = new Map(order.map((id, index) => [id, index]));
  const first = ({ statements: [statement] }: ClaimEntry): [number, number] =>
    statement ? [place.get(statement.document) ?? order.length, statement.start] : [order.length, 0];
  const rank: Readonly<Record<ClaimSort, (entry: ClaimEntry) => number>> = {
    sources: ({ makers }) => makers.length,
    checkable: ({ checkable }) => checkable,
    text: () => 0
  };
  return entries
    .map((entry) => ({ entry, rank: rank[sort](entry), first: first(entry) }))
    .sort((a, b) => b.rank - a.rank || a.first[0] - b.first[0] || a.first[1] - b.first[1])
    .map(({ entry }) => entry);
}
