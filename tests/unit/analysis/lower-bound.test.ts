import { describe, expect, it } from 'vitest';
import { lowerBound } from '$lib/analysis/lower-bound';

describe('the lower bound of a sorted list', () => {
  const find = (least: number): number => lowerBound([2, 4, 4, 9], least, (item) => item);

  it('is the first item that is not before the value, and of equal ones the first', () => {
    expect([1, 2, 3, 4, 5, 9].map(find)).toEqual([0, 0, 1, 1, 3, 3]);
  });

  it('is the length when every item is before the value, and for an empty list', () => {
    expect(find(10)).toBe(4);
    expect(lowerBound([], 1, (item: number) => item)).toBe(0);
  });
});
