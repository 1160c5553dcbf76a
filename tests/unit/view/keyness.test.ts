import { describe, expect, it } from 'vitest';
import { keynessInVoice, knowsVoices, usesWords } from '$lib/view/keyness';
import type { KeynessSlice } from '$lib/view/slices-words';

const word = (term: string, voices?: KeynessSlice['voices']): KeynessSlice => ({
  term,
  shown: term,
  document: 'a',
  logOdds: 2,
  count: 6,
  elsewhere: 1,
  significant: true,
  interval: [1, 3],
  ...(voices ? { voices } : {})
});
const own = word('own', { author: 6, attributed: 0 });
const mixed = word('mixed', { author: 2, attributed: 4 });
const old = word('old');

describe('distinctive words by voice', () => {
  it('follow the chosen voice, where they were counted by voice', () => {
    expect(keynessInVoice([own, mixed], 'attributed')).toEqual([mixed]);
    expect(keynessInVoice([own, mixed], 'author')).toEqual([own, mixed]);
    expect(keynessInVoice([own, mixed], 'both')).toEqual([own, mixed]);
  });

  it('stay as they are where a result of an older version has no voices', () => {
    expect(knowsVoices([own, old])).toBe(false);
    expect(keynessInVoice([own, old], 'attributed')).toEqual([own, old]);
    expect(usesWords(old, 'author')).toBe('6 here, 1 elsewhere');
  });

  it('say their uses as the voice asks for', () => {
    expect(usesWords(mixed, 'all')).toBe('6 here, 1 elsewhere');
    expect(usesWords(mixed, 'author')).toBe('2 of 6 here in the author’s own words, 1 elsewhere');
    expect(usesWords(mixed, 'attributed')).toBe('4 of 6 here attributed, 1 elsewhere');
    expect(usesWords(mixed, 'both')).toBe('6 here: 2 own, 4 attributed; 1 elsewhere');
  });
});
