import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOfLine, wordsUpTo } from '$lib/text/line-words';

const normals = (line: string) => wordsOfLine(line).map(({ normal }) => normal);

describe('wordsOfLine', () => {
  it('keeps figures and hyphenated words whole and cuts contractions', () => {
    expect(normals('Don’t re-post: 12/04 at 10.30, © Smith’s')).toEqual([
      ...['do', "n't", 're-post', '12/04', 'at', '10.30', '©', 'smith', "'s"]
    ]);
  });
});

describe('wordsUpTo', () => {
  it('reads the words of a line that has so many, and none of a longer one', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...[
          "don't",
          'N’T',
          "it's",
          "rock'n'roll",
          'a.b',
          'x-',
          '-y',
          "'",
          '’',
          '1/2',
          'a/b',
          '3/4b',
          '/',
          '.'
        ],
        ...['—', '“', '×', 'é', 'Škoda', '©', '½', 'e\u0301', 'Київ', '日本', ' ', ' ', ' ']
      ),
      fc.string({ maxLength: 4 }),
      fc.string({ unit: 'binary', maxLength: 3 })
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const line = pieces.join('');
        const words = wordsOfLine(line);
        expect(wordsUpTo(line, words.length)).toEqual(words);
        expect(wordsUpTo(line, words.length + 1)).toEqual(words);
        if (words.length > 0) expect(wordsUpTo(line, words.length - 1)).toBeNull();
      }),
      { numRuns: 3000, seed: 7 }
    );
  });

  it('reads none of a line that is too long to be judged', () => {
    expect(wordsUpTo(`${'a '.repeat(200)}b`, 1000)).toBeNull();
    expect(wordsUpTo('a '.repeat(200), 1000)).toHaveLength(200);
  });
});
