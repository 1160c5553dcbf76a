import { describe, expect, it } from 'vitest';
import { ClaimIndex } from '$lib/analysis/claims/claim-index';
import { clusterUnits } from '$lib/analysis/claims/cluster-units';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

function indexOf(...texts: readonly string[]): ClaimIndex {
  const index = new ClaimIndex(knowledge);
  index.add(texts.map((text, i) => ({ id: `d${i}`, reading: readText(text, knowledge) })));
  return index;
}

/** An index that says how often a statement of it was looked at. */
function counting(index: ClaimIndex): { index: ClaimIndex; looks: () => number } {
  let looks = 0;
  const units = new Proxy(index.units, {
    get(target, key) {
      if (typeof key === 'string' && /^\d+$/.test(key)) looks++;
      return Reflect.get(target, key) as unknown;
    }
  });
  const counted = new Proxy(index, {
    get(target, key) {
      if (key === 'units') return units;
      const value = Reflect.get(target, key) as unknown;
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    }
  });
  return { index: counted, looks: () => looks };
}

describe('groups of statements that make the same claim', () => {
  it('hold every statement once, in the order of their first', () => {
    const index = indexOf(
      'The bridge opened on Monday. Fares rose by 4 percent in May.',
      'The city council closed two schools. The bridge opened on Monday.',
      'Fares rose by 4 percent in May. It rained.'
    );
    const groups = clusterUnits(index);
    expect(groups.flat().sort((a, b) => a - b)).toEqual(index.units.map((_, unit) => unit));
    expect(groups.map((group) => group[0]!)).toEqual(groups.map((group) => group[0]!).sort((a, b) => a - b));
    const documents = groups
      .filter((group) => group.length > 1)
      .map((group) => [...new Set(group.map((unit) => index.units[unit]!.document))]);
    expect(documents).toEqual([
      [0, 1],
      [0, 2]
    ]);
  });

  it('take time in proportion to the text where one sentence stands again and again', () => {
    const looksAt = (times: number): number => {
      const { index, looks } = counting(indexOf('The bridge opened on Monday. '.repeat(times)));
      clusterUnits(index);
      return looks() / times;
    };
    expect(looksAt(2_000)).toBeLessThan(1.3 * looksAt(500));
  });
});
