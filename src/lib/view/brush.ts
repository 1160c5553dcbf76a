/** Marking one source or one claim wherever it stands on a page. */
import type { EvidenceTarget } from './evidence';
import type { OverviewSlice } from './slices';

/** What a reader has marked. */
export interface Marked {
  readonly kind: 'source' | 'claim';
  readonly id: string;
}

/** Everything on the page that a mark brings out. */
export interface Brushed {
  readonly sources: ReadonlySet<string>;
  readonly claims: ReadonlySet<string>;
  /** True for a claim: of a mark that stands for several sources, all must make it. */
  readonly together: boolean;
}

export const NOTHING_BRUSHED: Brushed = { sources: new Set(), claims: new Set(), together: false };

/** Reads what `writeMarked` wrote; null for anything else. */
export function parseMarked(text: string | null): Marked | null {
  const [, kind, id] = /^(source|claim):(.+)$/u.exec(text ?? '') ?? [];
  return id === undefined ? null : { kind: kind === 'claim' ? 'claim' : 'source', id };
}

/** A mark as one string, for an address and for the attribute that names what an element is about. */
export function writeMarked({ kind, id }: Marked): string {
  return `${kind}:${id}`;
}

/** What a mark brings out: a source itself; a claim and all sources that make, report or dispute it. */
export function brushedBy(
  marked: Marked | null,
  overview: Pick<OverviewSlice, 'claims' | 'contested'>
): Brushed {
  if (marked === null) return NOTHING_BRUSHED;
  if (marked.kind === 'source') {
    return { sources: new Set([marked.id]), claims: new Set(), together: false };
  }
  const shared = overview.claims.find(({ id, key }) => key === marked.id || id === marked.id);
  const contested = overview.contested
    .find(({ id }) => id === marked.id)
    ?.cells.flatMap(({ stance, document }) => (stance === 'silent' ? [] : [document]));
  return {
    sources: new Set(shared?.documents ?? contested ?? []),
    claims: new Set(shared ? [shared.id, shared.key] : [marked.id]),
    together: true
  };
}

/** The sources that a mark on a chart speaks of; none for one that counts over all of them. */
export function sourcesOf(target: EvidenceTarget | null): readonly string[] {
  switch (target?.kind) {
    case 'overlap':
      return [target.a, target.b];
    case 'set':
      return target.documents;
    case 'claim':
    case undefined:
      return [];
    default:
      return target?.document ? [target.document] : [];
  }
}

/**
 * True when a mark that speaks of these sources is to be brought out.
 *
 * @param alone the mark speaks of these sources and no other: of a claim that others make too it says nothing
 */
export function isBrushed(
  sources: readonly string[],
  { sources: brushed, together }: Brushed,
  alone = false
): boolean {
  if (sources.length === 0 || brushed.size === 0) return false;
  if (alone && together && sources.length !== brushed.size) return false;
  return together ? sources.every((id) => brushed.has(id)) : sources.some((id) => brushed.has(id));
}

/** What a mark on a chart marks when it is pointed at: its source, or the claim it is about; pairs mark nothing. */
export function markedBy(target: EvidenceTarget | null): Marked | null {
  if (target?.kind === 'claim') return { kind: 'claim', id: target.claim };
  const [only, ...more] = sourcesOf(target);
  return only !== undefined && more.length === 0 ? { kind: 'source', id: only } : null;
}
