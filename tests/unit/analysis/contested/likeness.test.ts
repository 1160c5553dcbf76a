import { expect, it } from 'vitest';
import { readLikeness } from '$lib/analysis/contested/likeness';
import { readContested } from '$lib/analysis/contested/read-contested';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

const FILLER = 'The weather was fine that day.';
const stance = (statement: string, sentence: string) =>
  readContested(
    [{ id: 'c', statement }],
    [{ id: 'd', reading: readText(`${FILLER} ${sentence} ${FILLER}`, knowledge) }],
    knowledge
  )[0]!.cells[0]!.stance;

it('meets words that are used alike, and no others', () => {
  const likeness = readLikeness(['river', null], knowledge);
  const reading = readText('lake parliament', knowledge);
  expect(likeness.of(reading, 0)![0]).toBeGreaterThan(0);
  expect(likeness.of(reading, 0)![1]).toBe(0);
  expect(likeness.of(reading, 1)).toBeNull();
});

it('has nothing to say without word vectors', () => {
  const { vectors: _vectors, ...bare } = knowledge;
  expect(readLikeness(['river'], bare).of(readText('lake', knowledge), 0)).toBeNull();
});

it('finds the doer of a passive after "by"', () => {
  const sentence = 'The league was founded by Peru to counter Chile.';
  expect(stance('Peru founded the league to counter Chile.', sentence)).toBe('asserts');
});

it('does not take a passive without a doer for roles exchanged', () => {
  expect(stance('Peru was created to counter Chile.', 'Peru was formed to counter Chile.')).toBe('asserts');
  expect(stance('Peru attacked Chile in the north.', 'Chile attacked Peru in the north.')).toBe('silent');
});
