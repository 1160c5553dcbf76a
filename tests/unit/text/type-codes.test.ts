import { describe, expect, it } from 'vitest';
import { bytePerType, bytePerTypeOf, wordPerType, wordPerTypeOf } from '$lib/text/type-codes';
import { wordType } from '$lib/text/word-type';

const word = (text: string) => wordType(text, text.toLowerCase(), text.toLowerCase(), 'NOUN');

describe.each([
  ['bytePerType', bytePerType, 5, 254],
  ['wordPerType', wordPerType, 100_000, -0x7fffffff]
])('%s', (_, perType, step, extreme) => {
  it('works a code out once for each type', () => {
    let asked = 0;
    const length = perType(({ text }) => (asked++, text.length));
    expect([length(word('harbour')), length(word('sea')), length(word('harbour'))]).toEqual([7, 3, 7]);
    expect(asked).toBe(2);
    expect(perType(() => extreme)(word('sea'))).toBe(extreme);
  });

  it('keeps many functions of many types apart', () => {
    const value = (k: number, text: string): number => k * step + (Number(text) % step);
    const codes = Array.from({ length: 40 }, (_code, k) => perType(({ text }) => value(k, text)));
    const types = Array.from({ length: 6_000 }, (_type, k) => word(String(k)));
    for (const type of types) for (const code of codes) code(type);
    const wrong = types.filter((type) => codes.some((code, k) => code(type) !== value(k, type.text)));
    expect(wrong).toEqual([]);
  });

  it('answers alike after so many types that old ones are forgotten', () => {
    const length = perType(({ text }) => text.length);
    const first = word('once');
    expect(length(first)).toBe(4);
    for (let k = 0; k < 140_000; k++) length(word(`w${k}`));
    expect([length(first), length(word('w139999')), length(word('w5'))]).toEqual([4, 7, 2]);
  });
});

describe.each([
  ['bytePerTypeOf', bytePerTypeOf],
  ['wordPerTypeOf', wordPerTypeOf]
])('%s', (_, perTypeOf) => {
  it('reads each type against its own key', () => {
    const codeOf = perTypeOf((words: ReadonlyMap<string, number>, { normal }) => words.get(normal) ?? 0);
    const [few, more] = [new Map([['sea', 1]]), new Map([['sea', 2]])];
    expect([codeOf(few)(word('sea')), codeOf(more)(word('sea')), codeOf(few)(word('land'))]).toEqual([
      1, 2, 0
    ]);
    expect(codeOf(few)).toBe(codeOf(few));
  });
});
