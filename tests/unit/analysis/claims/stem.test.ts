import { describe, expect, it } from 'vitest';
import { wordKeys } from '$lib/analysis/claims/word-keys';
import { stem } from '$lib/analysis/claims/stem';
import { knowledge } from '$lib/lexicons/generated';
import { readDocument } from '$lib/text/read-document';

const keyOf = (word: string) => wordKeys(knowledge).keyOf(readDocument(`the ${word}`, knowledge).tokens[1]!);

describe('word families', () => {
  it.each([
    ['annexation', 'annex'],
    ['encirclement', 'encircle'],
    ['expansion', 'expand'],
    ['invasion', 'invade'],
    ['deployments', 'deploy'],
    ['destruction', 'destroy'],
    ['eastward', 'east'],
    ['defence', 'defensive']
  ])('bring %s to %s', (a, b) => expect(keyOf(a)).toBe(keyOf(b)));

  it.each([
    ['station', 'state'],
    ['nation', 'native'],
    ['number', 'numb'],
    ['bring', 'brand']
  ])('keep %s from %s', (a, b) => expect(keyOf(a)).not.toBe(keyOf(b)));

  it('leave no letters of a word behind as another word', () => {
    expect(stem('sing')).toBe('sing');
    expect(stem('as')).toBe('as');
    expect(stem('x'.repeat(1_000))).toHaveLength(1_000);
  });

  it('read numbers in words and figures alike', () => {
    expect(keyOf('twelve')).toBe('#12');
    expect(keyOf('12')).toBe('#12');
  });
});
