import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareVersions } from '$lib/view/library-versions';

const text = (runs: readonly { text: string }[]) => runs.map((run) => run.text).join('');
const changed = (runs: readonly { text: string; changed: boolean }[]) =>
  runs.filter((run) => run.changed).map((run) => run.text.trim());

test('marks the words that only one version has', () => {
  const { before, after } = compareVersions(
    'The bridge opened on Monday, a year late.',
    'The new bridge opened on Tuesday, a year late.'
  );
  expect(changed(before)).toEqual(['Monday,']);
  expect(changed(after)).toEqual(['new', 'Tuesday,']);
});

test('the same text has nothing marked, another text everything', () => {
  expect(changed(compareVersions('a b c', 'a b c').before)).toEqual([]);
  expect(changed(compareVersions('a b c', 'x y').after)).toEqual(['x y']);
});

test('both texts stay as they are, and what is not marked is the same words in both', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c ', '\n', ' ', '  d', 'é\u{1F600}'), { maxLength: 40 });
  fc.assert(
    fc.property(words, words, (a, b) => {
      const [x, y] = [a.join(''), b.join('')];
      const { before, after, together } = compareVersions(x, y);
      expect(text(before)).toBe(x);
      expect(text(after)).toBe(y);
      const same = (runs: readonly { text: string; changed: boolean }[]) =>
        text(runs.filter((run) => !run.changed)).replace(/\s+/g, '');
      expect(same(before)).toBe(same(after));
      // In one text, the later version is what is left without what is gone, and the earlier without what came.
      const words = (runs: readonly { text: string }[]) => text(runs).split(/\s+/).filter(Boolean);
      expect(text(together.filter(({ kind }) => kind !== 'gone'))).toBe(y);
      expect(words(together.filter(({ kind }) => kind !== 'come')).join('')).toBe(
        words([{ text: x }]).join('')
      );
    })
  );
});

test('texts with too many changes are compared by paragraphs', () => {
  const many = (seed: number) => Array.from({ length: 3_000 }, (_, i) => `w${i * seed}`).join(' ');
  const pair = compareVersions(`Same line.\n${many(1)}`, `Same line.\n${many(7)}`);
  expect(pair.byWord).toBe(false);
  expect(pair.before[0]).toEqual({ text: 'Same line.\n', changed: false });
});
