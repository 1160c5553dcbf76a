/** Two documents side by side: what both say, what only one says, and how to scroll them together. */
import type { Audit, Conflict, DocumentAudit, Overlap, Voice } from '$lib/analysis/audit-schema';
import { byPlace, type Range } from './passages';

/** One claim both documents make, with every place where each makes it. */
export interface SharedClaim {
  readonly id: string;
  readonly label: string;
  /** 1, 2, 3 … in the order of the left document; stands beside the colour in both columns. */
  readonly number: number;
  readonly a: readonly SpokenRange[];
  readonly b: readonly SpokenRange[];
  /** Clashes between these two documents. */
  readonly conflicts: readonly Conflict[];
}

/** A place in a text and whose words stand there. */
export interface SpokenRange extends Range {
  readonly voice: Voice;
  readonly holder: string | null;
}

/** Something one of the two documents says and the other does not. */
export interface OnlyHere extends SpokenRange {
  /** Ids of documents beyond these two that say it as well. */
  readonly others: readonly string[];
}

export interface CompareView {
  readonly shared: readonly SharedClaim[];
  readonly onlyA: readonly OnlyHere[];
  readonly onlyB: readonly OnlyHere[];
  readonly overlap: Overlap | null;
}

/** Statements less likely than this to be checkable are not listed as left out by the other. */
const CHECKABLE = 0.4;
/** Nor are those with fewer words: they say too little by themselves to be missed. */
const FEWEST_WORDS = 5;

type Statements = ReadonlyMap<string, SpokenRange>;

function statementsOf(document: DocumentAudit): Statements {
  return new Map(
    document.statements.map(({ id, start, end, voice, holder }) => [id, { start, end, voice, holder }])
  );
}

function placesOf(
  claim: Audit['comparison']['claims'][number],
  id: string,
  statements: Statements
): SpokenRange[] {
  const places = claim.mentions.flatMap((mention) => {
    const place = mention.document === id ? statements.get(mention.statement) : undefined;
    return place ? [place] : [];
  });
  return places.sort(byPlace);
}

/** The overlap of a pair as seen from `a`, whichever way round the result holds it. */
export function overlapOf(audit: Audit, a: string, b: string): Overlap | null {
  const pair = audit.comparison.overlap.find(
    (item) => (item.a === a && item.b === b) || (item.a === b && item.b === a)
  );
  if (!pair) return null;
  return pair.a === a ? pair : { ...pair, a, b, aInB: pair.bInA, bInA: pair.aInB };
}

function onlyIn(audit: Audit, document: DocumentAudit, statements: Statements, other: string): OnlyHere[] {
  const matched = new Set<string>();
  const only: OnlyHere[] = [];
  for (const claim of audit.comparison.claims) {
    const makers = new Set(claim.mentions.map((mention) => mention.document));
    // A claim that nobody else makes is a statement like any other.
    if (!makers.delete(document.id) || makers.size === 0) continue;
    for (const mention of claim.mentions) matched.add(mention.statement);
    const [first] = placesOf(claim, document.id, statements);
    if (first && !makers.has(other)) only.push({ ...first, others: [...makers] });
  }
  for (const { id, start, end, quote, voice, holder, checkable } of document.statements) {
    const telling = checkable >= CHECKABLE && quote.trim().split(/\s+/u).length >= FEWEST_WORDS;
    if (telling && !matched.has(id)) only.push({ start, end, voice, holder, others: [] });
  }
  return only.sort((x, y) => y.others.length - x.others.length || byPlace(x, y));
}

/** The part of a result that two documents side by side show; null when one of them is not in it. */
export function compareView(audit: Audit, a: string, b: string): CompareView | null {
  const left = audit.documents.find((document) => document.id === a);
  const right = audit.documents.find((document) => document.id === b);
  if (!left || !right || a === b) return null;
  const inA = statementsOf(left);
  const inB = statementsOf(right);
  const shared = audit.comparison.claims
    .map((claim) => ({
      id: claim.id,
      label: claim.label,
      a: placesOf(claim, a, inA),
      b: placesOf(claim, b, inB),
      conflicts: claim.conflicts
        .map((conflict) => ({
          ...conflict,
          values: conflict.values.filter(({ document }) => document === a || document === b)
        }))
        .filter(({ values }) => new Set(values.map(({ document }) => document)).size === 2)
    }))
    .filter((claim) => claim.a.length > 0 && claim.b.length > 0)
    .sort((x, y) => byPlace(x.a[0]!, y.a[0]!))
    .map((claim, index) => ({ ...claim, number: index + 1 }));
  return {
    shared,
    onlyA: onlyIn(audit, left, inA, b),
    onlyB: onlyIn(audit, right, inB, a),
    overlap: overlapOf(audit, a, b)
  };
}

/** What a column needs of a document to draw its whole text. */
export interface ComparedText {
  readonly text: string;
  readonly headings: readonly Range[];
  readonly excluded: readonly {
    start: number;
    end: number;
    reason: DocumentAudit['excluded'][number]['reason'];
  }[];
}

/** One document's text with its headings and what was set aside; null when there is no such document. */
export function comparedText(
  audit: Audit,
  texts: readonly { readonly id: string; readonly text: string }[],
  id: string
): ComparedText | null {
  const document = audit.documents.find((candidate) => candidate.id === id);
  const text = texts.find((candidate) => candidate.id === id)?.text;
  if (!document || text === undefined) return null;
  return {
    text,
    headings: document.headings.map(({ start, end }) => ({ start, end })),
    excluded: document.excluded.map(({ start, end, reason }) => ({ start, end, reason }))
  };
}

/** Two positions that belong together: one in the left text, one in the right. */
export type Anchor = readonly [left: number, right: number];

/**
 * The most anchors that rise in both texts at once, so that scrolling one way never jumps back in the other:
 * a longest increasing subsequence (patience sorting, n log n).
 */
export function risingAnchors(pairs: readonly Anchor[]): Anchor[] {
  // With equal left sides the larger right side comes first, so that at most one of them is kept.
  const sorted = [...pairs].sort((p, q) => p[0] - q[0] || q[1] - p[1]);
  const tops: number[] = [];
  const before: number[] = [];
  sorted.forEach(([, right], index) => {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[tops[middle]!]![1] < right) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? tops[low - 1]! : -1;
    tops[low] = index;
  });
  const rising: Anchor[] = [];
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at]!) rising.push(sorted[at]!);
  return rising.reverse();
}

/**
 * Where the other text should stand when this one stands at `position`: straight lines between the anchors.
 * Anchors must rise in both coordinates; before the first and after the last one the nearest end holds.
 */
export function followPosition(position: number, anchors: readonly Anchor[]): number {
  const first = anchors[0];
  const last = anchors.at(-1);
  if (!first || !last) return position;
  if (position <= first[0]) return first[1];
  if (position >= last[0]) return last[1];
  let low = 0;
  let high = anchors.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (anchors[middle]![0] <= position) low = middle;
    else high = middle;
  }
  const [x0, y0] = anchors[low]!;
  const [x1, y1] = anchors[high]!;
  return y0 + ((position - x0) / (x1 - x0)) * (y1 - y0);
}
