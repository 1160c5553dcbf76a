/** Two to four documents side by side: what they share, what only one of them says, what is marked in each. */
import type { Audit, DocumentAudit, Overlap } from '$lib/analysis/audit-schema';
import { claimEntries } from './claims-entries';
import { onlyIn, sharedClaims, type OnlyHere, type SharedClaim } from './compare-claims';
import { ghostsOf, type Ghost } from './compare-ghosts';
import { joinWords } from './format';
import {
  CONFLICTS,
  CONTESTED,
  SHARED,
  layersOf,
  type Finding,
  type Layer,
  type MetricName
} from './highlights';
import { CONFLICT_WORDS, findingsOf } from './highlights-findings';
import { byPlace, type Range } from './passages';
import { letterOf } from './sources';

export const MOST_COLUMNS = 4;
/** The layer of ghost lines: what the others say and this one leaves out. */
export const GHOSTS = 'ghosts';

/** Layers that come from metrics and are offered beside what the comparison itself finds. */
const METRIC_LAYERS: readonly string[] = ['loaded-language', 'hedging', 'attribution'];

/** What a column needs of a document to draw its whole text. */
export interface ComparedText {
  readonly id: string;
  readonly text: string;
  readonly headings: readonly Range[];
  readonly excluded: readonly {
    start: number;
    end: number;
    reason: DocumentAudit['excluded'][number]['reason'];
  }[];
  /** Charged words, hedges, attributions, contested claims and differing figures, in text order. */
  readonly findings: readonly Finding[];
  readonly ghosts: readonly Ghost[];
  readonly only: readonly OnlyHere[];
}

export interface CompareView {
  readonly columns: readonly ComparedText[];
  readonly shared: readonly SharedClaim[];
  /** Every pair of columns whose overlap was measured, seen from the left one. */
  readonly overlaps: readonly Overlap[];
  readonly layers: readonly Layer[];
}

/** The overlap of a pair as seen from `a`, whichever way round the result holds it. */
export function overlapOf(audit: Audit, a: string, b: string): Overlap | null {
  const pair = audit.comparison.overlap.find(
    (item) => (item.a === a && item.b === b) || (item.a === b && item.b === a)
  );
  if (!pair) return null;
  return pair.a === a ? pair : { ...pair, a, b, aInB: pair.bInA, bInA: pair.aInB };
}

/** Figures, dates and denials that differ between the columns, as findings of one of them. */
function conflictFindings(
  shared: readonly SharedClaim[],
  document: DocumentAudit,
  letters: ReadonlyMap<string, string>
): Finding[] {
  return shared.flatMap(({ key, conflicts }) =>
    conflicts.flatMap(({ values, verdict }) =>
      values
        .filter((value) => value.document === document.id)
        .map(({ start, end }) => {
          const others = values
            .filter((value) => value.document !== document.id)
            .map((value) => `${letters.get(value.document) ?? value.document} has “${value.quote}”`);
          const around = document.statements.find((item) => item.start <= start && item.end >= end);
          return {
            start,
            end,
            layer: CONFLICTS,
            rule: `claim/${key}`,
            note: `${joinWords([...new Set(others)])}. ${CONFLICT_WORDS[verdict]}`,
            voice: around?.voice ?? ('author' as const),
            holder: around?.holder ?? null
          };
        })
    )
  );
}

/** The layers a comparison offers, in the order of the legend. */
function compareLayers(
  columns: readonly ComparedText[],
  shared: readonly SharedClaim[],
  names: readonly MetricName[]
): Layer[] {
  const findings = columns.flatMap((column) => column.findings);
  const counted = layersOf(
    findings,
    names.filter(({ id }) => METRIC_LAYERS.includes(id))
  );
  const layer = (id: string) => counted.find((item) => item.id === id);
  const metrics = METRIC_LAYERS.flatMap((id) => layer(id) ?? []);
  const several = columns.reduce(
    (sum, { ghosts }) => sum + ghosts.filter((ghost) => ghost.several).length,
    0
  );
  const all = columns.reduce((sum, { ghosts }) => sum + ghosts.length, 0);
  return [
    {
      ...layer(SHARED)!,
      description: 'Statements of different documents that say the same, joined by a number and a ribbon',
      count: shared.length
    },
    {
      ...layer(CONFLICTS)!,
      description: 'Figures, dates and denials of the same matter that differ between these documents'
    },
    {
      id: GHOSTS,
      label: 'Left out here',
      description:
        'Lines that stand where a document leaves out what the others say; they are not part of it',
      look: 'ghost',
      count: several > 0 ? several : all
    },
    ...metrics,
    layer(CONTESTED)!
  ];
}

/**
 * The part of a result that some documents side by side show; null when there are fewer than two, more than
 * {@link MOST_COLUMNS}, one twice, or one that is not in it.
 *
 * @param names the metrics' labels and questions
 */
export function compareView(
  audit: Audit,
  texts: readonly { readonly id: string; readonly text: string }[],
  ids: readonly string[],
  names: readonly MetricName[]
): CompareView | null {
  if (ids.length < 2 || ids.length > MOST_COLUMNS || new Set(ids).size < ids.length) return null;
  const chosen = ids.flatMap((id) => {
    const document = audit.documents.find((candidate) => candidate.id === id);
    const text = texts.find((candidate) => candidate.id === id)?.text;
    return document && text !== undefined ? [{ document, text }] : [];
  });
  if (chosen.length < ids.length) return null;
  const entries = claimEntries(audit);
  const shared = sharedClaims(entries, ids);
  const ghosts = ghostsOf(audit, entries, shared, chosen);
  const letters = new Map(audit.documents.map(({ id }, index) => [id, letterOf(index)]));
  const wanted = new Set([...METRIC_LAYERS, CONTESTED]);
  const columns = chosen.map(({ document, text }, index) => ({
    id: document.id,
    text,
    headings: document.headings.map(({ start, end }) => ({ start, end })),
    excluded: document.excluded.map(({ start, end, reason }) => ({ start, end, reason })),
    findings: [
      ...findingsOf(audit, document, names).filter(({ layer }) => wanted.has(layer)),
      ...conflictFindings(shared, document, letters)
    ].sort(byPlace),
    ghosts: ghosts[index] ?? [],
    only: onlyIn(entries, { document, text }, ids, shared)
  }));
  return {
    columns,
    shared,
    overlaps: ids.flatMap((a, i) => ids.slice(i + 1).flatMap((b) => overlapOf(audit, a, b) ?? [])),
    layers: compareLayers(columns, shared, names)
  };
}
