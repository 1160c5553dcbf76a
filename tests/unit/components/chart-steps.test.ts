import { describe, expect, it } from 'vitest';
import { chartStep } from '$lib/components/chart-steps';

describe('the keys of a chart', () => {
  it('walk from the first mark to the last and no further', () => {
    expect(chartStep('ArrowDown', -1, 3)).toBe(0);
    expect(chartStep('ArrowRight', 2, 3)).toBe(2);
    expect(chartStep('ArrowUp', 0, 3)).toBe(0);
    expect(chartStep('Home', 2, 3)).toBe(0);
    expect(chartStep('End', 0, 3)).toBe(2);
  });

  it('open the evidence, turn pages, and leave all others to the browser', () => {
    expect(['Enter', ' ', 'PageDown', 'PageUp', 'Tab', 'a'].map((key) => chartStep(key, 0, 3))).toEqual([
      'open',
      'open',
      'further',
      'back',
      null,
      null
    ]);
  });
});
