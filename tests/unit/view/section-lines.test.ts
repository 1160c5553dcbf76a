import { describe, expect, it } from 'vitest';
import { sectionLines } from '$lib/view/section-lines';
import { overviewSlice } from '$lib/view/slices';
import { fixture, texts } from './fixture-audit';

const overview = overviewSlice(fixture, texts);

describe('what a section comes to in one line', () => {
  const lines = sectionLines(overview);

  it('counts what the section shows', () => {
    const cell = (document: string, stance: 'asserts' | 'disputes' | 'silent') => ({
      document,
      stance,
      mentions: [],
      mixed: false,
      nearest: null
    });
    const claim = (id: string, ...cells: ReturnType<typeof cell>[]) => ({ id, statement: id, cells });
    const contested = [
      claim('split', cell('a', 'asserts'), cell('b', 'disputes')),
      claim('alone', cell('a', 'asserts'), cell('b', 'silent'))
    ];
    expect(sectionLines({ ...overview, contested }).contested).toBe(
      '2 claims; one is stated as its own by one source and denied by another.'
    );
    expect(lines.overlap).toMatch(
      /^(No claim|\d+ claims?) made by at least two; (no possible conflict|\d+ possible conflicts?)\.$/u
    );
    expect(lines.overlap).toContain(`${overview.shared} claim`);
    expect(lines.words).toBe(`Words stand out beyond chance in 1 of ${overview.documents.length} sources.`);
  });

  it('says where there is nothing', () => {
    const empty = {
      ...overview,
      contested: [],
      claims: [],
      shared: 0,
      speakers: [],
      actors: [],
      keyness: []
    };
    expect(sectionLines(empty)).toMatchObject({
      contested: 'No claim is looked for yet.',
      overlap: 'No claim made by at least two; no possible conflict.',
      speakers: 'These texts quote or report nobody.',
      actors: 'No actor was recognised in these texts.',
      words: 'No word stands out beyond chance.'
    });
  });

  it('names no actor where none is named often enough', () => {
    const actor = { id: 'x', name: 'X', aliases: [], kind: 'place' as const, documents: [] };
    expect(sectionLines({ ...overview, actors: [actor] }).actors).toBe(
      '1 actor, named too seldom to say how.'
    );
  });

  it('claims nothing of what is still to come', () => {
    const part = sectionLines({ ...overview, part: true, actors: [], keyness: [] });
    expect([part.actors, part.tone, part.words]).toEqual(Array(3).fill('Fetched when you come near.'));
  });
});
