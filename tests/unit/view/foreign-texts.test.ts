import { describe, expect, test } from 'vitest';
import { foreignLead, foreignTexts } from '$lib/view/foreign-texts';

const text = (id: string) => ({ id, text: 'x', title: `Title of ${id}` });
const audited = (id: string, foreign: boolean) => ({
  id,
  notices: foreign ? [{ code: 'not-english' as const, message: 'Not English.' }] : []
});

describe('texts in another language', () => {
  test('are nothing to speak of when there are none', () => {
    expect(foreignTexts([audited('a', false)], [text('a')])).toBeNull();
  });

  test('are named with the letter they have everywhere', () => {
    const foreign = foreignTexts(
      [audited('a', false), audited('b', true), audited('c', false)],
      ['a', 'b', 'c'].map(text)
    );
    expect(foreign).toEqual({ count: 1, of: 3, named: [{ id: 'b', letter: 'B', label: 'Title of b' }] });
    expect(foreignLead(foreign!)).toBe('1 of these 3 texts is not in English');
  });

  test('that are many are counted, and a few of them named', () => {
    const ids = Array.from({ length: 40 }, (_, n) => `d${n}`);
    const foreign = foreignTexts(
      ids.map((id, n) => audited(id, n > 0)),
      ids.map(text)
    )!;
    expect(foreign.named).toHaveLength(5);
    expect(foreignLead(foreign)).toBe('39 of these 40 texts are not in English');
    const all = foreignTexts([audited('a', true), audited('b', true)], ['a', 'b'].map(text))!;
    expect(foreignLead(all)).toBe('None of these texts is in English');
  });
});
