import { describe, expect, it } from 'vitest';
import { knowledge } from '$lib/lexicons/generated';
import { countSyllables } from '$lib/analysis/metrics/syllables';

describe('countSyllables', () => {
  it.each(
    Object.entries({
      the: 1,
      are: 1,
      make: 1,
      makes: 1,
      asked: 1,
      wanted: 2,
      courses: 2,
      speeches: 2,
      table: 2,
      little: 2,
      movement: 2,
      largely: 2,
      social: 2,
      serious: 3,
      saying: 2,
      government: 3,
      alliance: 3,
      military: 4,
      expansion: 3,
      security: 4,
      european: 4,
      ideological: 6,
      statement: 2,
      people: 2,
      Russia: 2,
      café: 2
    })
  )('%s has %d', (word, syllables) => {
    expect(countSyllables(word, knowledge)).toBe(syllables);
  });

  it('spells out an abbreviation without vowels', () => {
    expect(countSyllables('CNN', knowledge)).toBe(3);
  });

  it('counts 1 for what has no letters, and does not stumble over a megabyte of them', () => {
    expect(countSyllables('2004', knowledge)).toBe(1);
    expect(countSyllables('—', knowledge)).toBe(1);
    expect(countSyllables('a'.repeat(1_000_000), knowledge)).toBe(1);
  });
});
