import { describe, expect, it } from 'vitest';
import type { ClaimCluster, Overlap } from '$lib/analysis/audit-schema';
import type { ScoredLink } from '$lib/analysis/claims/compare-claims';
import { overlapCurve } from '$lib/analysis/compare/overlap-curve';

const ids = ['a', 'b', 'c'];

/** A claim of statements written as `a0`, `b1`. */
function claim(id: string, statements: readonly string[]): ClaimCluster {
  const mentions = statements.map((statement) => ({
    document: statement[0]!,
    statement: `${statement[0]!}:${statement.slice(1)}`,
    score: 1
  }));
  return { id, label: id, mentions, omittedBy: [], conflicts: [] };
}

function link(one: string, other: string, score: number): ScoredLink {
  const place = (statement: string) => ({
    document: ids.indexOf(statement[0]!),
    statement: Number(statement.slice(1))
  });
  return { a: place(one), b: place(other), score };
}

const rows: Overlap[] = [
  ['a', 'b'],
  ['a', 'c'],
  ['b', 'c']
].map(([a, b]) => ({ a: a!, b: b!, jaccard: 0, interval: null, aInB: 0, bInA: 0, shared: 0 }));

const claims = [
  claim('shared', ['a0', 'b0', 'c0']),
  claim('only-a', ['a1']),
  claim('only-b', ['b1']),
  claim('other-a', ['a2'])
];
const links = [link('a0', 'b0', 0.9), link('b0', 'c0', 0.62), link('a1', 'b1', 0.48), link('a2', 'b0', 0.8)];
const curve = overlapCurve(claims, rows, ids, links, 0.55)!;
const at = (threshold: number) => curve.points.find((point) => Math.abs(point.threshold - threshold) < 1e-9)!;

describe('overlap over the threshold', () => {
  it('is the overlap itself at the threshold in use', () => {
    expect(at(0.55)).toEqual({ threshold: 0.55, shared: 3, jaccard: [1 / 4, 1 / 3, 1 / 2] });
    expect(curve.claims).toBe(6);
  });

  it('loses what weaker links hold when matching is stricter', () => {
    // Nothing but b0 holds a0 and c0 together.
    expect(at(0.6).jaccard).toEqual([1 / 4, 0, 1 / 2]);
    expect(at(0.65)).toMatchObject({ shared: 2, jaccard: [1 / 4, 0, 0] });
  });

  it('gains what is nearly the same when matching is looser, refused links first', () => {
    // a2 meets b0 and a1 meets b1: three claims of a and two of b are matched.
    expect(at(0.5)).toMatchObject({ shared: 4 });
    expect(at(0.45)).toMatchObject({ shared: 6 });
    expect(at(0.45).jaccard[0]).toBeCloseTo(2.5 / 2.5, 12);
  });

  it('never falls when the threshold does', () => {
    const shared = curve.points.map((point) => point.shared);
    expect(shared).toEqual([...shared].sort((x, y) => y - x));
  });

  it('is not drawn for one document, and without pairs above fifty', () => {
    expect(overlapCurve([claim('x', ['a0'])], [], ['a'], [], 0.55)).toBeNull();
    const many = Array.from({ length: 60 }, (_, i) => `d${i}`);
    const mention = (id: string) => ({ document: id, statement: `${id}:0`, score: 1 });
    const everywhere = { id: 'x', label: 'x', mentions: many.map(mention), conflicts: [] };
    const drawn = overlapCurve([everywhere], rows, many, [], 0.55)!;
    expect(drawn.points[3]).toMatchObject({ shared: 60, jaccard: [] });
  });
});
