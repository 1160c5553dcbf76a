import { describe, expect, it } from 'vitest';
import { codePerType, codePerTypeOf } from '$lib/text/type-codes';
import { wordType } from '$lib/text/word-type';

const word = (text: string) => wordType(text, text.toLowerCase(), text.toLowerCase(), 'NOUN');

describe('codePerType', () => {
  it('works a code out once for each type', () => {
    let asked = 0;
    const length = codePerType(({ text }) => (asked++, text.length));
    expect([length(word('harbour')), length(word('sea')), length(word('harbour'))]).toEqual([7, 3, 7]);
    expect(asked).toBe(2);
  });

  it('keeps many functions of many types apart', () => {
    const codes = Array.from({ length: 40 }, (_, k) => codePerType(({ text }) => k * 100_000 + Number(text)));
    const types = Array.from({ length: 6_000 }, (_, k) => word(String(k)));
    for (const type of types) for (const code of codes) code(type);
    const wrong = types.filter((type) =>
      codes.some((code, k) => code(type) !== k * 100_000 + Number(type.text))
    );
    expect(wrong).toEqual([]);
  });

  it('answers alike after so many types that old ones are forgotten', () => {
    const length = codePerType(({ text }) => -text.length);
    const first = word('once');
    expect(length(first)).toBe(-4);
    for (let k = 0; k < 140_000; k++) length(word(`w${k}`));
    expect(length(first)).toBe(-4);
    expect(length(word('w139999'))).toBe(-7);
    expect(length(word('w5'))).toBe(-2);
  });
});

describe('codePerTypeOf', () => {
  it('reads each type against its own key', () => {
    const codeOf = codePerTypeOf((words: ReadonlyMap<string, number>, { normal }) => words.get(normal) ?? 0);
    const [few, more] = [new Map([['sea', 1]]), new Map([['sea', 2]])];
    expect([codeOf(few)(word('sea')), codeOf(more)(word('sea')), codeOf(few)(word('land'))]).toEqual([
      1, 2, 0
    ]);
    expect(codeOf(few)).toBe(codeOf(few));
  });
});
