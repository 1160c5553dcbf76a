import { describe, expect, it } from 'vitest';
import { knowledge } from '$lib/lexicons/generated';
import { readDocument } from '$lib/text/read-document';
import { calibrate, fitCheckworthy, scoresOf } from '../../../../src/cli/fit/checkworthy';
import { readExample } from '../../../../src/cli/fit/checkworthy-examples';

const example = (text: string) => readExample(readDocument(text, knowledge).tokens);
const things = ['taxes', 'jobs', 'ships', 'roads', 'farms', 'mines', 'schools', 'banks'];
const texts = things.flatMap((thing) => [
  `Last year Anna Berg cut ${thing} by 40 percent.`,
  `The number of ${thing} rose to 300 in May.`,
  `We must love our ${thing}, my friends.`,
  `Do you believe in ${thing}?`
]);
const labels = texts.map((_, index) => index % 4 < 2);
const folds = Uint8Array.from(texts, (_, index) => (index >> 2) % 4);
const words = {
  vectors: knowledge.vectors!,
  others: new Set(['factories']),
  leftOut: new Set(['banks'])
};
const lists = fitCheckworthy(texts.map(example), labels, folds, words);

describe('fitting check-worthiness', () => {
  it('tells facts from appeals about things it has not seen', () => {
    const [fact, appeal] = scoresOf(
      lists,
      ['The number of bridges rose to 200 in June.', 'We must love our bridges, my friends.'].map(example)
    );
    expect(fact).toBeGreaterThan(appeal!);
  });

  it('weighs no name, nothing that is left out, and words known from their like alone', () => {
    expect(lists.words.has('anna') || lists.words.has('berg')).toBe(false);
    expect([...lists.words.keys(), ...lists.pairs.keys(), ...lists.gaps.keys()].join(' ')).not.toContain(
      'banks'
    );
    expect(lists.words.has('factories')).toBe(true);
  });

  it('gives the same lists again', () => {
    expect(fitCheckworthy(texts.map(example), labels, folds, words)).toEqual(lists);
  });

  it('straightens scores that are too sure of themselves', () => {
    const scores = Array.from({ length: 200 }, (_, index) => (index % 2 === 0 ? 4 : -4));
    const truth = scores.map((score, index) => (index % 10 < 8 ? score > 0 : score < 0));
    const { slope, shift } = calibrate(scores, truth);
    expect(4 * slope + shift).toBeCloseTo(Math.log(0.8 / 0.2), 1);
  });
});
