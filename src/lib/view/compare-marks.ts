/** What is drawn in one of the columns: every mark of the layers that are switched on. */
import type { SharedClaim } from './compare-claims';
import type { CompareState } from './compare-state';
import type { CompareView } from './compare-view';
import { SET_ASIDE } from './document';
import { holderTag, SHARED, type LayerLook } from './highlights';
import type { Range, Run } from './passages';

export interface CompareMark extends Range {
  readonly look: LayerLook | 'target' | 'aside';
  readonly title?: string;
  /** Stands before the marked words, apart from them: whose words they are. */
  readonly tag?: string;
  /** The shared claim that is made here: its number leads the words. */
  readonly claim: SharedClaim | null;
}

/** The shared claim an address names, by its key or by the id it has in this result. */
export function claimNamed(view: CompareView, name: string | null): SharedClaim | null {
  return view.shared.find(({ key, id }) => key === name || id === name) ?? null;
}

/** The marks of a column that stand whatever is stepped to; `layers` are those switched on. */
export function compareMarks(view: CompareView, column: number, layers: readonly string[]): CompareMark[] {
  const document = view.columns[column];
  if (!document) return [];
  const looks = new Map(view.layers.map(({ id, look }) => [id, look]));
  const asides = document.excluded
    .filter(({ reason }) => reason !== 'title')
    .map(({ start, end, reason }) => ({
      start,
      end,
      look: 'aside' as const,
      title: `Set aside: ${SET_ASIDE[reason]}`,
      claim: null
    }));
  const claims = (layers.includes(SHARED) ? view.shared : []).flatMap((claim) =>
    (claim.places[column] ?? []).map(({ start, end }) => ({ start, end, claim, look: 'solid' as const }))
  );
  const findings = document.findings
    .filter(({ layer }) => layers.includes(layer))
    .map((finding): CompareMark => {
      const { start, end, layer, note } = finding;
      const tag = holderTag(finding);
      return { start, end, look: looks.get(layer) ?? 'over', title: note, claim: null, ...(tag && { tag }) };
    });
  return [...asides, ...claims, ...findings];
}

/**
 * What is marked in a column just now: the places of the shared claim, or the place that is stepped to.
 *
 * @param marked the shared claim that is marked in all columns: the chosen one, or the one that is looked at
 */
export function compareTargets(
  view: CompareView,
  column: number,
  { at, on }: Pick<CompareState, 'at' | 'on'>,
  marked: SharedClaim | null
): CompareMark[] {
  const document = view.columns[column];
  if (marked) {
    // Its number leads the words in its own layer; where that is off, it does so here.
    const claim = on.includes(SHARED) ? null : marked;
    return (marked.places[column] ?? []).map(({ start, end }) => ({ start, end, look: 'target', claim }));
  }
  return at && at.document === document?.id && at.start < at.end
    ? [{ start: at.start, end: at.end, look: 'target', claim: null }]
    : [];
}

function sameMark(x: CompareMark, y: CompareMark): boolean {
  return (
    x === y ||
    (x.start === y.start &&
      x.end === y.end &&
      x.look === y.look &&
      x.claim === y.claim &&
      x.title === y.title &&
      x.tag === y.tag)
  );
}

function sameRuns(x: readonly Run<CompareMark>[], y: readonly Run<CompareMark>[]): boolean {
  return (
    x.length === y.length &&
    x.every((run, i) => {
      const other = y[i]!;
      return (
        run.start === other.start &&
        run.text === other.text &&
        run.marks.length === other.marks.length &&
        run.marks.every((mark, k) => sameMark(mark, other.marks[k]!))
      );
    })
  );
}

/**
 * Remembers the runs of a column line by line: a line whose runs say the same as the last time gets the very same
 * list again, so that what draws it has nothing to do.
 */
export function keeper(): (
  lines: readonly (readonly Run<CompareMark>[])[]
) => readonly (readonly Run<CompareMark>[])[] {
  let last: readonly (readonly Run<CompareMark>[])[] = [];
  return (lines) => {
    last = lines.map((runs, i) => {
      const before = last[i];
      return before && sameRuns(before, runs) ? before : runs;
    });
    return last;
  };
}
