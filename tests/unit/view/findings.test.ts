import { describe, expect, it } from 'vitest';
import { findings } from '$lib/view/findings';
import { overviewSlice, type OverviewSlice } from '$lib/view/slices';
import { fixture, metrics, texts } from './fixture-audit';

const whole = overviewSlice(fixture, texts);
const overview: OverviewSlice = {
  ...whole,
  documents: whole.documents.map((document) => ({ ...document, textSha256: document.id }))
};
const idsOf = (changed: Partial<OverviewSlice>) =>
  findings({ ...overview, ...changed }, metrics).map(({ id }) => id);

describe('findings', () => {
  const told = overview.divergence.find(
    ({ high, low, interval }) => high.length && low.length && interval[0] > 0
  )!;
  const ranked = (separates: boolean): OverviewSlice['separation'] => [
    {
      id: told.metric,
      kind: 'metric',
      effect: 0.3,
      interval: [0.1, 0.5],
      p: 0.2,
      separates,
      ranks: [1, 1],
      documents: 3
    }
  ];

  it('call no measure a difference that correction for all measures makes a tie', () => {
    expect(idsOf({ separation: ranked(true) })).toContain(`metric-${told.metric}`);
    expect(idsOf({ separation: ranked(false) })).not.toContain(`metric-${told.metric}`);
  });

  it('say what all of them differ in where no two can be told apart, and do not call that nothing', () => {
    const tie = overview.divergence.map((row) => ({ ...row, high: [], low: [] }));
    const sentence = (separates: boolean) =>
      findings({ ...overview, divergence: tie, separation: ranked(separates) }, metrics).find(
        ({ kind }) => kind === 'metric'
      );
    expect(sentence(true)?.parts[0]).toMatch(/^Taken all together they differ in .* no two of them/u);
    expect(sentence(true)?.detail).toContain('30% of the variation between sentences');
    expect(sentence(false)).toBeUndefined();
  });

  it('name no pair as the one with most in common on one claim, or where another shares as many', () => {
    const [a, b, c] = overview.sources.map(({ id }) => id) as [string, string, string];
    const pair = (x: string, y: string, shared: number): OverviewSlice['overlap'][number] => ({
      a: x,
      b: y,
      shared,
      jaccard: shared / 20,
      interval: [shared / 40, shared / 10],
      aInB: 0,
      bInA: 0
    });
    expect(idsOf({ overlap: [pair(a, b, 4), pair(a, c, 1)] })).toContain('overlap');
    expect(idsOf({ overlap: [pair(a, b, 4), pair(a, c, 4)] })).not.toContain('overlap');
    expect(idsOf({ overlap: [pair(a, b, 1), pair(a, c, 0)] })).not.toContain('overlap');
    const close = findings({ ...overview, overlap: [pair(a, b, 4), pair(a, c, 3)] }, metrics);
    expect(close.find(({ id }) => id === 'overlap')?.detail).toContain('the order is not sure');
  });

  it('say first that two sources are the same text', () => {
    const documents = overview.documents.map((document) => ({ ...document, textSha256: 'one' }));
    expect(findings({ ...overview, documents }, metrics)[0]?.parts.at(-1)).toBe(
      ' are the same text, letter for letter.'
    );
    expect(idsOf({}).some((id) => id.startsWith('same-'))).toBe(false);
  });
});
