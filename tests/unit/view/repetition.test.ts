import { describe, expect, it } from 'vitest';
import { repetitionLabel } from '$lib/view/repetition';

describe('what several sources repeat', () => {
  it('has its speaker outside the quotation marks', () => {
    expect(repetitionLabel({ kind: 'quotation', label: 'Berg: “We leave.”' }, 160)).toBe('Berg: “We leave.”');
    expect(repetitionLabel({ kind: 'quotation', label: 'Berg: “He said “no” twice”' }, 160)).toBe(
      'Berg: “He said ‘no’ twice”'
    );
  });

  it('is quoted whole where nobody is named, and not at all where it is an origin', () => {
    expect(repetitionLabel({ kind: 'passage', label: 'The harbour was closed' }, 160)).toBe(
      '“The harbour was closed”'
    );
    expect(repetitionLabel({ kind: 'origin', label: 'Berg: the harbour was closed' }, 160)).toBe(
      'Berg: the harbour was closed'
    );
  });
});
