/** Which figures a reader wants to see: from the address, back into it. */
import type { FigureAudit } from '$lib/analysis/audit-schema';
import { LONGEST_SEARCH } from './search-words';
import { choiceOf, wholeNumber } from './url-state';

export type FigureKind = FigureAudit['kind'];
/** 'one': no other text names it; 'several': at least one other does; 'differ': one names another number of the unit. */
export type FigureReach = 'any' | 'one' | 'several' | 'differ';
export type FigureSort = 'kind' | 'text';

export interface FigureFilter {
  /** Words that must all stand in a sentence that names the figure. */
  readonly search: string;
  readonly kind: FigureKind | null;
  /** The document that must name it. */
  readonly by: string | null;
  readonly reach: FigureReach;
  readonly sort: FigureSort;
  /** Counted from 1. */
  readonly page: number;
}

export const ALL_FIGURES: FigureFilter = {
  search: '',
  kind: null,
  by: null,
  reach: 'any',
  sort: 'kind',
  page: 1
};

/** Kinds of figures in the order of the list. */
export const FIGURE_KINDS: readonly { readonly id: FigureKind; readonly name: string }[] = [
  { id: 'people', name: 'People' },
  { id: 'count', name: 'Things' },
  { id: 'money', name: 'Money' },
  { id: 'share', name: 'Shares' },
  { id: 'size', name: 'Sizes and measures' },
  { id: 'date', name: 'Dates' },
  { id: 'time', name: 'Times of day' },
  { id: 'span', name: 'Spans of time' },
  { id: 'age', name: 'Ages' },
  { id: 'votes', name: 'Votes' },
  { id: 'number', name: 'Numbers alone' }
];

/** Reads a filter from an address; what is unknown or mistyped is as if it were not there. */
export function parseFigureFilter(query: URLSearchParams): FigureFilter {
  const by = query.get('by') ?? '';
  return {
    search: (query.get('q') ?? '').trim().slice(0, LONGEST_SEARCH),
    kind: FIGURE_KINDS.find(({ id }) => id === query.get('kind'))?.id ?? null,
    by: by === '' ? null : by,
    reach: choiceOf(query.get('in'), ['any', 'one', 'several', 'differ'] as const, ALL_FIGURES.reach),
    sort: choiceOf(query.get('sort'), ['kind', 'text'] as const, ALL_FIGURES.sort),
    page: wholeNumber(query.get('page'), 1, 1e6)
  };
}

/** Reads a filter from the fields of its form, which have the names of the address. */
export function figureFilterOfFields(fields: Iterable<readonly [string, unknown]>): FigureFilter {
  const query = new URLSearchParams();
  for (const [name, value] of fields) if (typeof value === 'string') query.append(name, value);
  return parseFigureFilter(query);
}

/** The query for a filter, starting with `?`; what is at its default is left out. */
export function figureQuery(filter: Partial<FigureFilter>): string {
  const state = { ...ALL_FIGURES, ...filter };
  const query = new URLSearchParams();
  if (state.search !== '') query.set('q', state.search);
  if (state.kind !== null) query.set('kind', state.kind);
  if (state.by !== null) query.set('by', state.by);
  if (state.reach !== 'any') query.set('in', state.reach);
  if (state.sort !== 'kind') query.set('sort', state.sort);
  if (state.page > 1) query.set('page', String(state.page));
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** True when something is left out by the filter; order and page leave nothing out. */
export function isFiguresFiltered(filter: FigureFilter): boolean {
  return figureQuery({ ...filter, sort: ALL_FIGURES.sort, page: 1 }) !== '';
}
