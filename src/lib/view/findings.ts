/**
 * "Where they differ most": three to six sentences computed from the audit, each with its uncertainty and a way
 * to its evidence. They say how the sources differ, never which one is right.
 */
import type { Stance } from '$lib/analysis/audit-schema';
import {
  conflictsOf,
  conflictValues,
  conflictWords,
  quotedLabel,
  verdictWords,
  type ConflictValue
} from './claims';
import { conflictRuleWords } from './claims-rules';
import type { EvidenceTarget } from './evidence';
import { capitalise, formatInterval, formatNumber, formatShare, inWords, plural } from './format';
import { metricMarks, separationOf, strengthOf } from './metrics';
import type { MetricInfo, OverviewSlice } from './slices';
import { disagreement, documentsByStance } from './stances';

/** A stretch of a finding: words, or a source that is drawn with its letter and colour. */
export type FindingPart = string | { readonly source: string };

export interface Finding {
  readonly id: string;
  readonly kind: 'metric' | 'contested' | 'omission' | 'overlap' | 'conflict';
  readonly parts: readonly FindingPart[];
  /** Unit, sample size and interval, or what the sentence rests on. */
  readonly detail: string;
  readonly target: EvidenceTarget;
}

/** Most findings a page shows. */
const MOST = 6;
const MOST_METRICS = 2;
const MOST_CONTESTED = 2;
/** A claim's label is cut to this length. */
const LABEL_LENGTH = 110;

/** Sources named in a sentence; more are counted. */
const MOST_NAMED = 12;

/** Sources as parts of a sentence: "A, B and C", or "40 sources". */
function listed(documents: readonly string[]): FindingPart[] {
  if (documents.length > MOST_NAMED) return [plural(documents.length, 'source')];
  return documents.flatMap((source, index): FindingPart[] => {
    const glue = index === 0 ? [] : index === documents.length - 1 ? [' and '] : [', '];
    return [...glue, { source }];
  });
}

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

function overlapFinding(overview: OverviewSlice): Finding[] {
  const pairs = overview.overlap
    .map((pair, index) => ({ pair, index }))
    .sort((a, b) => b.pair.jaccard - a.pair.jaccard || a.index - b.index)
    .map(({ pair }) => pair);
  const most = pairs[0];
  if (!most || most.shared === 0) return [];
  // One claim is nothing to have most of, and as many elsewhere is no most.
  const rivals = pairs.slice(1);
  if (rivals.length > 0 && (most.shared === 1 || rivals.some(({ shared }) => shared >= most.shared)))
    return [];
  const low = most.interval?.[0] ?? 0;
  const close = rivals.filter(({ interval }) => (interval?.[1] ?? 0) >= low).length;
  const tied =
    close === 0
      ? ''
      : ` ${close === 1 ? 'The interval of another pair overlaps' : `The intervals of ${inWords(close)} other pairs overlap`} with it: among these the order is not sure.`;
  const none = pairs.filter((pair) => pair.shared === 0).length;
  const share = `${formatShare(most.jaccard)} of all the claims the two make`;
  const rest =
    none > 0
      ? `${capitalise(inWords(none))} of the ${inWords(pairs.length)} pairs ${none === 1 ? 'shares' : 'share'} none that could be matched.`
      : `Every one of the ${inWords(pairs.length)} pairs shares at least one.`;
  return [
    {
      id: 'overlap',
      kind: 'overlap',
      parts: [
        { source: most.a },
        ' and ',
        { source: most.b },
        pairs.length < 2
          ? ` share ${inWords(most.shared)} ${most.shared === 1 ? 'claim' : 'claims'}, ${share}.`
          : ` have most claims in common: ${inWords(most.shared)} shared, ${share}. ${rest}`
      ],
      detail: `95% interval ${formatInterval(most.interval, formatShare)}.${tied} Claims are matched by wording; close paraphrases can be missed.`,
      target: { kind: 'overlap', a: most.a, b: most.b }
    }
  ];
}

/** Sources whose texts are the same, word for word. */
function sameText(overview: OverviewSlice): Finding[] {
  const byText = new Map<string, string[]>();
  for (const { id, textSha256 } of overview.documents) {
    const known = byText.get(textSha256);
    if (known) known.push(id);
    else byText.set(textSha256, [id]);
  }
  return [...byText.values()].flatMap((ids): Finding[] => {
    const [a, b] = ids;
    if (a === undefined || b === undefined) return [];
    return [
      {
        id: `same-${a}`,
        kind: 'overlap',
        parts: [...listed(ids), ' are the same text, letter for letter.'],
        detail:
          'Their fingerprints (SHA-256) are the same. What they share is repetition, and supports nothing.',
        target: { kind: 'overlap', a, b }
      }
    ];
  });
}

/** How much of the statement around a conflicting value is quoted, before and after it. */
const VALUE_REACH = 45;

/** A value with the words right around it, cut at words. */
function quotedValue({ before, quote, after }: ConflictValue): string {
  const head = before.slice(-VALUE_REACH);
  const tail = after.slice(0, VALUE_REACH);
  const start = head.length < before.length ? `…${head.replace(/^\S*/u, '')}` : head;
  const end =
    tail.length < after.length
      ? `${tail.slice(0, tail.lastIndexOf(' ') + 1).trimEnd()}…`
      : tail.replace(/[.,;]$/u, '');
  return ` “${start}${quote}${end}”`;
}

function conflictFinding(overview: OverviewSlice): Finding[] {
  const first = conflictsOf(overview).find(({ conflict }) => conflict.verdict !== 'different-referents');
  if (!first) return [];
  const { claim, conflict } = first;
  return [
    {
      id: `conflict-${claim.key}`,
      kind: 'conflict',
      parts: [
        `${conflictWords(conflict)}: `,
        ...conflictValues(claim, conflict).flatMap((value, index): FindingPart[] => [
          ...(index === 0 ? [] : ['; ']),
          { source: value.document },
          quotedValue(value)
        ]),
        '.'
      ],
      detail: `By the rule that found it, they ${verdictWords(conflict)}. ${conflictRuleWords(conflict.rule) ?? `Rule: ${conflict.rule}.`}`,
      target: { kind: 'claim', claim: claim.key }
    }
  ];
}

function omissionFinding(overview: OverviewSlice): Finding[] {
  const total = overview.documents.length;
  if (total < 3) return [];
  const widest = overview.claims
    .filter((claim) => claim.omittedBy !== null && claim.omittedBy.length > 0)
    .map((claim, index) => ({ claim, index }))
    .sort((a, b) => b.claim.documents.length - a.claim.documents.length || a.index - b.index)[0]?.claim;
  if (!widest?.omittedBy || widest.documents.length * 2 <= total) return [];
  return [
    {
      id: `omission-${widest.key}`,
      kind: 'omission',
      parts: [
        `${capitalise(inWords(widest.documents.length))} of the ${inWords(total)} sources say ${quotedLabel(widest.label, LABEL_LENGTH)}; `,
        ...listed(widest.omittedBy),
        widest.omittedBy.length === 1 ? ' leaves it out.' : ' leave it out.'
      ],
      detail: 'Left out means: no statement close enough in wording was found.',
      target: { kind: 'claim', claim: widest.key }
    }
  ];
}

/** The findings of a comparison in reading order; none for a single document. */
export function findings(overview: OverviewSlice, metrics: readonly MetricInfo[]): Finding[] {
  if (overview.documents.length < 2) return [];
  const [firstMetric, ...moreMetrics] = metricFindings(overview, metrics);
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
