import { describe, expect, it } from 'vitest';
import { averagePrecision, bestThreshold, f1 } from '../../../../src/cli/fit/scores';
import { listYaml } from '../../../../src/cli/fit/write-list';
import { loadValences } from '$lib/lexicons/load-valences';

describe('figures of a fit', () => {
  it('weighs what was found against what is there', () => {
    expect(f1([true, true, false, false], [true, false, true, false])).toBe(0.5);
    expect(f1([false], [false])).toBe(0);
  });

  it('finds the threshold with the best F1, between two scores', () => {
    const labels = [true, true, false, true, false];
    const scores = [0.9, 0.8, 0.3, 0.6, 0.1];
    expect(bestThreshold(labels, scores)).toBeCloseTo(0.45, 9);
    // Rows with one score stand or fall together.
    expect(bestThreshold([true, false, true], [0.5, 0.5, 0.2])).toBeLessThanOrEqual(0.2);
  });

  it('is 1 where every positive row comes first', () => {
    expect(averagePrecision([true, true, false], [3, 2, 1])).toBe(1);
    expect(averagePrecision([false, true], [2, 1])).toBe(0.5);
  });
});

describe('a fitted list', () => {
  const list = {
    about: 'Weights for a test.',
    id: 'check-worthiness-words',
    title: 'Words',
    source: "Somebody's data",
    licence: 'None',
    valences: new Map([
      ['no', -1.5],
      ["n't", 0.2],
      ['a-yes', 1]
    ])
  };

  it('is read back as it was, whatever YAML makes of a bare word', () => {
    const { words } = loadValences('check-worthiness-words.yaml', listYaml(list));
    expect(words.join(' ').split(' ')).toEqual(['a-yes', '1', "n't", '0.2', 'no', '-1.5']);
  });

  it('does not depend on the order of its numbers', () => {
    const turned = { ...list, valences: new Map([...list.valences].reverse()) };
    expect(listYaml(turned)).toBe(listYaml(list));
  });
});
