import { describe, expect, it } from 'vitest';
import { isMixed, stanceOf } from '$lib/analysis/contested/stance';

const mention = (
  voice: 'author' | 'attributed',
  polarity: 'affirm' | 'deny',
  certainty: 'plain' | 'hedged'
) => ({
  voice,
  polarity,
  certainty
});

describe('stance', () => {
  it('follows the order of the rule', () => {
    const hedged = mention('author', 'affirm', 'hedged');
    const denied = mention('author', 'deny', 'plain');
    const reported = mention('attributed', 'affirm', 'plain');
    expect(stanceOf([])).toBe('silent');
    expect(stanceOf([reported])).toBe('attributes');
    expect(stanceOf([reported, hedged])).toBe('hedges');
    expect(stanceOf([reported, hedged, denied])).toBe('disputes');
    expect(stanceOf([reported, hedged, denied, mention('author', 'affirm', 'plain')])).toBe('asserts');
  });

  it('is mixed only when claims are both affirmed and denied', () => {
    const affirmed = mention('attributed', 'affirm', 'plain');
    expect(isMixed([affirmed, affirmed])).toBe(false);
    expect(isMixed([affirmed, mention('attributed', 'deny', 'plain')])).toBe(true);
  });
});
