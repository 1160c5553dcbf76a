/** What a reader of documents side by side has chosen, to the address and back. */
import { GHOSTS, MOST_COLUMNS } from './compare-view';
import { CONFLICTS, SHARED, type Layer } from './highlights';
import type { Range } from './passages';

/** A place in one of the columns. */
export interface PlaceIn extends Range {
  /** Id of the document. */
  readonly document: string;
}

export interface CompareState {
  /** The shared claim, or the claim of a ghost line, that is marked; its key. */
  readonly claim: string | null;
  /** The place that is marked; an empty range is that of a ghost line. */
  readonly at: PlaceIn | null;
  readonly together: boolean;
  /** Layers that are switched on. */
  readonly on: readonly string[];
  /** Ghost lines also for what only one other document says. */
  readonly widely: boolean;
}

/** Switched on when an address says nothing: what the comparison is about. */
export const DEFAULT_COMPARE_LAYERS: readonly string[] = [SHARED, CONFLICTS, GHOSTS];

const COLUMN_NAMES = ['a', 'b', 'c', 'd'] as const;

/**
 * The documents an address asks for, each once, in order; filled up to two from the collection. Unknown ids are
 * kept, so that a page can say that they are not there.
 */
export function columnsFromUrl(params: URLSearchParams, all: readonly string[]): string[] {
  const asked = COLUMN_NAMES.flatMap((name) => params.get(name) || []);
  const ids = [...new Set(asked)].slice(0, MOST_COLUMNS);
  for (const id of all) if (ids.length < 2 && !ids.includes(id)) ids.push(id);
  return ids;
}

/** The changes to an address that put these documents side by side; what was marked goes. */
export function columnsToUrl(ids: readonly string[]): Record<string, string | null> {
  const columns = COLUMN_NAMES.map((name, index) => [name, ids[index] ?? null] as const);
  return { ...Object.fromEntries(columns), claim: null, at: null };
}

function placeOf(text: string | null): PlaceIn | null {
  const match = /^(.+)~(\d{1,9})-(\d{1,9})$/su.exec(text ?? '');
  const [document, start, end] = [match?.[1], Number(match?.[2]), Number(match?.[3])];
  return document !== undefined && start <= end ? { document, start, end } : null;
}

/** Reads the state from an address; what it does not say, or says wrongly, is at its default. */
export function compareState(params: URLSearchParams, layers: readonly Layer[]): CompareState {
  const asked = params.get('layers')?.split(',') ?? DEFAULT_COMPARE_LAYERS;
  return {
    claim: params.get('claim'),
    at: placeOf(params.get('at')),
    together: params.get('together') !== 'no',
    on: layers.filter(({ id }) => asked.includes(id)).map(({ id }) => id),
    widely: params.get('ghosts') === 'all'
  };
}

/** The changes to an address that a change of state makes; defaults leave no trace. */
export function compareChanges(change: Partial<CompareState>): Record<string, string | null> {
  const changes: Record<string, string | null> = {};
  if (change.claim !== undefined) changes.claim = change.claim;
  if (change.at !== undefined)
    changes.at = change.at && `${change.at.document}~${change.at.start}-${change.at.end}`;
  if (change.together !== undefined) changes.together = change.together ? null : 'no';
  if (change.widely !== undefined) changes.ghosts = change.widely ? 'all' : null;
  if (change.on !== undefined) {
    const { on } = change;
    const isDefault =
      on.length === DEFAULT_COMPARE_LAYERS.length && DEFAULT_COMPARE_LAYERS.every((id) => on.includes(id));
    changes.layers = isDefault ? null : on.join(',');
  }
  return changes;
}
