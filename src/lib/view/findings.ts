/**
 * "Where they differ most": three to six sentences computed from the audit, each with its uncertainty and a way
 * to its evidence. They say how the sources differ, never which one is right.
 */
import type { Stance } from '$lib/analysis/audit-schema';
import { conflictFinding, omissionFinding, overlapFinding, sameText } from './findings-claims';
import { listed, type Finding, type FindingPart } from './findings-parts';
import { capitalise, formatInterval, formatNumber, formatShare, plural } from './format';
import { metricMarks, separationOf, strengthOf } from './metrics';
import type { MetricInfo, OverviewSlice } from './slices';
import { disagreement, documentsByStance } from './stances';

export type { Finding, FindingPart } from './findings-parts';

/** Most findings a page shows. */
const MOST = 6;
const MOST_METRICS = 2;
const MOST_CONTESTED = 2;
/** Sources with their values: "D 31.2 and E 28.0". */
function valued(documents: readonly string[], values: ReadonlyMap<string, number | null>): FindingPart[] {
  return listed(documents).flatMap((part): FindingPart[] =>
    typeof part === 'string' ? [part] : [part, ` (${formatNumber(values.get(part.source) ?? null)})`]
  );
}

function metricFindings(overview: OverviewSlice, metrics: readonly MetricInfo[]): Finding[] {
  return metrics
    .flatMap((info) => {
      const separation = separationOf(overview, info.id);
      return separation?.told ? [{ info, separation }] : [];
    })
    .sort((a, b) => strengthOf(overview, b.info.id) - strengthOf(overview, a.info.id))
    .slice(0, MOST_METRICS)
    .map(({ info, separation }, index): Finding => {
      const marks = metricMarks(overview, info.id, 'all');
      const values = new Map(marks.map((mark) => [mark.document, mark.value]));
      const { divergence, high, low, between } = separation;
      const opening = index === 0 ? 'They differ most in ' : 'They also differ in ';
      return {
        id: `metric-${info.id}`,
        kind: 'metric',
        parts: [
          `${opening}${info.label.charAt(0).toLowerCase()}${info.label.slice(1)} (${info.unit}): `,
          ...valued(high, values),
          high.length > 1 ? ' stand highest, tied; ' : ' stands highest; ',
          ...valued(low, values),
          low.length > 1 ? ' lowest, tied.' : ' lowest.'
        ],
        detail: `Spread ${formatNumber(divergence.spread)} standard deviations of a sentence, 95% interval ${formatInterval(divergence.interval)}.${
          between.length > 0 ? ` ${capitalise(plural(between.length, 'source'))} in between.` : ''
        }`,
        target: { kind: 'metric', metric: info.id, document: null, voice: null }
      };
    });
}

/** What all sources taken together differ in most, where no two of them can be told apart; none where nothing is beyond chance. */
function togetherFinding(overview: OverviewSlice, metrics: readonly MetricInfo[]): Finding[] {
  const [found] = overview.separation
    .flatMap((row) => {
      const info =
        row.kind === 'metric' && row.separates ? metrics.find(({ id }) => id === row.id) : undefined;
      return info ? [{ row, info }] : [];
    })
    .sort((a, b) => b.row.effect - a.row.effect);
  if (!found) return [];
  const { row, info } = found;
  const measure = `${info.label.charAt(0).toLowerCase()}${info.label.slice(1)} (${info.unit})`;
  return [
    {
      id: `metric-${info.id}`,
      kind: 'metric',
      parts: [
        overview.documents.length > 2
          ? `Taken all together they differ in ${measure}, though no two of them can be told apart for sure.`
          : `They differ in ${measure} beyond what chance gives, though not by enough to call one the higher.`
      ],
      detail: `${formatShare(row.effect)} of the variation between sentences goes with the source, 95% interval ${formatInterval(row.interval, formatShare)}.`,
      target: { kind: 'metric', metric: info.id, document: null, voice: null }
    }
  ];
}

const STANCE_CLAUSE: Readonly<Record<Stance, readonly [one: string, many: string]>> = {
  asserts: ['states it as its own', 'state it as their own'],
  disputes: ['denies it', 'deny it'],
  hedges: ['says it with a hedge', 'say it with a hedge'],
  attributes: ['reports it as somebody’s view', 'report it as somebody’s view'],
  silent: ['does not mention it', 'do not mention it']
};

function contestedFindings(overview: OverviewSlice): Finding[] {
  const split = overview.contested
    .map((claim, index) => ({ claim, index, score: disagreement(claim) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.index - b.index);
  const lone = split.find(
    ({ claim }) =>
      documentsByStance(claim).asserts.length === 1 &&
      claim.cells.length > 2 &&
      documentsByStance(claim).silent.length === claim.cells.length - 1
  );
  const chosen = [...new Set([split[0], lone ?? split[1]])].flatMap((item) => (item ? [item.claim] : []));
  return chosen.slice(0, MOST_CONTESTED).map((claim): Finding => {
    const groups = documentsByStance(claim);
    const clauses = (Object.keys(STANCE_CLAUSE) as Stance[])
      .filter((stance) => groups[stance].length > 0)
      .map((stance): FindingPart[] => [
        ...listed(groups[stance]),
        ` ${STANCE_CLAUSE[stance][groups[stance].length === 1 ? 0 : 1]}`
      ]);
    const mentions = claim.cells.reduce((sum, cell) => sum + cell.mentions.length, 0);
    return {
      id: `contested-${claim.id}`,
      kind: 'contested',
      parts: [
        `“${claim.statement}” `,
        ...clauses.flatMap((clause, index) => (index === 0 ? clause : ['; ', ...clause])),
        '.'
      ],
      detail: `Rests on ${plural(mentions, 'mention')} found in ${plural(claim.cells.length, 'source')}.`,
      target: { kind: 'stance', claim: claim.id, document: null }
    };
  });
}

/** The findings of a comparison in reading order; none for a single document. */
export function findings(overview: OverviewSlice, metrics: readonly MetricInfo[]): Finding[] {
  if (overview.documents.length < 2) return [];
  const apart = metricFindings(overview, metrics);
  const [firstMetric, ...moreMetrics] = apart.length > 0 ? apart : togetherFinding(overview, metrics);
  const [firstContested, ...moreContested] = contestedFindings(overview);
  return [
    ...sameText(overview).slice(0, 1),
    ...(firstContested ? [firstContested] : []),
    ...(firstMetric ? [firstMetric] : []),
    ...moreContested,
    ...conflictFinding(overview),
    ...omissionFinding(overview),
    ...overlapFinding(overview),
    ...moreMetrics
  ].slice(0, MOST);
}
