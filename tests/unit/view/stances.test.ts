import { describe, expect, it } from 'vitest';
import { stanceOf } from '$lib/analysis/contested/stance';
import { decisiveFirst, STANCES } from '$lib/view/stances';

const VOICES = ['author', 'attributed'] as const;
const MENTIONS = VOICES.flatMap((voice) =>
  (['affirm', 'deny'] as const).flatMap((polarity) =>
    (['plain', 'hedged'] as const).map((certainty) => ({ voice, polarity, certainty }))
  )
);

describe('the mentions of a source', () => {
  it('begin with one that alone would give it its stance', () => {
    for (const a of MENTIONS)
      for (const b of MENTIONS) {
        const stance = stanceOf([a, b]);
        const [first] = decisiveFirst(stance, [a, b]);
        expect(stanceOf([first!])).toBe(stance);
      }
  });

  it('stay in text order otherwise, and none is lost', () => {
    for (const stance of STANCES) {
      const ordered = decisiveFirst(stance, MENTIONS);
      expect(new Set(ordered)).toEqual(new Set(MENTIONS));
    }
    expect(decisiveFirst('attributes', MENTIONS)).toEqual(MENTIONS);
  });
});
