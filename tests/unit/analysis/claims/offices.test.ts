import { describe, expect, it } from 'vitest';
import { compareClaims } from '$lib/analysis/claims/compare-claims';
import { officeShown } from '$lib/analysis/claims/offices';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

describe('the holder of an office', () => {
  it('is shown in words, never as a key', () => {
    expect(officeShown('@office:ukraine:president')).toBe('president of Ukraine');
    expect(officeShown('@office:new zealand:prime-minister')).toBe('prime minister of New Zealand');
    expect(officeShown('@ukraine')).toBe('');
  });

  it('is named in words among the reasons why two statements match', () => {
    const texts = {
      a: 'The Ukrainian president signed the trade agreement with Poland on 3 May 2019 in Warsaw.',
      b: 'On 3 May 2019 the president of Ukraine signed the trade agreement with Poland in Warsaw.'
    };
    const documents = Object.entries(texts).map(([id, text]) => ({ id, reading: readText(text, knowledge) }));
    const reasons = compareClaims(documents, knowledge, 1).claims.flatMap(({ mentions }) =>
      mentions.flatMap(({ because }) => because)
    );
    expect(reasons.join('; ')).toContain('president of Ukraine');
    expect(reasons.join('; ')).not.toContain('office:');
  });
});
