import { describe, expect, it } from 'vitest';
import { curlyQuotes } from '$lib/view/curly-quotes';

describe('a message on a page', () => {
  it('has its quotation marks in pairs', () => {
    expect(curlyQuotes('There is no document "a" in "b".')).toBe('There is no document “a” in “b”.');
  });

  it('keeps a mark that has no partner', () => {
    expect(curlyQuotes('A screen of 13" shows less.')).toBe('A screen of 13" shows less.');
  });
});
