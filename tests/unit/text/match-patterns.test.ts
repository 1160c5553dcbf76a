import { describe, expect, it } from 'vitest';
import { expandLexicon, type CompactEntry } from '$lib/lexicons/compact';
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { PartOfSpeech, Token } from '$lib/text/document';
import { compileMatcher, matcherOf } from '$lib/text/match-patterns';
import { tokenOf } from '$lib/text/token';
import { wordType } from '$lib/text/word-type';

/** Tokens of a text written as `form/POS/lemma`, the last two optional. */
function tokensOf(text: string): Token[] {
  let start = 0;
  return text.split(' ').map((item) => {
    const [form = '', pos = 'NOUN', lemma = form.toLowerCase()] = item.split('/');
    const type = wordType(form, form.toLowerCase(), lemma, pos as PartOfSpeech);
    const token = tokenOf(start, start + form.length, type);
    start += form.length + 1;
    return token;
  });
}

function lexicon(entries: Partial<CompactEntry>[], id = 'test') {
  return expandLexicon({
    id,
    title: 'Test',
    source: 'test',
    licence: 'MIT',
    entries: entries.map((entry, index) => ({
      id: `e${index}`,
      category: 'c',
      note: 'n',
      patterns: [],
      ...entry
    }))
  });
}

/** The words that a list of patterns hits. */
function hits(patterns: (string | Partial<CompactEntry>)[], text: string): string[] {
  const entries = patterns.map((item) => (typeof item === 'string' ? { patterns: [item] } : item));
  const tokens = tokensOf(text);
  return compileMatcher(lexicon(entries))(tokens).map((match) =>
    tokens
      .slice(match.firstToken, match.tokenEnd)
      .map((token) => token.text)
      .join(' ')
  );
}

describe('pattern terms', () => {
  it.each<[string, string[], string, string[]]>([
    ['a word finds its lemma', ['slam'], 'she slammed/VERB/slam it', ['slammed']],
    ['a word finds its form', ['slammed'], 'she slammed/VERB/slam it', ['slammed']],
    ['=word leaves other forms alone', ['=slam'], 'she slammed/VERB/slam a slam', ['slam']],
    ['/POS separates senses', ['may/AUX'], 'it may/AUX be in May/PROPN', ['may']],
    ['/POS+POS allows two', ['cut/NOUN+ADJ'], 'a cut/NOUN was cut/VERB', ['cut']],
    ['alternatives', ['vow|swear'], 'they vow and swear', ['vow', 'swear']],
    ['* is any word', ['a * lie'], 'a barefaced lie , a , lie', ['a barefaced lie']],
    [
      '# is a number in digits or letters',
      ['about #'],
      'about 50 or about nine/NUM men',
      ['about 50', 'about nine']
    ],
    ['# may begin', ['# percent'], 'some 12 percent', ['12 percent']],
    ['word? may be missing', ['so very? bad'], 'so bad , so very bad', ['so bad', 'so very bad']],
    ['a first word may be missing', ['very? bad'], 'bad and very bad', ['bad', 'very bad']],
    [
      'a hyphenated word in its three shapes',
      ['hard-line'],
      'hard-line hard - line hard line',
      ['hard-line', 'hard - line', 'hard line']
    ],
    ['a hyphen that must be there', ['=would-be'], 'it would be a would - be king', ['would - be']],
    ['a contraction is two tokens', ["can't"], "we ca/AUX/can n't go", ["ca n't"]],
    [
      '... skips up to six tokens',
      ['not ... enough'],
      'not nearly good , enough',
      ['not nearly good , enough']
    ],
    ['... may skip nothing', ['not ... enough'], 'not enough', ['not enough']],
    ['... does not skip seven', ['not ... enough'], 'not a b c d e f g enough', []],
    ['... stays in the sentence', ['not ... enough'], 'not . That is enough', []]
  ])('%s', (_, patterns, text, expected) => {
    expect(hits(patterns, text)).toEqual(expected);
  });
});

describe('choosing among matches', () => {
  it('takes the leftmost, then the longest, and never overlaps', () => {
    expect(hits(['war', 'war crime', 'crime scene'], 'a war crime scene of war')).toEqual([
      'war crime',
      'war'
    ]);
  });

  it('prefers, of two equally long matches, the one that names the form, then the one that stands first', () => {
    const entries = [{ patterns: ['one'] }, { patterns: ['ones'] }, { patterns: ['one|other'] }];
    const found = compileMatcher(lexicon(entries))(tokensOf('ones/NOUN/one and one'));
    expect(found.map((match) => match.entry.id)).toEqual(['test/e1', 'test/e0']);
  });

  it('drops a match next to a guard word, and tries the next entry', () => {
    const entry = { patterns: ['may'], notAfter: ['in|of'], notBefore: ['day'] };
    expect(hits([entry], 'in may it may and may day')).toEqual(['may']);
    expect(hits([entry, 'may'], 'in may')).toEqual(['may']);
  });

  it('lets an exception take its words out of play, also when it begins earlier or is as long', () => {
    const entry = { patterns: ['slam'], except: ['slam the door', 'grand slam', '=slammer'] };
    expect(hits([entry], 'slam the door , a grand slam , slammer/NOUN/slam , slam it')).toEqual(['slam']);
  });

  it('reports offsets of the first and last token', () => {
    const tokens = tokensOf('so the so - called experts');
    const [match] = compileMatcher(lexicon([{ patterns: ['so-called'] }]))(tokens);
    expect(match).toMatchObject({ start: 7, end: 18, firstToken: 2, tokenEnd: 5 });
  });
});

describe('matcherOf', () => {
  const knowledge: Knowledge = {
    hash: 'test',
    lexicons: {
      one: lexicon([{ patterns: ['war'] }], 'one'),
      two: lexicon([{ patterns: ['war crime'] }], 'two')
    }
  };

  it('keeps lists apart: a hit of one does not hide a hit of another', () => {
    const tokens = tokensOf('a war crime');
    expect(matcherOf(knowledge, 'one')(tokens).map((match) => match.entry.id)).toEqual(['one/e0']);
    expect(matcherOf(knowledge, 'two')(tokens).map((match) => match.entry.id)).toEqual(['two/e0']);
    expect(matcherOf(knowledge, 'one')(tokens)).toEqual(compileMatcher(knowledge.lexicons.one!)(tokens));
  });

  it('names a list that is not there', () => {
    expect(() => matcherOf(knowledge, 'three')).toThrow('"three"');
  });
});
