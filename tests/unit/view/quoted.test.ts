import { describe, expect, it } from 'vitest';
import { quoted } from '$lib/view/quoted';

describe('words in quotation marks', () => {
  it.each([
    ['plain words', '“plain words”'],
    ['the national motto, “In God We Trust,”', '“the national motto, ‘In God We Trust,’”'],
    ['to reaffirm that "In God We Trust" is the motto', '“to reaffirm that ‘In God We Trust’ is the motto”'],
    ['to support the movement.”', '“to support the movement.”'],
    ['"We’re the ones who are not …', '“We’re the ones who are not …”'],
    ['“We’re the ones.”', '“We’re the ones.”'],
    ['“One” and “two”', '“‘One’ and ‘two’”'],
    ['a 24" screen', '“a 24" screen”']
  ])('%s', (words, shown) => {
    expect(quoted(words)).toBe(shown);
  });
});
