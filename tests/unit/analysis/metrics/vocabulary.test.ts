import { describe, expect, it } from 'vitest';
import { measuredOf, resultOf } from './measured';

/** Sentences of ten words, each word spelled with letters and met again after `period` words. */
function words(count: number, period: number): string {
  const letters = (n: number): string =>
    (n < 26 ? '' : letters(Math.floor(n / 26))) + String.fromCharCode(97 + (n % 26));
  return Array.from({ length: count }, (_, i) => `zo${letters(i % period)}k${i % 10 === 9 ? '.' : ''}`).join(
    ' '
  );
}

describe('vocabulary', () => {
  it.each([
    [1000, 1000, 100],
    [1000, 50, 50],
    [3000, 50, 50],
    [1000, 7, 7],
    [100, 20, 20]
  ])('of %d words that come again after %d is %d different words in a window', (count, period, value) => {
    const found = measuredOf('vocabulary', words(count, period));
    expect(found.base).toBe(count);
    expect(found.value).toBeCloseTo(value, 9);
  });

  it('averages over all windows', () => {
    // 100 different words, then one word 100 times: windows fall from 100 to 1 in even steps.
    const found = measuredOf('vocabulary', `${words(100, 100)} ${words(100, 1).replaceAll('zoak', 'same')}`);
    expect(found.value).toBeCloseTo((100 + (100 * 101) / 2) / 101, 9);
  });

  it('says nothing of fewer than 100 words, nor of a voice that has fewer', () => {
    expect(resultOf('vocabulary', words(99, 50))).toMatchObject({ status: 'too-short' });
    const text = `${'The council met on Monday and looked at the plan for the road. '.repeat(12)}"We will build it," Anna Berg said.`;
    const found = measuredOf('vocabulary', text);
    expect(found.author.value).not.toBeNull();
    expect(found.attributed).toMatchObject({ value: null, interval: null, base: 4 });
    expect(found.author.base + found.attributed.base).toBe(found.base);
  });

  it('has an interval that holds the value and narrows with the length of the text', () => {
    const widths = [100, 400, 1600].map((count) => {
      const { value, interval } = measuredOf('vocabulary', words(count, 60));
      expect(interval[0]).toBeLessThan(value);
      expect(interval[1]).toBeGreaterThan(value);
      return interval[1] - interval[0];
    });
    expect(widths[0]! / widths[1]!).toBeCloseTo(2, 0);
    expect(widths[1]! / widths[2]!).toBeCloseTo(2, 0);
  });

  it('shows the words that come again most', () => {
    const text = `${words(100, 100)} The bridge is old. The bridge is long. The bridge is high. The bridge is grey.`;
    const { evidence } = measuredOf('vocabulary', text);
    expect(new Set(evidence.map((item) => item.quote))).toEqual(new Set(['bridge']));
    expect(evidence).toHaveLength(4);
  });
});
