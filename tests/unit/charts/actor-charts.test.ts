import { describe, expect, it } from 'vitest';
import type { Actor } from '$lib/analysis/audit-schema';
import { actorRoles } from '$lib/charts/actor-roles';
import { actorTone } from '$lib/charts/actor-tone';
import { LIGHT_PALETTE } from '$lib/charts/chart-piece';
import { speakerMatrix } from '$lib/charts/speaker-matrix';
import { speakerRowsChart } from '$lib/charts/speaker-rows';
import { mostMentions, rolesQuestion, toneQuestion } from '$lib/view/actors';
import { describeSources } from '$lib/view/sources';
import { speakerRows } from '$lib/view/speakers';
import type { DocumentSlice } from '$lib/view/slices';

const sources = describeSources(['a', 'b', 'c'].map((id) => ({ id, text: 'A text.', title: `Text ${id}` })));
const found = (document: string, mentions: number, author: number | null, agent = 0, patient = 0) => ({
  document,
  mentions,
  sentiment: { author, attributed: null },
  sentimentInterval: {
    author: author === null ? null : ([author - 0.2, author + 0.2] as [number, number]),
    attributed: null
  },
  sentimentBase: { author: mentions - 1, attributed: 1 },
  agent,
  patient
});
const actor: Actor = {
  id: 'mayor',
  name: 'the mayor',
  aliases: [],
  kind: 'person',
  documents: [found('a', 9, -0.3, 4, 1), found('b', 2, null), found('c', 0, null)]
};

describe('actorTone', () => {
  const piece = actorTone(actor, sources, 'all', LIGHT_PALETTE);

  it('has rows for the sources that name the actor, and marks where they do so often enough', () => {
    expect(piece.rows).toBe(2);
    expect(piece.marks.map(({ summary }) => summary)).toEqual([
      'A, author’s own words: tone −0.30, 95% interval −0.50 to −0.10, n = 8 mentions'
    ]);
    expect(piece.marks[0]!.target).toEqual({
      kind: 'actor',
      actor: 'mayor',
      document: 'a',
      aspect: 'author'
    });
  });

  it('says in the table what is too little to draw', () => {
    expect(piece.table.rows.map(({ sources: [id], cells }) => [id, cells[1]])).toEqual([
      ['a', '−0.30'],
      ['a', 'too few mentions'],
      ['b', 'too few mentions'],
      ['b', 'too few mentions']
    ]);
  });

  it('follows the choice of a voice', () => {
    expect(actorTone(actor, sources, 'attributed', LIGHT_PALETTE).marks).toEqual([]);
  });
});

describe('actorRoles', () => {
  it('draws doing to the right and undergoing to the left', () => {
    const { config, marks, title } = actorRoles(actor, sources, LIGHT_PALETTE);
    expect(title).toBe('Does the mayor act, or are they acted on?');
    expect(config.data.datasets.map(({ data }) => data)).toEqual([
      [4, 0],
      [-1, -0]
    ]);
    expect(marks[0]!.summary).toBe('A: the mayor does in 4 clauses, undergoes in 1 clause, n = 9 mentions');
  });

  it('asks in a sentence, with an article where a name takes one', () => {
    expect(toneQuestion({ name: 'United States' })).toBe('How does each source speak of the United States?');
    expect(rolesQuestion({ name: 'White House', kind: 'organisation' })).toBe(
      'Does the White House act, or is it acted on?'
    );
    for (const name of ['NATO', 'Russia', 'United', 'Western Union'])
      expect(toneQuestion({ name })).toBe(`How does each source speak of ${name}?`);
  });

  it('keeps the sources that name the actor most, in their own order', () => {
    const many = { ...actor, documents: [found('a', 1, null), found('b', 7, null), found('c', 3, null)] };
    expect(mostMentions(many, 2).documents.map(({ document }) => document)).toEqual(['b', 'c']);
  });
});

describe('who gets to speak', () => {
  const documents = sources.map(({ id }) => ({ id, words: 200 }) as DocumentSlice);
  const speakers = [
    {
      id: 'x',
      name: 'Anna Berg',
      holders: ['Berg', 'Anna Berg'],
      documents: [{ document: 'b', words: 20, passages: 2 }]
    },
    {
      id: 'unnamed',
      name: null,
      holders: [],
      documents: [
        { document: 'a', words: 50, passages: 3 },
        { document: 'b', words: 10, passages: 1 }
      ]
    }
  ];
  const rows = speakerRows({ documents, speakers });

  it('puts the speaker with the most words first, with a share for every source', () => {
    expect(rows.map(({ name, shares }) => [name, shares.map(({ share }) => share)])).toEqual([
      ['somebody not named there', [0.25, 0.05, 0]],
      ['Anna Berg', [0, 0.1, 0]]
    ]);
    expect(rows[1]!.otherNames).toEqual(['Berg']);
  });

  it('leads from a cell to the words, and from an empty one nowhere', () => {
    const { marks, table } = speakerMatrix(rows, sources, LIGHT_PALETTE);
    expect(marks[4]!.summary).toBe(
      'B: 10% of its words are those of Anna Berg, 20 of 200 words in 2 passages'
    );
    expect(marks[4]!.target).toEqual({ kind: 'speaker', speaker: 'x', document: 'b' });
    expect(marks[3]!.target).toBeNull();
    expect(table.rows).toHaveLength(3);
  });

  it('puts many sources together, and says in how many somebody speaks', () => {
    const { marks } = speakerRowsChart(
      rows,
      600,
      speakerMatrix(rows, sources, LIGHT_PALETTE).table,
      LIGHT_PALETTE
    );
    expect(marks[0]!.summary).toBe(
      'somebody not named there: 10% of all words, 60 of 600 words, in 2 of 3 sources'
    );
  });

  it('leads from a row of many sources to the words in all of them', () => {
    const { marks } = speakerRowsChart(
      rows,
      600,
      speakerMatrix(rows, sources, LIGHT_PALETTE).table,
      LIGHT_PALETTE
    );
    expect(marks[0]!.target).toEqual({ kind: 'speaker', speaker: 'unnamed', document: null });
    expect(marks[0]!.sources).toEqual(['a', 'b']);
  });

  it('forgets a speaker whose sources are hidden', () => {
    expect(speakerRows({ documents: documents.slice(2), speakers })).toEqual([]);
  });
});
