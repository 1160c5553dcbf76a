import { describe, expect, it } from 'vitest';
import { explained, type ExplainedPart } from '$lib/view/explained';

const whole = (parts: readonly ExplainedPart[]) =>
  parts.map((part) => (typeof part === 'string' ? part : part.text + part.after)).join('');

describe('technical words in computed sentences', () => {
  it('become terms with their punctuation, and no letter is lost', () => {
    const sentence = 'A: 0.43 bits, n = 3; corrected (Benjamini-Hochberg, .05), 95% interval 0.1 to 0.2.';
    const parts = explained(sentence);
    expect(whole(parts)).toBe(sentence);
    expect(parts.filter((part) => typeof part !== 'string')).toEqual([
      { term: 'bits', text: 'bits', after: ',' },
      { term: 'falseDiscovery', text: 'Benjamini-Hochberg', after: ',' },
      { term: 'interval', text: '95% interval', after: '' }
    ]);
  });

  it('are explained once, and not inside other words', () => {
    const parts = explained('Two orbits: 1 bits, 2 bits');
    expect(parts).toEqual(['Two orbits: 1 ', { term: 'bits', text: 'bits', after: ',' }, ' 2 bits']);
    expect(explained('')).toEqual([]);
  });
});
