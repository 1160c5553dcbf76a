import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { targetSentiment } from '$lib/analysis/compare/target-sentiment';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

function of(text: string, target: string) {
  const start = text.indexOf(target);
  return targetSentiment(readText(text, knowledge), { start, end: start + target.length }, knowledge);
}

describe('sentiment aimed at a target', () => {
  it('tells blame from praise and both from a plain report', () => {
    expect(of('Critics accused Diallo of lying to voters and called him a disgrace.', 'Diallo').label).toBe(
      'negative'
    );
    expect(of('Diallo won a great victory and was praised for her courage.', 'Diallo').label).toBe(
      'positive'
    );
    expect(of('Diallo said the meeting would continue on Tuesday.', 'Diallo').label).toBe('neutral');
  });

  it('tells the one who blames from the one who is blamed', () => {
    const text = 'Okafor accused Diallo of fraud.';
    expect(of(text, 'Diallo').score).toBeLessThan(of(text, 'Okafor').score);
  });

  it.each([
    ['Peru attacked the plan, and critics called Peru reckless.', 'Peru', 'Chile'],
    ['Last week Kenya was accused of corruption by the bank.', 'Kenya', 'Norway'],
    ['Many voters love Moreau because of the jobs she saved.', 'Moreau', 'Tanaka']
  ])('does not ask who is meant: %s', (text, name, other) => {
    expect(of(text.replaceAll(name, other), other)).toEqual(of(text, name));
  });

  it('is neutral where the span holds no measured word', () => {
    expect(of('Diallo lost.', ' ')).toEqual({ score: 0, label: 'neutral' });
  });

  it('holds no weight for a name of the gazetteers or a people', () => {
    const names = new Set(
      ['countries', 'countries-demonyms', 'capitals', 'bare-names'].flatMap((list) =>
        knowledge.lexicons[list]!.entries.flatMap(({ patterns }) =>
          patterns.filter((pattern) => pattern.length === 1).flatMap(([term]) => term!.words)
        )
      )
    );
    const groups =
      'republican democrat democratic conservative liberal socialist communist muslim islamic jew jewish christian catholic hindu black white latino hispanic immigrant migrant refugee gay lesbian transgender arab european american president senator he she man woman';
    for (const word of groups.split(' ')) names.add(word);
    const known = ['target-tone', 'target-plain'].flatMap((list) => [...knowledge.valences![list]!.keys()]);
    expect(known.length).toBeGreaterThan(0);
    expect(known.filter((key) => names.has(key.slice(key.indexOf('-') + 1)))).toEqual([]);
  });

  it('answers for any text and any span', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 120 }),
        fc.nat(120),
        fc.nat(40),
        (text, start, length) => {
          const { score } = targetSentiment(
            readText(text, knowledge),
            { start, end: start + length },
            knowledge
          );
          return score >= -1 && score <= 1;
        }
      ),
      { numRuns: 100, seed: 1 }
    );
  });

  it('reads a sentence without an end', () => {
    const text = `${'Diallo failed and failed, '.repeat(2000)}`;
    const reading = readText(text, knowledge);
    const scores = [0, 26_000, 51_974].map(
      (start) => targetSentiment(reading, { start, end: start + 6 }, knowledge).score
    );
    expect(Math.max(...scores)).toBeLessThan(0);
  });
});
