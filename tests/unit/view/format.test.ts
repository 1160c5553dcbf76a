import { describe, expect, it } from 'vitest';
import {
  formatDate,
  formatInterval,
  formatNumber,
  formatShare,
  formatSigned,
  inWords,
  joinWords,
  plural
} from '$lib/view/format';

describe('numbers', () => {
  it('keeps as many decimals as a reader needs', () => {
    expect([1234.5, 57.94, 3.417, 0.0834, 12].map((value) => formatNumber(value))).toEqual([
      '1,235',
      '57.9',
      '3.42',
      '0.08',
      '12'
    ]);
  });

  it('never prints NaN, a negative zero or an empty cell', () => {
    expect(formatNumber(null)).toBe('–');
    expect(formatNumber(Number.NaN)).toBe('–');
    expect(formatNumber(-0.0001)).toBe('0.00');
    expect(formatSigned(-0.4)).toBe('−0.40');
    expect(formatSigned(1.2)).toBe('+1.20');
    expect(formatShare(null)).toBe('–');
    expect(formatInterval(null)).toBe('no interval');
  });

  it('tells small shares apart from none', () => {
    expect(formatShare(0.004)).toBe('0.4%');
    expect(formatShare(0)).toBe('0%');
    expect(formatShare(0.123)).toBe('12%');
    expect(formatInterval([0.05, 0.2], formatShare)).toBe('5% to 20%');
  });
});

describe('words', () => {
  it('counts and lists as a sentence does', () => {
    expect(plural(1, 'word')).toBe('1 word');
    expect(plural(1579, 'word')).toBe('1,579 words');
    expect(joinWords(['A'])).toBe('A');
    expect(joinWords(['A', 'B', 'C'])).toBe('A, B and C');
    expect(joinWords(['publisher', 'author'], 'or')).toBe('publisher or author');
    expect([0, 4, 23].map(inWords)).toEqual(['no', 'four', '23']);
  });

  it('writes dates out and leaves what is none alone', () => {
    expect(formatDate('2019-10-17')).toBe('17 October 2019');
    expect(formatDate('2019-10')).toBe('October 2019');
    expect(formatDate('about a year ago')).toBe('about a year ago');
    expect(formatDate('2019-13-01')).toBe('2019-13-01');
  });
});
