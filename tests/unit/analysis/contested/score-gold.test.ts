import { describe, expect, it } from 'vitest';
import type { Contested, Mention } from '$lib/analysis/audit-schema';
import { scoreGold, type GoldClaim } from '$lib/analysis/contested/score-gold';

const gold: GoldClaim = {
  id: 'c',
  statement: 'It rained.',
  mentions: [
    {
      doc: 'a',
      quote: 'It rained',
      start: 0,
      voice: 'author',
      polarity: 'affirm',
      certainty: 'plain',
      holder: null,
      optional: false
    },
    {
      doc: 'a',
      quote: 'wet',
      start: 40,
      voice: 'author',
      polarity: 'affirm',
      certainty: null,
      holder: null,
      optional: true
    }
  ],
  either: ['b'],
  stance: { a: 'asserts', b: 'silent' }
};

function found(mentions: [start: number, end: number][], voice: Mention['voice'] = 'author'): Contested[] {
  return [
    {
      id: 'c',
      statement: gold.statement,
      credit: null,
      cells: [
        {
          document: 'a',
          stance: mentions.length > 0 ? 'asserts' : 'silent',
          mixed: false,
          nearest: null,
          mentions: mentions.map(([start, end]) => ({
            start,
            end,
            quote: '',
            voice,
            holder: null,
            polarity: 'affirm',
            certainty: 'plain',
            score: 1
          }))
        },
        { document: 'b', stance: 'hedges', mixed: false, nearest: null, mentions: [] }
      ]
    }
  ];
}

describe('the score on gold', () => {
  it('is full when all is found, and accepts either reading where the gold does', () => {
    const score = scoreGold([gold], found([[0, 9]]));
    expect(score.mentions).toMatchObject({ f1: 1, right: 1, wrong: 0, missed: 0 });
    expect(score.stance.accuracy).toBe(1);
  });

  it('charges a mention that touches nothing, but not an optional or a second one on the same words', () => {
    expect(
      scoreGold(
        [gold],
        found([
          [0, 9],
          [20, 30]
        ])
      ).mentions
    ).toMatchObject({ wrong: 1 });
    expect(
      scoreGold(
        [gold],
        found([
          [0, 9],
          [38, 44]
        ])
      ).mentions
    ).toMatchObject({ wrong: 0, right: 1 });
    expect(
      scoreGold(
        [gold],
        found([
          [0, 5],
          [5, 9]
        ])
      ).mentions
    ).toMatchObject({ wrong: 0, right: 1 });
  });

  it('charges what is missed and a wrong voice', () => {
    expect(scoreGold([gold], found([])).mentions).toMatchObject({ missed: 1, f1: 0 });
    const { accuracy } = scoreGold([gold], found([[0, 9]], 'attributed'));
    expect(accuracy).toMatchObject({ voice: 0, polarity: 1, certainty: 1 });
  });
});
