import { describe, expect, it } from 'vitest';
import { foldsOf, groupDuplicates } from '../../../../src/cli/fit/folds';

const words = (text: string): string[] => text.split(' ');

describe('folds', () => {
  it('groups texts that share three in five of their words', () => {
    const groups = groupDuplicates(
      [
        'the dam broke in the spring',
        'taxes rose by four percent',
        'the dam broke in early spring',
        'taxes fell by four percent last year and nobody knew why'
      ].map(words)
    );
    expect([...groups]).toEqual([0, 1, 0, 3]);
  });

  it('puts a chain of near-duplicates into one group', () => {
    const groups = groupDuplicates(['a b c d e', 'b c d e f', 'c d e f g', 'x y z'].map(words));
    expect([...groups]).toEqual([0, 0, 0, 3]);
  });

  it('keeps a group in one fold and spreads the labels evenly', () => {
    const labels = Array.from({ length: 100 }, (_, index) => index % 4 === 0);
    const groups = Int32Array.from(labels, (_, index) => (index === 1 ? 0 : index));
    const folds = foldsOf(groups, labels, 5, 'test');
    expect(folds[1]).toBe(folds[0]);
    for (let fold = 0; fold < 5; fold++) {
      const positive = labels.filter((label, index) => label && folds[index] === fold);
      expect(positive).toHaveLength(5);
    }
    expect(foldsOf(groups, labels, 5, 'test')).toEqual(folds);
    expect(foldsOf(groups, labels, 5, 'another')).not.toEqual(folds);
  });
});
