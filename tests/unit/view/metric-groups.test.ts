import { describe, expect, it } from 'vitest';
import { byGroup, groupWords } from '$lib/view/metric-groups';
import { overviewSlice, type OverviewSlice } from '$lib/view/slices';
import { fixture, texts } from './fixture-audit';

const metric = (id: string) => ({ id, label: id });

describe('measures by group', () => {
  it('keep their order, the group of the first one first, and those of no group last', () => {
    const groups = byGroup(['novel', 'hedging', 'sentiment', 'boosters'].map(metric));
    expect(groups.map(({ id, metrics }) => [id, metrics.map((item) => item.id)])).toEqual([
      ['certainty', ['hedging', 'boosters']],
      ['words', ['sentiment']],
      ['more', ['novel']]
    ]);
  });
});

describe('what differs in a group', () => {
  const whole = overviewSlice(fixture, texts);
  const [a, b] = whole.sources.map(({ id }) => id) as [string, string];
  const row = (name: string, told: boolean): OverviewSlice['divergence'][number] => ({
    metric: name,
    spread: 1,
    interval: told ? [0.5, 1.5] : [-0.5, 1.5],
    high: told ? [a] : [a, b],
    low: told ? [b] : []
  });
  const overview = {
    ...whole,
    divergence: [row('Hedging', true), row('Boosters', false), row('Tone', false)]
  };
  const words = (...ids: string[]) => groupWords(overview, ids.map(metric));

  it('names the measures that tell sources apart, and counts the ties', () => {
    expect(words('Hedging')).toBe('Sources can be told apart in hedging.');
    expect(words('Hedging', 'Tone')).toBe('Sources can be told apart in hedging; the other is a tie.');
    expect(words('Tone', 'Boosters')).toBe('Ties in both: no two sources can be told apart.');
  });

  it('does not call a tie what all sources together differ in', () => {
    const separation = [
      {
        id: 'Tone',
        kind: 'metric' as const,
        effect: 0.1,
        interval: [0.05, 0.2] as [number, number],
        p: 0.01,
        separates: true,
        ranks: [1, 1] as [number, number],
        documents: 2
      }
    ];
    expect(groupWords({ ...overview, separation }, ['Tone', 'Boosters'].map(metric))).toBe(
      'No two sources can be told apart for sure, though all together they differ in tone.'
    );
  });

  it('says of how many sources where some are hidden, and nothing of what was not compared', () => {
    expect(groupWords({ ...overview, among: 5 }, [metric('Hedging')])).toBe(
      'Of all 5: sources can be told apart in hedging.'
    );
    expect(words('unknown')).toBe('1 measure.');
  });
});
