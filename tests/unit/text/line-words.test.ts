import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countLineWords, wordsOfLine } from '$lib/text/line-words';

const normals = (line: string) => wordsOfLine(line).map(({ normal }) => normal);

describe('wordsOfLine', () => {
  it('keeps figures and hyphenated words whole and cuts contractions', () => {
    expect(normals('Don’t re-post: 12/04 at 10.30, © Smith’s')).toEqual([
      ...['do', "n't", 're-post', '12/04', 'at', '10.30', '©', 'smith', "'s"]
    ]);
  });
});

describe('countLineWords', () => {
  it('counts as many words as are read, whatever the line', () => {
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
        expect(countLineWords(line)).toBe(wordsOfLine(line).length);
      }),
      { numRuns: 3000, seed: 7 }
    );
  });
});
