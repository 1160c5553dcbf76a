import { describe, expect, it } from 'vitest';
import { GLOSSARY } from '$lib/view/glossary';

describe('the glossary', () => {
  it.each(GLOSSARY.map(([term, meaning]) => [term, meaning] as const))(
    'explains "%s" in one short sentence',
    (_, meaning) => {
      expect(meaning).toMatch(/\.$/u);
      expect(meaning.match(/[.?!](?:\s|$)/gu)).toHaveLength(1);
      expect(meaning.length).toBeLessThanOrEqual(140);
    }
  );
});
