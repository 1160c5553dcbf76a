import { describe, expect, it } from 'vitest';
import { GLOSSARY } from '$lib/view/glossary';

describe('the glossary', () => {
  it.each(GLOSSARY.map(({ term, meaning }) => [term, meaning] as const))(
    'explains "%s" in one short sentence',
    (_, meaning) => {
      expect(meaning).toMatch(/\.$/u);
      expect(meaning.match(/[.?!](?:\s|$)/gu)).toHaveLength(1);
      expect(meaning.length).toBeLessThanOrEqual(140);
    }
  );

  it('lists each name once, in the order of a dictionary', () => {
    const names = GLOSSARY.map(({ name }) => name.replace('α', 'alpha').toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual([...names].sort());
    expect(names[0]).toBe('95% interval');
  });
});
