import { describe, expect, it } from 'vitest';
import { LIGHT_PALETTE, type ChartPiece } from '$lib/charts/chart-piece';
import { overlapCoverage } from '$lib/charts/overlap-coverage';
import { overlapCurve } from '$lib/charts/overlap-curve';
import { MOST_SETS, upset } from '$lib/charts/upset';
import { describeSources } from '$lib/view/sources';
import { claimTexts } from '../view/fixture-claims';

const sources = describeSources(claimTexts);
const dataOf = (piece: ChartPiece) => piece.config.data.datasets[0]!.data as unknown[];

describe('sets of sources', () => {
  const sets = [
    { documents: ['bulletin'], claims: 40 },
    { documents: ['gazette', 'note'], claims: 3 },
    { documents: ['bulletin', 'gazette', 'note'], claims: 1 }
  ];
  const piece = upset(sets, sources, 44, LIGHT_PALETTE);

  it('draws sets of several sources only, and each leads to its own claims', () => {
    expect(dataOf(piece)).toEqual([3, 1]);
    expect(piece.marks.map(({ target }) => target)).toEqual([
      { kind: 'set', documents: ['gazette', 'note'] },
      { kind: 'set', documents: ['bulletin', 'gazette', 'note'] }
    ]);
    expect(piece.marks[0]!.summary).toBe('B and C, and no other: 3 claims, n = 44 claims');
  });

  it('says the same in its table, as a share of all claims', () => {
    expect(piece.table.rows.map(({ cells }) => cells)).toEqual([
      ['3', '7%'],
      ['1', '2%']
    ]);
  });

  it('draws the fullest sets of many and keeps all in the table', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({
      documents: ['gazette', 'note'],
      claims: 30 - index
    }));
    const full = upset(many, sources, 465, LIGHT_PALETTE);
    expect([dataOf(full).length, full.rows, full.table.rows.length]).toEqual([MOST_SETS, MOST_SETS, 30]);
  });
});

describe('coverage', () => {
  const overlap = [
    {
      a: 'bulletin',
      b: 'note',
      jaccard: 0.2,
      interval: [0.1, 0.4] as [number, number],
      aInB: 0.5,
      bInA: 0.25,
      aInBInterval: [0.2, 0.8] as [number, number],
      bInAInterval: null,
      shared: 2
    }
  ];
  const claims = new Map([
    ['bulletin', 4],
    ['note', 8]
  ]);
  const piece = overlapCoverage({ sources, overlap }, claims, LIGHT_PALETTE);

  it('stands in both directions: along a row, what of its source is in the column', () => {
    expect(dataOf(piece)).toEqual([
      { x: 2, y: 0, v: 0.5 },
      { x: 0, y: 2, v: 0.25 }
    ]);
    expect(piece.marks[0]!.summary).toBe(
      'Of what A says, 50% is in C too: 2 of 4 claims, 95% interval 20% to 80%'
    );
  });

  it('gives interval and sample in its table', () => {
    expect(piece.table.rows.map(({ sources: pair, cells }) => [pair, cells])).toEqual([
      [
        ['bulletin', 'note'],
        ['50%', '20% to 80%', '2', '4']
      ],
      [
        ['note', 'bulletin'],
        ['25%', 'no interval', '2', '8']
      ]
    ]);
  });
});

describe('the curve over the threshold', () => {
  const curve = {
    threshold: 0.55,
    claims: 40,
    points: [
      { threshold: 0.6, shared: 5, jaccard: [0.01, 0.1] },
      { threshold: 0.5 + 0.05, shared: 9, jaccard: [] },
      { threshold: 0.4, shared: 20, jaccard: [0.02, 0.3] }
    ]
  };
  const piece = overlapCurve(curve, LIGHT_PALETTE);

  it('runs from loose to strict and marks the threshold in use', () => {
    expect(dataOf(piece)).toEqual([20, 9, 5]);
    const { backgroundColor } = piece.config.data.datasets[0] as { backgroundColor?: unknown };
    expect(backgroundColor).toEqual([LIGHT_PALETTE.rule, LIGHT_PALETTE.ink, LIGHT_PALETTE.rule]);
    expect(piece.marks[1]!.summary).toBe(
      'Matches from 0.55 on, as used here: 9 of 40 claims in another source too'
    );
  });

  it('shows how far pairs lie apart where pairs were compared', () => {
    expect(piece.table.rows.map(({ name, cells }) => [name, ...cells])).toEqual([
      ['0.40', '20', '2% to 30%'],
      ['0.55 (as used)', '9', '–'],
      ['0.60', '5', '1% to 10%']
    ]);
  });
});
