import { describe, expect, it } from 'vitest';
import type { Actor, Audit } from '$lib/analysis/audit-schema';
import type { ActorAspect } from '$lib/view/evidence';
import { evidenceInMemory } from '$lib/view/evidence-in-memory';
import { evidenceSheet } from '$lib/view/evidence-sheet';
import { overviewSlice } from '$lib/view/slices';
import { fixture, metrics } from './fixture-audit';

const text = 'Kenya thanked Peru. Kenya won. Critics said Kenya lied. Peru honoured Kenya.';
const places = [...text.matchAll(/Kenya/gu)].map(({ index }, place) => ({
  start: index,
  end: index + 'Kenya'.length,
  voice: place === 2 ? ('attributed' as const) : ('author' as const),
  role: (['agent', null, 'agent', 'patient'] as const)[place]!,
  tone: [0.5, 0.3, -0.6, 0.1][place]!
}));
const found: Actor['documents'][number] = {
  document: 'note',
  mentions: 4,
  sentiment: { author: 0.3, attributed: null },
  sentimentInterval: { author: [0.1, 0.5], attributed: null },
  sentimentBase: { author: 3, attributed: 1 },
  agent: 2,
  patient: 1,
  places
};
const kenya: Actor = { id: 'kenya', name: 'Kenya', aliases: ['Nairobi'], kind: 'place', documents: [found] };
const texts = [{ id: 'note', title: 'A note', text }];
const sheetOf = (aspect?: ActorAspect, actor: Actor = kenya) => {
  const audit: Audit = {
    ...fixture,
    documents: fixture.documents.filter(({ id }) => id === 'note'),
    comparison: { ...fixture.comparison, actors: [actor] }
  };
  return evidenceSheet(
    { kind: 'actor', actor: 'kenya', document: 'note', ...(aspect && { aspect }) },
    {
      overview: overviewSlice(audit, [...texts]),
      metrics,
      contested: [],
      source: evidenceInMemory(audit, texts)
    }
  );
};

describe('the evidence of an actor', () => {
  it('is every mention, with whose words, which part and what tone', async () => {
    const { groups, lede } = await sheetOf();
    expect(groups[0]!.passages.map(({ voice, note }) => [voice, note])).toEqual([
      ['author', 'Does something · Tone +0.50'],
      ['author', 'Tone +0.30'],
      [null, 'Does something · Tone −0.60 · Attributed words'],
      ['author', 'Undergoes something · Tone +0.10']
    ]);
    expect(groups[0]!.remark).toContain('4 mentions counted');
    expect(lede).toContain('Nairobi');
  });

  it('of a tone is exactly the mentions that its mean was taken of', async () => {
    const [group] = (await sheetOf('author')).groups;
    expect(group!.remark).toBe(
      'Tone aimed at it in the author’s own words: +0.30, the mean of 3 mentions, 95% interval 0.10 to 0.50.'
    );
    expect(group!.passages.map(({ note }) => note)).toEqual(['Tone +0.50', 'Tone +0.30', 'Tone +0.10']);
  });

  it('of a tone that is not told says how few mentions there are', async () => {
    const [group] = (await sheetOf('attributed')).groups;
    expect(group!.remark).toBe('Tone in attributed words: 1 mention, too few to say.');
    expect(group!.passages).toHaveLength(1);
  });

  it('of its parts is exactly the clauses that were counted, doing before undergoing', async () => {
    const [group] = (await sheetOf('roles')).groups;
    expect(group!.passages.map(({ note }) => note)).toEqual([
      'Does something',
      'Does something',
      'Undergoes something'
    ]);
    expect(group!.remark).toContain(
      'Does something in 2 clauses, undergoes something in 1 clause. The order of words gives no part away at 1 more mention.'
    );
  });

  it('says so where a result kept no places', async () => {
    const { places: _places, ...without } = found;
    const [group] = (await sheetOf('roles', { ...kenya, documents: [without] })).groups;
    expect(group!.remark).toContain('not kept');
    expect(group!.passages).toEqual([]);
  });
});
