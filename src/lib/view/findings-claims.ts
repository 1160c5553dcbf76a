/** Findings about claims: what sources share, leave out, or tell differently. */
import {
  conflictsOf,
  conflictValues,
  conflictWords,
  quotedLabel,
  verdictWords,
  type ConflictValue
} from './claims';
import { conflictRuleWords } from './claims-rules';
import { listed, type Finding, type FindingPart } from './findings-parts';
import { capitalise, formatInterval, formatShare, inWords } from './format';
import type { OverviewSlice } from './slices';

/** A claim's label is cut to this length. */
const LABEL_LENGTH = 110;

/** The two sources that share most, and how many pairs share nothing. */
export function overlapFinding(overview: OverviewSlice): Finding[] {
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
export function sameText(overview: OverviewSlice): Finding[] {
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

/** The first conflict, in the words of both sides. */
export function conflictFinding(overview: OverviewSlice): Finding[] {
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

/** Whether sources differ in what they say of it, so that no one wording is what all of them say. */
const isDisputed = ({ conflicts }: OverviewSlice['claims'][number]) =>
  conflicts.some(({ verdict }) => verdict !== 'different-referents');

/** Whether a source only denies it, as far as its mentions are at hand: then not all of them say it. */
const isDenied = ({ documents, mentions }: OverviewSlice['claims'][number]) =>
  documents.some((id) => {
    const own = mentions.filter(({ document }) => document === id);
    return own.length > 0 && own.every(({ polarity }) => polarity === 'deny');
  });

/** "say “…” or something close to it": a label is the wording of one of them. */
function toldWords(claim: OverviewSlice['claims'][number]): string {
  const label = quotedLabel(claim.label, LABEL_LENGTH);
  return isDenied(claim) ? `speak of ${label}, for or against` : `say ${label} or something close to it`;
}

/** The claim of most sources that some leave out; of claims whose wording holds for all who make them. */
export function omissionFinding(overview: OverviewSlice): Finding[] {
  const total = overview.documents.length;
  if (total < 3) return [];
  const widest = overview.claims
    .filter((claim) => claim.omittedBy !== null && claim.omittedBy.length > 0 && !isDisputed(claim))
    .map((claim, index) => ({ claim, index }))
    .sort((a, b) => b.claim.documents.length - a.claim.documents.length || a.index - b.index)[0]?.claim;
  if (!widest?.omittedBy || widest.documents.length * 2 <= total) return [];
  return [
    {
      id: `omission-${widest.key}`,
      kind: 'omission',
      parts: [
        `${capitalise(inWords(widest.documents.length))} of the ${inWords(total)} sources ${toldWords(widest)}; `,
        ...listed(widest.omittedBy),
        widest.omittedBy.length === 1 ? ' leaves it out.' : ' leave it out.'
      ],
      detail: 'Left out means: no statement close enough in wording was found.',
      target: { kind: 'claim', claim: widest.key }
    }
  ];
}
