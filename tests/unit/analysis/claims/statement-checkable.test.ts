import { describe, expect, it } from 'vitest';
import { checkWorthiness } from '$lib/analysis/claims/check-worthiness';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

function scores(text: string) {
  const { document, statements } = readText(text, knowledge);
  return statements.map(({ start, end, sentence, checkable }) => ({
    quote: text.slice(start, end),
    checkable,
    sentence: checkWorthiness(document.tokens, document.sentences[sentence]!, knowledge)
  }));
}

describe('how checkable a statement is', () => {
  it('is what the model gives the sentence, where the statement is all of it', () => {
    const [only] = scores('The ministry closed 40 schools in 2012.');
    expect(only!.quote).toBe('The ministry closed 40 schools in 2012.');
    expect(only!.checkable).toBeCloseTo(only!.sentence, 2);
  });

  it('lets a bare clause share in its sentence', () => {
    const within = scores('The ministry closed 40 schools in 2012, and the promise was broken.').at(-1)!;
    const [alone] = scores('And the promise was broken.');
    expect(within.quote).toBe('and the promise was broken.');
    expect(within.checkable).toBeGreaterThan(alone!.checkable);
    expect(within.checkable).toBeLessThan(within.sentence);
  });

  it('ranks deeds with figures above plans, appeals and questions', () => {
    const [deed, plan, appeal, question] = [
      'The port shipped 300 tons of copper in May.',
      'The port will ship more copper some day.',
      'Let us be proud of our port, my friends!',
      'Do you think that the port is any good?'
    ].map((text) => scores(text)[0]!.checkable);
    expect(deed).toBeGreaterThan(plan!);
    expect(plan).toBeGreaterThan(appeal!);
    expect(deed).toBeGreaterThan(0.8);
    expect(Math.max(appeal!, question!)).toBeLessThan(0.25);
  });

  it('is 0 to 1 for any text', () => {
    for (const text of ['?', '… said.', 'He said “…”.', `${'that '.repeat(400)}.`]) {
      for (const { checkable } of scores(text)) {
        expect(checkable).toBeGreaterThanOrEqual(0);
        expect(checkable).toBeLessThanOrEqual(1);
      }
    }
  });
});
