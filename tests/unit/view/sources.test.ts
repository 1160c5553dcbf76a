import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeSources, letterOf, shorten, sourceClass } from '$lib/view/sources';

describe('sources', () => {
  it('takes a title where there is one and quotes the first words where there is none', () => {
    const [titled, untitled] = describeSources([
      { id: 'a', title: 'Stormy relationship', text: 'x' },
      { id: 'b', title: null, text: '—\nThe Alliance was founded in 1949.' }
    ]);
    expect(titled!.label).toBe('Stormy relationship');
    expect(untitled!.label).toBe('“The Alliance was founded in 1949.”');
  });

  it('keeps short labels of texts that open alike apart', () => {
    const sources = describeSources([
      { id: 'a', text: 'The North Atlantic Treaty Organization has always been viewed with suspicion.' },
      { id: 'b', text: 'The North Atlantic Treaty Organization, commonly known as NATO, was founded.' }
    ]);
    expect(sources[0]!.short).not.toBe(sources[1]!.short);
  });

  it('gives every source its own letter, also when colours repeat', () => {
    const letters = Array.from({ length: 200 }, (_, index) => letterOf(index));
    expect([0, 1, 25, 26, 51, 52].map((index) => letters[index])).toEqual(['A', 'B', 'Z', 'A2', 'Z2', 'A3']);
    expect(new Set(letters).size).toBe(200);
    const sources = describeSources(
      Array.from({ length: 9 }, (_, i) => ({ id: String(i), text: 'Some text.' }))
    );
    expect(sourceClass(sources[8]!)).toBe(sourceClass(sources[0]!));
    expect(sources[8]!.letter).not.toBe(sources[0]!.letter);
  });

  it('never says that an absent field is something', () => {
    const [source] = describeSources([{ id: 'a', text: 'Words.' }]);
    expect([source!.publisher, source!.author, source!.published, source!.retrieved]).toEqual([
      null,
      null,
      null,
      null
    ]);
  });

  it('cuts at the end of a word where one is near, without a stop before the ellipsis', () => {
    expect(shorten('The treaty was signed in Rome', 29)).toBe('The treaty was signed in Rome');
    expect(shorten('The treaty, signed in Rome', 12)).toBe('The treaty…');
    expect(shorten('Donaudampfschifffahrt nach Passau', 12)).toBe('Donaudampfsc…');
    expect(shorten('  one\n\ntwo  ', 20)).toBe('one two');
  });

  it('makes short labels longer only until they differ, and gives up on equal ones', () => {
    const opening = 'The council voted on Tuesday to close the school on the hill';
    const short = (...titles: string[]) =>
      describeSources(titles.map((title, at) => ({ id: String(at), title, text: 'x' }))).map(
        (one) => one.short
      );
    expect(short(`${opening} at once`, 'Another story')).toEqual([
      'The council voted on Tuesday…',
      'Another story'
    ]);
    expect(short(opening, opening.replace('school', 'bridge'))).toEqual([
      'The council voted on Tuesday to close the school on the hill',
      'The council voted on Tuesday to close the bridge on the hill'
    ]);
    expect(new Set(short(opening, opening)).size).toBe(1);
  });

  it('cuts any string to its length without breaking a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 2, max: 60 }), (text, length) => {
        const cut = shorten(text, length);
        expect([...cut].length).toBeLessThanOrEqual(length + 1);
        if (text.isWellFormed()) expect(cut.isWellFormed()).toBe(true);
      })
    );
  });
});
