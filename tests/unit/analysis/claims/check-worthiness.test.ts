import { describe, expect, it } from 'vitest';
import { CHECK_WORTHY, checkWorthiness, checkWorthyModel } from '$lib/analysis/claims/check-worthiness';
import { knowledge } from '$lib/lexicons/generated';
import { readDocument } from '$lib/text/read-document';

function score(text: string): number {
  const { tokens } = readDocument(text, knowledge);
  return checkWorthiness(tokens, { firstToken: 0, tokenEnd: tokens.length }, knowledge);
}

describe('check-worthiness', () => {
  it.each([
    'The unemployment rate fell to 4.2 percent in March.',
    'The alliance was founded in 1949 by twelve countries.',
    'They cut taxes for the rich by 300 billion dollars.'
  ])('finds something to check in: %s', (text) => {
    expect(score(text)).toBeGreaterThanOrEqual(CHECK_WORTHY);
  });

  it.each([
    'What a wonderful day this is!',
    'Do you really believe that?',
    'We must stand together and build a better future.',
    'Thank you all very much.'
  ])('finds nothing to check in: %s', (text) => {
    expect(score(text)).toBeLessThan(CHECK_WORTHY);
  });

  it('puts a statement above the question that asks for it', () => {
    expect(score('The budget grew by 40 percent last year.')).toBeGreaterThan(
      score('Should the budget grow next year?')
    );
  });

  it('gives a number from 0 to 1 for any text, and 0 where no word stands', () => {
    for (const text of ['', '…', '\u{1F600}'.repeat(50), 'a'.repeat(50_000), '7'.repeat(5000), "' -- $ %"]) {
      const found = score(text);
      expect(found).toBeGreaterThanOrEqual(0);
      expect(found).toBeLessThanOrEqual(1);
    }
    expect(score('… —')).toBe(0);
  });

  it('does not read past the range it is given', () => {
    const { tokens } = readDocument('Thank you. The rate fell to 4 percent in 2010.', knowledge);
    const alone = readDocument('Thank you.', knowledge).tokens;
    const range = { firstToken: 0, tokenEnd: alone.length };
    expect(checkWorthiness(tokens, range, knowledge)).toBe(checkWorthiness(alone, range, knowledge));
  });

  it('does not move when the actors are exchanged', () => {
    expect(score('In 2003, France bombed the port of Lima.')).toBe(
      score('In 2003, Peru bombed the port of Marseille.')
    );
    expect(score('Anna Berg said that Chile had signed the treaty.')).toBe(
      score('Nina Holm said that Norway had signed the treaty.')
    );
  });

  it('names the words that weigh most, and no name', () => {
    const { tokens } = readDocument('Norway cut unemployment by 4 percent, my friends.', knowledge);
    const range = { firstToken: 0, tokenEnd: tokens.length };
    const words = checkWorthyModel(knowledge).strongest(tokens, range, 3);
    expect(words).toHaveLength(3);
    expect(words).toContain('percent');
    expect(words).not.toContain('Norway');
    expect(words).not.toContain('friends');
  });

  it('holds no weight for a state, a people or a capital: who acts makes a fact no easier to check', () => {
    const names = new Set(
      ['countries', 'countries-demonyms', 'capitals'].flatMap((list) =>
        knowledge.lexicons[list]!.entries.flatMap(({ patterns }) =>
          patterns.filter((pattern) => pattern.length === 1).flatMap(([term]) => term!.words)
        )
      )
    );
    const known = ['words', 'pairs', 'gaps'].flatMap((part) => [
      ...knowledge.valences![`check-worthiness-${part}`]!.keys()
    ]);
    expect(known.length).toBeGreaterThan(1000);
    expect(known.filter((key) => key.split('-').some((word) => names.has(word)))).toEqual([]);
  });
});
