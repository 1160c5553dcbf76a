import { describe, expect, it } from 'vitest';
import { perType, perTypeOf, wordType } from '$lib/text/word-type';

describe('wordType', () => {
  it('is one object for one form, tag and lemma', () => {
    expect(wordType('Claims', 'claims', 'claim', 'NOUN')).toBe(wordType('Claims', 'claims', 'claim', 'NOUN'));
    expect(wordType('Claims', 'claims', 'claim', 'VERB').id).not.toBe(
      wordType('Claims', 'claims', 'claim', 'NOUN').id
    );
  });

  it('tells words and numbers from marks, symbols and clitics', () => {
    expect(wordType('1990s', '1990s', '1990s', 'NOUN').word).toBe(true);
    expect(wordType('—', '—', '—', 'PUNCT').word).toBe(false);
    expect(wordType('’s', "'s", "'s", 'PART').word).toBe(false);
    expect(wordType('x', 'x', 'x', 'SYM').word).toBe(false);
  });
});

describe('perType', () => {
  it('works a value out once for each type', () => {
    const asked: string[] = [];
    const length = perType(({ text }) => {
      asked.push(text);
      return text.length;
    });
    const [one, two] = [wordType('seven', 'seven', 'seven', 'NUM'), wordType('ten', 'ten', 'ten', 'NUM')];
    expect([length(one), length(two), length(one), length(two)]).toEqual([5, 3, 5, 3]);
    expect(asked).toEqual(['seven', 'ten']);
  });

  it('gives the same answers when more types were seen than it remembers', () => {
    const upper = perType(({ text }) => text.toUpperCase());
    const early = wordType('early', 'early', 'early', 'ADV');
    expect(upper(early)).toBe('EARLY');
    for (let i = 0; i < 300_000; i++) upper(wordType(`w${i}`, `w${i}`, `w${i}`, 'NOUN'));
    expect(upper(wordType('w299999', 'w299999', 'w299999', 'NOUN'))).toBe('W299999');
    expect(upper(early)).toBe('EARLY');
  });
});

describe('perTypeOf', () => {
  it('keeps what is read against one thing apart from what is read against another', () => {
    const holds = perTypeOf((words: ReadonlySet<string>, { normal }) => words.has(normal));
    const [one, two] = [new Set(['war']), new Set(['peace'])];
    const war = wordType('War', 'war', 'war', 'NOUN');
    expect([holds(one)(war), holds(two)(war), holds(one)(war)]).toEqual([true, false, true]);
  });
});
