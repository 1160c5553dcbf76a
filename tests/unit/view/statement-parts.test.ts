import { describe, expect, it } from 'vitest';
import type { StatementParts } from '$lib/analysis/audit-schema';
import { shownParts } from '$lib/view/statement-parts';

const NONE: StatementParts = { who: null, did: null, whom: null, when: null, where: null, howMany: null };
const span = (quote: string) => ({ start: 0, end: quote.length, quote });
const dated = (quote: string, from: string | null, to: string | null): string =>
  shownParts({ ...NONE, when: { ...span(quote), from, to } })[0]!.read;

describe('the parts of a statement in words', () => {
  it('leave out what could not be read, and go in the order of the questions', () => {
    const parts = {
      ...NONE,
      when: { ...span('1932'), from: '1932-01-01', to: '1932-12-31' },
      who: { ...span('The\n crews'), actors: [] }
    };
    expect(shownParts(parts).map(({ name, quote }) => `${name}: ${quote}`)).toEqual([
      'Who: The crews',
      'When: 1932'
    ]);
    expect(shownParts(null)).toEqual([]);
  });

  it('say how a time was read, where that is more than its words say', () => {
    expect(dated('1932', '1932-01-01', '1932-12-31')).toBe('');
    expect(dated('Friday', null, null)).toBe('');
    expect(dated('since 1974', '1974-01-01', null)).toBe('from 1 January 1974 on');
    expect(dated('by March 1956', null, '1956-03-31')).toBe('up to 31 March 1956');
    expect(dated('4 April 1949', '1949-04-04', '1949-04-04')).toBe('4 April 1949');
    expect(dated('the 1970s', '1970-01-01', '1979-12-31')).toBe('1 January 1970 to 31 December 1979');
  });
});
