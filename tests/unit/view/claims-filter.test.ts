import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimEntries } from '$lib/view/claims-entries';
import {
  ALL_CLAIMS,
  claimQuery,
  filterClaims,
  foundIn,
  filterOfFields,
  isFiltered,
  parseClaimFilter,
  type ClaimFilter
} from '$lib/view/claims-filter';
import { claimsAudit } from './fixture-claims';

const entries = claimEntries(claimsAudit);
const order = claimsAudit.documents.map(({ id }) => id);
const found = (filter: Partial<ClaimFilter>) =>
  filterClaims(entries, { ...ALL_CLAIMS, ...filter }, order).map(({ id }) => id);

describe('the address of a filter', () => {
  const filters = fc.record({
    search: fc.string().map((text) => text.trim().slice(0, 200)),
    spread: fc.integer({ min: 0, max: 200 }),
    saidBy: fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 4 }),
    only: fc.boolean(),
    leftOutBy: fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 4 }),
    voice: fc.constantFrom('author' as const, 'attributed' as const, null),
    conflict: fc.boolean(),
    sort: fc.constantFrom('sources' as const, 'text' as const, 'checkable' as const),
    page: fc.integer({ min: 1, max: 999 })
  });

  it('leads back to the same filter', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        fc.pre(filter.search === filter.search.trim());
        const only = filter.only && filter.saidBy.length > 0;
        expect(parseClaimFilter(new URLSearchParams(claimQuery(filter)))).toEqual({ ...filter, only });
      })
    );
  });

  it('opens the whole list for anything mistyped', () => {
    const query = new URLSearchParams('sources=many&voice=mine&sort=up&page=-2&by=&only=yes&conflict=1');
    expect(parseClaimFilter(query)).toEqual(ALL_CLAIMS);
    expect(claimQuery(ALL_CLAIMS)).toBe('');
  });

  it('is short: empty fields of the form are not in it', () => {
    const fields: [string, string][] = [
      ['q', ' toll '],
      ['sources', '0'],
      ['by', ''],
      ['not-by', 'note'],
      ['voice', ''],
      ['sort', 'sources']
    ];
    expect(claimQuery(filterOfFields(fields))).toBe('?q=toll&not-by=note');
  });

  it('tells a filter from an order or a page', () => {
    expect(isFiltered({ ...ALL_CLAIMS, sort: 'text', page: 3 })).toBe(false);
    expect(isFiltered({ ...ALL_CLAIMS, conflict: true })).toBe(true);
  });
});

describe('filtering claims', () => {
  it('counts sources: any, at least so many, or only one', () => {
    expect(found({})).toEqual(['c1', 'c3', 'c2', 'c4']);
    expect(found({ spread: 3 })).toEqual(['c1']);
    expect(found({ spread: 2 })).toEqual(['c1', 'c3']);
    expect(found({ spread: 1 })).toEqual(['c2', 'c4']);
  });

  it('finds what sources say, say alone, or leave out', () => {
    expect(found({ saidBy: ['gazette'] })).toEqual(['c1', 'c3']);
    expect(found({ saidBy: ['gazette', 'note'] })).toEqual(['c1', 'c3']);
    expect(found({ saidBy: ['gazette', 'note'], only: true })).toEqual(['c3']);
    expect(found({ leftOutBy: ['gazette'], spread: 1 })).toEqual(['c2', 'c4']);
    expect(found({ leftOutBy: ['bulletin'] })).toEqual(['c3', 'c4']);
  });

  it('finds conflicts, and claims that somebody makes in a voice', () => {
    expect(found({ conflict: true })).toEqual(['c1']);
    expect(found({ voice: 'attributed' })).toEqual(['c3', 'c2']);
  });

  it('searches all words in any order, without case, accents or kinds of quotation marks', () => {
    expect(found({ search: 'MILLION cost' })).toEqual(['c1']);
    expect(found({ search: "mayor's" })).toEqual(['c3']);
    expect(found({ search: 'cafe' })).toEqual(['c4']);
    // The words of any source that makes the claim, not of its label alone.
    expect(found({ search: 'forty-five' })).toEqual(['c1']);
    expect(found({ search: 'cost café' })).toEqual([]);
  });

  it('knows when the words stand in another wording than the label’s', () => {
    const entry = entries.find(({ id }) => id === 'c1')!;
    const [word] = entry.label.split(' ');
    expect(foundIn(entry, word!.toUpperCase())).toEqual([]);
    expect(found({ search: 'forty-five' })).toEqual(['c1']);
    const places = foundIn(entry, 'forty-five');
    expect(places.length).toBeGreaterThan(0);
    for (const place of places) expect(entry.statements[place]!.quote.toLowerCase()).toContain('forty-five');
    expect(foundIn(entry, '')).toEqual([]);
  });

  it('shows no more than three of the statements that hold a word the label lacks', () => {
    const statements = Array.from({ length: 9 }, (_, index) => ({
      quote: index % 2 ? 'The BRIDGE’s toll' : 'It'
    }));
    expect(foundIn({ label: 'It opened', statements }, 'opened bridge')).toEqual([1, 3, 5]);
  });

  it('orders by sources, by the texts, or by what is easiest to check', () => {
    expect(found({ sort: 'text' })).toEqual(['c2', 'c1', 'c3', 'c4']);
    expect(found({ sort: 'checkable' })[0]).toBe('c4');
  });
});
