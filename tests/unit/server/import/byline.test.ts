import { describe, expect, test } from 'vitest';
import { readByline } from '$lib/server/import/byline';
import type { ImportedBlock } from '$lib/server/import/imported-document';

const kept = (text: string): ImportedBlock => ({ text, gap: '\n\n', kept: true, reason: null });
const BODY = kept(
  'The new bridge over the harbour opened on Monday, a year later than the council had promised.'
);
const read = (...head: string[]) => readByline([kept('Bridge opens'), ...head.map(kept), BODY]);

describe('a byline', () => {
  test.each([
    ['By Ruth Adeyemi', 'Ruth Adeyemi', null],
    ['BY RUTH ADEYEMI, ENVIRONMENT CORRESPONDENT · 14 MARCH 2024', 'Ruth Adeyemi', '2024-03-14'],
    ['By Anna Brown and Tom O’Neill in Calder', 'Anna Brown, Tom O’Neill', null],
    ['By Anna Brown, Li Wei and Ludwig van der Berg', 'Anna Brown, Li Wei, Ludwig van der Berg', null],
    ['Words by J. M. Hale | Thursday 14 March 2024', 'J. M. Hale', '2024-03-14'],
    ['By: Priya Nair\n13 March 2024, 22:40', 'Priya Nair', '2024-03-13'],
    ['TOM HALE · THE NORTHERN COURIER · THURSDAY 14 MARCH 2024', null, '2024-03-14'],
    ['Published: March 14, 2024', null, '2024-03-14']
  ])('%s', (line, author, published) => {
    expect(read(line)).toMatchObject({ author, published });
    expect([...read(line).places]).toEqual([1]);
  });

  test.each([
    'By Popular demand',
    'By Reuters Staff',
    'By the Numbers',
    'BY THE NUMBERS',
    'By Monday',
    'Updated 14 March 2024',
    'The vote of 14 March 2024',
    'Councillors were told by Anna Brown'
  ])('is none: %s', (line) => {
    expect(read(line)).toEqual({ author: null, published: null, places: new Set() });
  });

  test('is read above the running text alone, and two days state none', () => {
    expect(readByline([BODY, kept('By Anna Brown')]).author).toBeNull();
    expect(read('13 March 2024', '14 March 2024').published).toBeNull();
  });

  test('may have been set aside as one, and is not looked for in what belongs to other articles', () => {
    const aside = (reason: 'byline' | 'related') => ({ ...kept('By Anna Brown'), kept: false, reason });
    expect(readByline([aside('byline'), BODY]).author).toBe('Anna Brown');
    expect(readByline([aside('related'), BODY]).author).toBeNull();
    const day = { ...kept('13 March 2024, 22:40'), kept: false, reason: 'page-chrome' as const };
    expect(readByline([aside('byline'), day, BODY]).published).toBe('2024-03-13');
    expect(readByline([day, kept('Bridge opens'), BODY]).published).toBeNull();
  });
});
