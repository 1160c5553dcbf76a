import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyWordOf, cutEnds, foundWords, hrefOfFound, placeOfFound } from '$lib/view/library-search';

const TEXT =
  'The bridge opened on Monday.\n\nCritics  said that the ferry\nworkers were betrayed. The ferry stops in June.';
const quoted = (place: { start: number; end: number } | null) => place && TEXT.slice(place.start, place.end);

describe('a question that finds nothing', () => {
  test('may be searched for by any of its words, without those it asks with', () => {
    expect(anyWordOf('Who is credited with the Orange Revolution?')).toBe('credited or Orange or Revolution');
    expect(anyWordOf('the revolution')).toBe('revolution');
  });

  test('has no other search where one word was looked for, or signs say how', () => {
    for (const query of [
      'revolution',
      '“orange revolution”',
      'orange or revolution',
      'orange -revolution',
      'who is'
    ])
      expect(anyWordOf(query)).toBeNull();
    expect(anyWordOf('post-war years')).toBe('post-war or years');
  });
});

describe('a passage', () => {
  test('gives the first piece with something found, and what was found', () => {
    const passage = [
      { text: 'Nothing here … said that the ', hit: false },
      { text: 'ferry', hit: true },
      { text: ' workers … stops in ', hit: false },
      { text: 'June', hit: true }
    ];
    expect(foundWords(passage)).toEqual({ words: 'said that the ferry workers', hit: 'ferry' });
    expect(foundWords([{ text: 'The title has it.', hit: false }])).toBeNull();
    const href = new URL(hrefOfFound({ collection: 'c~1', document: 'd', passage }), 'http://a');
    expect([href.pathname, href.searchParams.get('hit')]).toEqual(['/library/find', 'ferry']);
  });

  test('says where it was cut inside a sentence, and only there', () => {
    const ends = (...texts: string[]) => cutEnds(texts.map((text) => ({ text, hit: false })));
    expect(ends('bridge', ' opened. Critics said that')).toEqual({ before: '… ', after: ' …' });
    expect(ends('The ', 'bridge', ' opened.')).toEqual({ before: '', after: '' });
    expect(ends('“The bridge opened.”')).toEqual({ before: '', after: '' });
    expect(ends()).toEqual({ before: '', after: '' });
  });

  test('leads to its sentence, whatever the white space', () => {
    expect(quoted(placeOfFound(TEXT, 'said that the ferry workers', 'ferry'))).toBe(
      'Critics  said that the ferry'
    );
    expect(quoted(placeOfFound(TEXT, 'The ferry stops', 'ferry'))).toBe('The ferry stops in June.');
  });

  test('that is not in the text leads nowhere in it', () => {
    expect(placeOfFound(TEXT, 'said that the river', 'river')).toBeNull();
    expect(placeOfFound(TEXT, '', '')).toBeNull();
    expect(placeOfFound('', 'ferry', 'ferry')).toBeNull();
  });

  test('of any text lies within it, and holds what was found', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), fc.string(), (text, words, hit) => {
        const place = placeOfFound(text, words, hit);
        if (place) expect(text.slice(place.start, place.end)).toContain(hit);
      })
    );
  });
});
