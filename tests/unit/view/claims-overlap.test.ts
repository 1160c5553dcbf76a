import { describe, expect, it } from 'vitest';
import { NORMAL_95, wilsonInterval } from '$lib/analysis/statistics/quantiles';
import { auditCollection, openCollection } from '$lib/server/library';
import { claimSets } from '$lib/view/claims-sets';
import { claimEntries } from '$lib/view/claims-entries';
import { heardIn, holdsAllShared, overlapInVoice, sharedSets, wilson } from '$lib/view/claims-overlap';
import { withSources } from '$lib/view/filter-overview';
import { overviewSlice, type OverviewSlice } from '$lib/view/slices';
import { fixture, texts } from './fixture-audit';

const overview = overviewSlice(fixture, texts);

/** An overview of three sources: who makes which shared claim in which voice, and how many each makes in all. */
function made(
  claims: readonly Readonly<Record<string, readonly ('author' | 'attributed')[]>>[],
  counts: Readonly<Record<string, { all: number; author: number; attributed: number }>>
): OverviewSlice {
  const [template] = overview.claims;
  const mention = template!.mentions[0]!;
  return {
    ...overview,
    claims: claims.map((makers, index) => ({
      ...template!,
      id: `c${index}`,
      key: `c${index}`,
      documents: Object.keys(makers),
      mentions: Object.entries(makers).flatMap(([document, voices]) =>
        voices.map((voice) => ({ ...mention, document, voice }))
      ),
      omittedBy: [],
      conflicts: []
    })),
    shared: claims.length,
    documents: overview.documents.map((document) => ({ ...document, claims: counts[document.id]! })),
    overlap: [
      { a: 'bulletin', b: 'gazette', jaccard: 0.9, interval: null, aInB: 1, bInA: 1, shared: 9 },
      { a: 'bulletin', b: 'note', jaccard: 0.9, interval: null, aInB: 1, bInA: 1, shared: 9 }
    ]
  };
}

const three = made(
  [
    { bulletin: ['author'], gazette: ['author', 'attributed'] },
    { bulletin: ['attributed'], gazette: ['attributed'], note: ['author'] },
    { bulletin: ['author'], note: ['attributed'] }
  ],
  {
    bulletin: { all: 6, author: 5, attributed: 1 },
    gazette: { all: 4, author: 2, attributed: 3 },
    note: { all: 3, author: 2, attributed: 1 }
  }
);

describe('overlap in one voice', () => {
  it('is as compared for all words', () => {
    expect(overlapInVoice(three, 'all')).toBe(three.overlap);
    expect(overlapInVoice(three, 'both')).toBe(three.overlap);
  });

  it('counts a claim that both make in this voice, out of those that either makes in it', () => {
    const [pair, other] = overlapInVoice(three, 'author');
    expect([pair!.shared, pair!.jaccard, pair!.aInB, pair!.bInA]).toEqual([1, 1 / 6, 1 / 5, 1 / 2]);
    expect([other!.shared, other!.jaccard]).toEqual([0, 0]);
    expect(overlapInVoice(three, 'attributed')[0]!.shared).toBe(1);
  });

  it('gives an interval that holds the share, and none where nobody says anything in this voice', () => {
    const { jaccard, interval } = overlapInVoice(three, 'author')[0]!;
    expect(interval![0]).toBeLessThan(jaccard);
    expect(interval![1]).toBeGreaterThan(jaccard);
    const silent = { all: 1, author: 0, attributed: 0 };
    const none = made([], { bulletin: silent, gazette: silent, note: silent });
    expect(overlapInVoice(none, 'attributed')[0]).toMatchObject({ shared: 0, jaccard: 0, interval: null });
  });

  it('leaves the claims to those heard in it', () => {
    expect(heardIn(three, 'attributed').claims.map(({ id, documents }) => [id, documents])).toEqual([
      ['c1', ['bulletin', 'gazette']]
    ]);
    expect(heardIn(three, 'all')).toBe(three);
  });
});

describe('sets of sources', () => {
  it('are counted with all claims that the sources make', () => {
    const { sets, total } = sharedSets(three, 'all');
    expect(sets.map(({ documents, claims }) => [documents.length, claims])).toEqual([
      [3, 1],
      [2, 1],
      [2, 1]
    ]);
    // 6 + 4 + 3, less what was counted twice or three times.
    expect(total).toBe(13 - 1 - 2 - 1);
  });

  it('are counted anew among the sources that are left', () => {
    const { sets, total } = sharedSets(
      withSources(three, (id) => id !== 'note'),
      'all'
    );
    expect(sets).toEqual([{ documents: ['bulletin', 'gazette'], claims: 2 }]);
    expect(total).toBe(8);
  });

  it('are counted anew in one voice', () => {
    expect(sharedSets(three, 'author').sets).toEqual([{ documents: ['bulletin', 'gazette'], claims: 1 }]);
    expect(sharedSets(three, 'author').total).toBe(9 - 1);
  });
});

describe('a large collection', () => {
  it('says that its page does not hold all shared claims, with sources left out too', () => {
    const cut = { ...three, shared: 500 };
    expect(holdsAllShared(three)).toBe(true);
    expect(holdsAllShared(withSources(three, (id) => id !== 'note'))).toBe(true);
    expect(holdsAllShared(cut)).toBe(false);
    expect(holdsAllShared(withSources(cut, (id) => id !== 'note'))).toBe(false);
    expect(holdsAllShared(heardIn(cut, 'author'))).toBe(false);
  });
});

describe('the bundled documents', () => {
  it('give the same sets and the same total as their whole result', async () => {
    const { documents } = await openCollection('russia-nato');
    const audit = await auditCollection('russia-nato');
    const order = documents.map(({ id }) => id);
    const whole = claimSets(claimEntries(audit), order).filter((set) => set.documents.length > 1);
    const { sets, total } = sharedSets(overviewSlice(audit, documents), 'all');
    expect(sets).toEqual(whole);
    expect(total).toBe(claimEntries(audit).length);
  });

  it('give every pair the count of claims that the engine compared it by', async () => {
    const { documents } = await openCollection('russia-nato');
    const slice = overviewSlice(await auditCollection('russia-nato'), documents);
    const counts = new Map(slice.documents.map(({ id, claims }) => [id, claims.all]));
    for (const { a, b, shared, jaccard, aInB } of slice.overlap) {
      expect(jaccard).toBeCloseTo(shared / (counts.get(a)! + counts.get(b)! - shared), 5);
      expect(aInB).toBeCloseTo(shared / counts.get(a)!, 5);
    }
  });
});

it('gives the shares it counts itself the interval that the engine gives its own', () => {
  for (const whole of [1, 2, 7, 40, 1_000])
    for (let part = 0; part <= whole; part += Math.ceil(whole / 7)) {
      const [low, high] = wilson(part, whole)!;
      const [engineLow, engineHigh] = wilsonInterval(part / whole, whole, NORMAL_95);
      expect(low).toBeCloseTo(engineLow, 12);
      expect(high).toBeCloseTo(engineHigh, 12);
    }
});
