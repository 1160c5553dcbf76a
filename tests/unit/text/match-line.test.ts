import { describe, expect, it } from 'vitest';
import type { Lexicon, Pattern, Term } from '$lib/lexicons/knowledge';
import { wordsOfLine } from '$lib/text/line-words';
import { compileLineMatcher } from '$lib/text/match-line';

const term = (parts: Partial<Term>): Term => ({
  words: [],
  exact: false,
  pos: [],
  optional: false,
  number: false,
  gap: 0,
  ...parts
});
const word = (...words: string[]): Term => term({ words });

function matches(pattern: Pattern, line: string): boolean {
  const entry = {
    id: 'page-chrome/sample',
    category: 'byline',
    note: '',
    alternative: null,
    source: '',
    patterns: [pattern],
    except: [],
    notAfter: [],
    notBefore: [],
    weight: 1
  };
  const lexicon: Lexicon = { id: 'page-chrome', title: '', source: '', licence: '', entries: [entry] };
  return compileLineMatcher(lexicon).find(wordsOfLine(line)) !== null;
}

describe('a page-chrome pattern', () => {
  const byline = [word('by'), term({ pos: ['PROPN'] }), term({ pos: ['PROPN'], optional: true })];

  it('covers the whole line or nothing', () => {
    expect(matches(byline, 'By Anna Brown')).toBe(true);
    expect(matches(byline, 'By Anna')).toBe(true);
    expect(matches(byline, 'By Anna Brown and others')).toBe(false);
    expect(matches(byline, 'Written by Anna')).toBe(false);
  });

  it('asks for a capital where it says PROPN', () => {
    expect(matches(byline, 'by noon')).toBe(false);
  });

  it('takes figures and small number words for #', () => {
    const counter = [term({ number: true }), word('view')];
    expect(matches(counter, '39 views')).toBe(true);
    expect(matches(counter, 'a view')).toBe(true);
    expect(matches(counter, 'great views')).toBe(false);
  });

  it('lets a gap be empty, and no longer than it may be', () => {
    const gap = [word('by'), term({ gap: 2 }), word('read')];
    expect(matches(gap, 'By read')).toBe(true);
    expect(matches(gap, 'By a b read')).toBe(true);
    expect(matches(gap, 'By a b c read')).toBe(false);
  });

  it('stays quick on a pattern that could be read in many ways', () => {
    const gaps = Array.from({ length: 12 }, () => term({ gap: 6 }));
    expect(matches([word('by'), ...gaps, word('end')], `by ${'x '.repeat(38)}`)).toBe(false);
  });
});
