import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainSides } from '$lib/analysis/claims/explain-sides';
import { closenessOfSides, readWholeSide, scoreSides } from '$lib/analysis/claims/score-texts';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

const { vectors: _, ...bare } = knowledge;
const side = (text: string, from = knowledge) => readWholeSide(readText(text, from), from);

const words = fc
  .array(
    fc.constantFrom(
      'Kenya',
      'opened',
      'closed',
      'not',
      'the',
      'dam',
      'in',
      '1998',
      '40',
      'percent',
      'Friday',
      '-',
      'twenty',
      'one',
      '.',
      'NATO',
      'the alliance',
      'constructor',
      '__proto__',
      'ß',
      '\u{1F600}',
      '\n'
    ),
    { maxLength: 30 }
  )
  .map((list) => list.join(' '));
const anything = fc.oneof(words, fc.string({ unit: 'binary', maxLength: 60 }));

describe('two stretches of any text', () => {
  it('score the same in either order, between 0 and 1, with reasons to show', () => {
    fc.assert(
      fc.property(anything, anything, (x, y) => {
        const [a, b] = [side(x), side(y)];
        const { same, closeness, because } = explainSides(a, b);
        expect(same).toBe(scoreSides(b, a));
        expect(closeness).toBe(closenessOfSides(b, a));
        for (const score of [same, closeness]) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
        }
        for (const reason of because) expect(reason).toMatch(/\S$/u);
      }),
      { seed: 1, numRuns: 150 }
    );
  });

  it('score without word vectors too', () => {
    const told = 'The council of Tarnby closed the old harbour bridge after the storm.';
    const retold = side('After the storm, Tarnby’s council shut the bridge at the harbour.', bare);
    const other = side('Violinists rehearsed a quartet by Haydn.', bare);
    expect(scoreSides(side(told, bare), retold)).toBeGreaterThan(0.5);
    expect(scoreSides(side(told, bare), other)).toBeLessThan(0.2);
  });
});
