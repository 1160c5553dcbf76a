import type { ClaimCluster, Overlap, OverlapCurve } from '../audit-schema';
import type { ScoredLink, StatementPlace } from '../claims/compare-claims';

/** Thresholds tried, as distances from the one in use. Looser than this, nothing was kept. */
const STEPS = [-0.15, -0.1, -0.05, 0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3];
/** What was refused as a match, however high it scored, counts from just below the threshold. */
const REFUSED = 1e-6;
/** Up to so many documents the curve is drawn for every pair of them. */
const MOST_FOR_PAIRS = 50;

/** A claim as one document makes it, and how well it is matched by others. */
interface Made {
  readonly document: number;
  /** Best score by any other document. */
  top: number;
  /** Best score by each other document, where there are few; null where nobody asks. */
  readonly best: Map<number, number> | null;
}

/** Every claim once for each document that makes it; `of` finds those that a statement makes. */
function readMade(
  claims: readonly ClaimCluster[],
  ids: readonly string[],
  byPair: boolean
): { made: Made[][]; of: (place: StatementPlace) => ReadonlyMap<number, Made> } {
  const numbers = new Map(ids.map((id, index) => [id, index]));
  const byStatement = new Map<string, Map<number, Made>>();
  const made = claims.map(({ mentions }, claim) => {
    const byDocument = new Map<number, Made>();
    for (const { document, statement } of mentions) {
      const number = numbers.get(document)!;
      let one = byDocument.get(number);
      if (!one) byDocument.set(number, (one = { document: number, top: 0, best: byPair ? new Map() : null }));
      const known = byStatement.get(statement);
      if (known) known.set(claim, one);
      else byStatement.set(statement, new Map([[claim, one]]));
    }
    return [...byDocument.values()];
  });
  const none: ReadonlyMap<number, Made> = new Map();
  return {
    made,
    of: ({ document, statement }) => byStatement.get(`${ids[document]!}:${statement}`) ?? none
  };
}

function raiseOne(one: Made, other: number, score: number): void {
  if (score > one.top) one.top = score;
  if (one.best && score > (one.best.get(other) ?? 0)) one.best.set(other, score);
}

function raise(one: Made, other: Made, score: number): void {
  raiseOne(one, other.document, score);
  raiseOne(other, one.document, score);
}

/**
 * How much the documents share if matching were stricter or looser, which nobody can call right or wrong.
 *
 * A document's claim counts as matched by another document when their best link scores at least the threshold.
 * At the threshold in use this is exactly `overlap`: statements of one claim that no single link holds
 * together count as matched up to it, links that the grouping refused from just below it. Jaccard is the mean
 * of both documents' matched claims over all that they make together. Costs as much as there are links.
 *
 * @param threshold the score from which links join claims now
 * @returns null when fewer than two documents make claims
 */
export function overlapCurve(
  claims: readonly ClaimCluster[],
  overlap: readonly Overlap[],
  ids: readonly string[],
  links: Iterable<ScoredLink>,
  threshold: number
): OverlapCurve | null {
  const { made, of } = readMade(claims, ids, ids.length <= MOST_FOR_PAIRS);
  const all = made.flat();
  const counts = ids.map(() => 0);
  for (const { document } of all) counts[document]!++;
  if (counts.filter((count) => count > 0).length < 2) return null;
  for (const group of made) {
    group.forEach((one, index) => {
      // Of a claim that very many make, each is held against some others: enough to count it as shared.
      for (const other of group.slice(index + 1, index + 1 + MOST_FOR_PAIRS)) raise(one, other, threshold);
    });
  }
  for (const { a, b, score } of links) {
    const [ofA, ofB] = [of(a), of(b)];
    for (const [claim, one] of ofA) {
      const same = ofB.get(claim);
      if (same) raise(one, same, Math.max(score, threshold));
      else for (const other of ofB.values()) raise(one, other, Math.min(score, threshold - REFUSED));
    }
  }
  const numbers = new Map(ids.map((id, index) => [id, index]));
  const ofDocument: Made[][] = ids.map(() => []);
  for (const one of all) ofDocument[one.document]!.push(one);
  const pairs = ids.length > MOST_FOR_PAIRS ? [] : overlap;
  const points = STEPS.map((step) => {
    const least = threshold + step;
    const matched = (from: number, to: number): number =>
      ofDocument[from]!.filter(({ best }) => (best?.get(to) ?? 0) >= least).length;
    return {
      threshold: least,
      shared: all.filter(({ top }) => top >= least).length,
      jaccard: pairs.map(({ a, b }) => {
        const [one, other] = [numbers.get(a)!, numbers.get(b)!];
        const both = (matched(one, other) + matched(other, one)) / 2;
        const union = counts[one]! + counts[other]! - both;
        return union > 0 ? both / union : 0;
      })
    };
  });
  return { threshold, claims: all.length, points };
}
