import { describe, expect, it } from 'vitest';
import { brushedBy, isBrushed, markedBy, parseMarked, writeMarked } from '$lib/view/brush';
import { claimsInVoice, stanceInVoice, withSources } from '$lib/view/filter-overview';
import {
  findSources,
  parseSourceFilter,
  sourceFilterQuery,
  sourceTest,
  toggledSource
} from '$lib/view/filter-sources';
import { filterWords } from '$lib/view/filter-words';
import { findings } from '$lib/view/findings';
import { inGroup } from '$lib/view/metric-groups';
import { separationOf } from '$lib/view/metrics';
import { overviewSlice } from '$lib/view/slices';
import { fixture, metrics, texts } from './fixture-audit';

const overview = overviewSlice(fixture, texts);
const ids = ['bulletin', 'gazette', 'note'];

describe('the filter of sources', () => {
  it('is one address and back, whatever the ids hold', () => {
    const filter = { mode: 'without', ids: ['a,b', 'c%d', 'ü'] } as const;
    expect(parseSourceFilter(new URLSearchParams([sourceFilterQuery(filter)]))).toEqual(filter);
  });

  it('leaves out the chosen few of a small collection, and picks the chosen few of a large one', () => {
    expect(toggledSource(null, 'note', ids)).toEqual({ mode: 'without', ids: ['note'] });
    const many = Array.from({ length: 40 }, (_, index) => `d${index}`);
    expect(toggledSource(null, 'd3', many)).toEqual({ mode: 'only', ids: ['d3'] });
    expect(toggledSource({ mode: 'only', ids: ['d3'] }, 'd1', many)).toEqual({
      mode: 'only',
      ids: ['d1', 'd3']
    });
  });

  it('is gone when the last choice is taken back, and when nothing would be left', () => {
    expect(toggledSource({ mode: 'without', ids: ['note'] }, 'note', ids)).toBeNull();
    expect(toggledSource({ mode: 'without', ids: ['note', 'gazette'] }, 'bulletin', ids)).toBeNull();
  });

  it('shows all sources where an old link would show none', () => {
    expect(ids.filter(sourceTest({ mode: 'only', ids: ['gone'] }, ids))).toEqual(ids);
  });
});

describe('looking for a source', () => {
  const { sources } = overview;
  const found = (text: string) => findSources(sources, text).map(({ id }) => id);

  it('goes by title, publisher and letter, all words in any order and case', () => {
    expect(found('NOTE')).toEqual(['note']);
    expect(found('harbour may')).toEqual(['bulletin']);
    expect(found('nowhere')).toEqual([]);
    expect(found('  ')).toEqual(['bulletin', 'gazette', 'note']);
  });

  it('puts the source with that very letter first', () => {
    expect(found('c')[0]).toBe('note');
  });
});

describe('an overview with a source left out', () => {
  const two = withSources(overview, (id) => id !== 'gazette');

  it('keeps letters and colours and closes up its rows', () => {
    expect(two.sources.map(({ letter, slot, index }) => [letter, slot, index])).toEqual([
      ['A', 0, 0],
      ['C', 2, 1]
    ]);
    expect(two.among).toBe(3);
  });

  it('has no claim, pair, conflict or cell of the hidden source', () => {
    expect(two.claims).toEqual([]);
    expect(two.overlap.map(({ a, b }) => [a, b])).toEqual([['bulletin', 'note']]);
    expect(two.contested[0]!.cells.map(({ document }) => document)).toEqual(['bulletin', 'note']);
    expect(JSON.stringify(findings(two, metrics))).not.toContain('gazette');
  });

  it('does not call it a tie when the highest source is hidden', () => {
    expect(separationOf(overview, 'loaded-language')!.told).toBe(true);
    expect(separationOf(two, 'loaded-language')).toBeNull();
    expect(separationOf(two, 'hedging')!.told).toBe(false);
  });

  it('is the very same overview when nothing is hidden', () => {
    expect(withSources(overview, () => true)).toBe(overview);
  });
});

describe('listening to one voice', () => {
  it('keeps claims that two sources make in it', () => {
    expect(claimsInVoice(overview.claims, 'author')).toHaveLength(1);
    expect(claimsInVoice(overview.claims, 'attributed')).toEqual([]);
    expect(claimsInVoice(overview.claims, 'both')).toBe(overview.claims);
  });

  it('knows on whose words a stance rests', () => {
    expect(stanceInVoice('attributes', 'author')).toBe(false);
    expect(stanceInVoice('attributes', 'attributed')).toBe(true);
    expect(stanceInVoice('asserts', 'attributed')).toBe(false);
    expect(stanceInVoice('silent', 'attributed')).toBe(true);
  });
});

describe('groups of measures', () => {
  it('show those of one kind, or all', () => {
    expect(inGroup(metrics, 'certainty').map(({ id }) => id)).toEqual(['hedging']);
    expect(inGroup(metrics, null)).toBe(metrics);
  });

  it('are told in words, with what a hidden source still counts for', () => {
    expect(filterWords({ voice: 'author' }, false, { sources: [4, 5], metrics: [3, 13] })).toBe(
      'Shown: 4 of 5 sources, author’s own, 3 of 13 measures. What they share is counted among these; how far apart they are, ties and distinctive words are still among all five.'
    );
    expect(filterWords({ voice: 'all' }, false, { sources: [5, 5], metrics: [13, 13] })).toBe(
      'Shown: all 5 sources, all words, all 13 measures.'
    );
    expect(filterWords({ voice: 'all' }, false, { sources: [2, 2], metrics: [13, 13] })).toContain(
      'Shown: both sources, '
    );
    expect(filterWords({ voice: 'all' }, true, { sources: [4, 5], metrics: [13, 13] })).toBe(
      'Shown: 4 of 5 sources, all words, all 13 measures.'
    );
  });
});

describe('marking', () => {
  it('is one string and back', () => {
    const marked = { kind: 'claim', id: 'a:b' } as const;
    expect(parseMarked(writeMarked(marked))).toEqual(marked);
    expect(parseMarked('nonsense')).toBeNull();
  });

  it('brings out a claim with all sources that speak of it', () => {
    expect([...brushedBy({ kind: 'claim', id: 'c1' }, overview).sources]).toEqual(['bulletin', 'gazette']);
    expect([...brushedBy({ kind: 'claim', id: 'opened' }, overview).sources]).toEqual(['bulletin', 'note']);
  });

  it('brings out the pairs a source is in, and of a claim only pairs that both make it', () => {
    const source = brushedBy({ kind: 'source', id: 'note' }, overview);
    const claim = brushedBy({ kind: 'claim', id: 'c1' }, overview);
    expect(isBrushed(['gazette', 'note'], source)).toBe(true);
    expect(isBrushed(['gazette', 'note'], claim)).toBe(false);
    expect(isBrushed(['bulletin', 'gazette'], claim)).toBe(true);
    expect(isBrushed([], source)).toBe(false);
    // A set of sources that says “and no other” has the claim of just these.
    expect(isBrushed(['bulletin', 'gazette'], claim, true)).toBe(true);
    expect(isBrushed(['bulletin'], claim, true)).toBe(false);
    expect(isBrushed(['gazette', 'note'], source, true)).toBe(true);
  });

  it('takes the source of a mark that is pointed at, and nothing of a pair', () => {
    const metric = { kind: 'metric', metric: 'x', document: 'note', voice: null } as const;
    expect(markedBy(metric)).toEqual({ kind: 'source', id: 'note' });
    expect(markedBy({ kind: 'overlap', a: 'note', b: 'gazette' })).toBeNull();
    expect(markedBy(null)).toBeNull();
  });
});
