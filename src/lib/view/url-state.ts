/** View state lives in the URL, so that a link leads to exactly this view. */
import { parseMarked, writeMarked, type Marked } from './brush';
import { decodeTarget, encodeTarget, type EvidenceTarget } from './evidence';
import { parseSourceFilter, sourceFilterQuery, type SourceFilter } from './filter-sources';
import { METRIC_GROUPS, type MetricGroup } from './metric-groups';
import type { VoiceChoice } from './metrics';

export type { VoiceChoice };

export type StanceSort = 'disagreement' | 'given';

export interface ViewState {
  readonly voice: VoiceChoice;
  /** The metrics that are shown; null for all. */
  readonly group: MetricGroup | null;
  /** The sources that are shown; null for all. */
  readonly sources: SourceFilter | null;
  /** The shown sources are compared by themselves; of no effect while all are shown. */
  readonly anew: boolean;
  /** The source or claim that is marked wherever it stands; null for none. */
  readonly mark: Marked | null;
  readonly sort: StanceSort;
  /** The contested claim whose row is open. */
  readonly open: string | null;
  /** What the evidence panel shows; null when it is closed. */
  readonly evidence: EvidenceTarget | null;
}

export const DEFAULT_VIEW: ViewState = {
  voice: 'all',
  group: null,
  sources: null,
  anew: false,
  mark: null,
  sort: 'disagreement',
  open: null,
  evidence: null
};

const VOICES: readonly VoiceChoice[] = ['all', 'both', 'author', 'attributed'];
const SORTS: readonly StanceSort[] = ['disagreement', 'given'];

/** Reads a choice; anything unknown is the default, so that an old or mistyped link still opens. */
export function choiceOf<T extends string>(value: string | null, choices: readonly T[], otherwise: T): T {
  return choices.find((choice) => choice === value) ?? otherwise;
}

/** Reads a whole number from an address; the least where it is none. */
export function wholeNumber(text: string | null, least: number, most: number): number {
  return text !== null && /^\d{1,6}$/.test(text) ? Math.max(least, Math.min(most, Number(text))) : least;
}

/** Reads the state of an overview from its query. */
export function parseViewState(query: URLSearchParams): ViewState {
  const evidence = query.get('evidence');
  return {
    voice: choiceOf(query.get('voice'), VOICES, DEFAULT_VIEW.voice),
    group: METRIC_GROUPS.find(({ id }) => id === query.get('group'))?.id ?? null,
    sources: parseSourceFilter(query),
    anew: query.get('anew') === '1' && parseSourceFilter(query) !== null,
    mark: parseMarked(query.get('mark')),
    sort: choiceOf(query.get('sort'), SORTS, DEFAULT_VIEW.sort),
    open: query.get('open'),
    evidence: evidence === null ? null : decodeTarget(evidence)
  };
}

/** Whether a view shows what only the whole overview holds: a voice, the open row of a contested claim, or evidence. */
export function asksForRest({
  voice,
  open,
  evidence
}: Pick<ViewState, 'voice' | 'open' | 'evidence'>): boolean {
  return voice !== DEFAULT_VIEW.voice || open !== null || evidence !== null;
}

/** The query for a state, starting with `?`; what is at its default is left out. */
export function viewQuery(state: ViewState): string {
  const query = new URLSearchParams();
  if (state.voice !== DEFAULT_VIEW.voice) query.set('voice', state.voice);
  if (state.group !== null) query.set('group', state.group);
  if (state.sources !== null) query.set(...sourceFilterQuery(state.sources));
  if (state.anew && state.sources !== null) query.set('anew', '1');
  if (state.mark !== null) query.set('mark', writeMarked(state.mark));
  if (state.sort !== DEFAULT_VIEW.sort) query.set('sort', state.sort);
  if (state.open !== null) query.set('open', state.open);
  if (state.evidence !== null) query.set('evidence', encodeTarget(state.evidence));
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** The query of a view without evidence, with this evidence open. */
export function withEvidence(query: string, target: EvidenceTarget): string {
  return `${query === '' ? '?' : `${query}&`}evidence=${encodeURIComponent(encodeTarget(target))}`;
}

/**
 * The query of another view with some parameters changed (null removes one), starting with `?`.
 * For pages with parameters of their own; the rest of the query is kept.
 */
export function withQuery(query: URLSearchParams, changes: Readonly<Record<string, string | null>>): string {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) next.delete(name);
    else next.set(name, value);
  }
  const text = next.toString();
  return text === '' ? '' : `?${text}`;
}
