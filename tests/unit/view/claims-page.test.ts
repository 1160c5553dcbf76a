import { describe, expect, it } from 'vitest';
import { claimDetail } from '$lib/view/claims-detail';
import { claimAt, claimEntries, claimKey, placeOfKey } from '$lib/view/claims-entries';
import { ALL_CLAIMS } from '$lib/view/claims-filter';
import { claimsSlice, ROWS_PER_PAGE } from '$lib/view/claims-page';
import { claimsBySource, claimSets } from '$lib/view/claims-sets';
import { repeatedIn, repetitions } from '$lib/view/repetition';
import { claimsAudit, claimTexts } from './fixture-claims';

const entries = claimEntries(claimsAudit);
const order = claimTexts.map(({ id }) => id);
const entry = (id: string) => entries.find((item) => item.id === id)!;
const textOf = (id: string) => claimTexts.find((item) => item.id === id)!.text;

describe('claims and their makers', () => {
  it('say how each source makes them, its own plain words first', () => {
    expect(entry('c1').makers.map(({ document, manner }) => [document, manner])).toEqual([
      ['bulletin', 'states'],
      ['gazette', 'states'],
      ['note', 'states']
    ]);
    expect(entry('c3').makers.map(({ manner }) => manner)).toEqual(['hedges', 'reports']);
    expect(entry('c2').makers.map(({ manner }) => manner)).toEqual(['reports']);
  });

  it('name whose words a source reports, and nobody where it says it itself', () => {
    expect(entry('c3').makers.map(({ holders }) => holders)).toEqual([[], ['Residents']]);
  });

  it('have an address that is the place of the words of their label', () => {
    const { start, end } = claimsAudit.documents[0]!.statements[1]!;
    expect(entry('c1').key).toBe(claimKey({ document: 'bulletin', start, end }));
    expect(placeOfKey(entry('c1').key)).toEqual({ document: 'bulletin', start, end });
    expect(placeOfKey('a~b~3-9')).toEqual({ document: 'a~b', start: 3, end: 9 });
    for (const other of ['c1', 'bulletin~9-3', 'bulletin~3', '~3-9']) expect(placeOfKey(other)).toBeNull();
  });

  it('keep addresses of their own when a statement makes several claims', () => {
    const [first] = claimsAudit.comparison.claims;
    const twice = [
      first!,
      { ...first!, id: 'again' },
      { ...claimsAudit.comparison.claims[1]!, id: 'b2' },
      { ...claimsAudit.comparison.claims[1]!, id: 'b3' }
    ];
    const audit = { ...claimsAudit, comparison: { ...claimsAudit.comparison, claims: twice } };
    const keys = claimEntries(audit).map(({ key }) => key);
    expect(new Set(keys).size).toBe(4);
    expect(keys[0]).toBe(entry('c1').key);
    expect(keys[1]).toMatch(/^note~/u);
    for (const [index, key] of keys.entries()) {
      expect(claimAt(claimEntries(audit), key)?.id).toBe(twice[index]!.id);
    }
  });

  it('are named by the statement whose words the label has, whatever its first letter and last stop', () => {
    const [, , third] = claimsAudit.comparison.claims;
    const label = 'the mayor’s office knew';
    const audit = {
      ...claimsAudit,
      comparison: { ...claimsAudit.comparison, claims: [{ ...third!, label: `T${label.slice(1)}` }] }
    };
    const [read] = claimEntries(audit);
    expect([read!.named.document, read!.key.startsWith('note~')]).toEqual(['note', true]);
  });

  it('are found again by address, by id, and after their words were cut another way', () => {
    const { key } = entry('c1');
    const { start, end } = placeOfKey(key)!;
    expect(claimAt(entries, key)?.id).toBe('c1');
    expect(claimAt(entries, 'c3')?.id).toBe('c3');
    expect(claimAt(entries, `bulletin~${start - 4}-${end + 10}`)?.id).toBe('c1');
    expect(claimAt(entries, 'gazette~0-5')?.id).toBe('c1');
    expect(claimAt(entries, 'elsewhere~0-5')).toBeNull();
    expect(claimAt(entries, 'c99')).toBeNull();
  });
});

describe('sets of sources', () => {
  it('count the claims that exactly these sources make, and add up to all of them', () => {
    const sets = claimSets(entries, order);
    expect(sets).toEqual([
      { documents: ['bulletin', 'gazette', 'note'], claims: 1 },
      { documents: ['gazette', 'note'], claims: 1 },
      { documents: ['bulletin'], claims: 1 },
      { documents: ['note'], claims: 1 }
    ]);
    expect(sets.reduce((sum, { claims }) => sum + claims, 0)).toBe(entries.length);
  });

  it('give what every source says alone, shares and leaves out', () => {
    expect(claimsBySource(claimSets(entries, order), order)).toEqual([
      { document: 'bulletin', claims: 2, alone: 1, shared: 1, leftOut: 1 },
      { document: 'gazette', claims: 2, alone: 0, shared: 2, leftOut: 0 },
      { document: 'note', claims: 3, alone: 1, shared: 2, leftOut: 0 }
    ]);
  });
});

describe('the page of claims', () => {
  it('counts all claims whatever the filter, and lists those it leaves', () => {
    const slice = claimsSlice(claimsAudit, claimTexts, { ...ALL_CLAIMS, spread: 2 });
    expect(slice.totals).toEqual({ claims: 4, shared: 2, conflicting: 1 });
    expect(slice.found).toBe(2);
    expect(slice.rows.map(({ label }) => label)).toEqual([
      'It cost 30 million',
      'The mayor’s office perhaps knew'
    ]);
  });

  it('shows every statement in its sentence, exactly as the text has it', () => {
    const { rows } = claimsSlice(claimsAudit, claimTexts, ALL_CLAIMS);
    for (const { passages } of rows) {
      for (const { document, start, end, quote, before, after } of passages) {
        expect(textOf(document).slice(start, end)).toBe(quote);
        expect(textOf(document)).toContain(before + quote + after);
      }
    }
    expect(rows[0]!.passages[0]!.after).toBe(', the council said.');
  });

  it('comes in pages; one past the end is the last', () => {
    const many = Array.from({ length: ROWS_PER_PAGE + 3 }, (_, index) => ({
      ...claimsAudit.comparison.claims[3]!,
      id: `m${index}`
    }));
    const audit = { ...claimsAudit, comparison: { ...claimsAudit.comparison, claims: many } };
    const last = claimsSlice(audit, claimTexts, { ...ALL_CLAIMS, page: 99 });
    expect([last.page, last.pages, last.rows.length]).toEqual([2, 2, 3]);
    expect(claimsSlice(audit, claimTexts, ALL_CLAIMS).rows).toHaveLength(ROWS_PER_PAGE);
  });

  it('names what a source alone says and what two others say without it', () => {
    const { against } = claimsSlice(claimsAudit, claimTexts, ALL_CLAIMS);
    expect(against.map(({ own, missing }) => [own.length, missing.map(({ label }) => label)])).toEqual([
      [1, ['The mayor’s office perhaps knew']],
      [0, []],
      [1, []]
    ]);
  });

  it('lays each source against the others: what they tell differently, and who speaks in it alone', () => {
    const speaker = (id: string, name: string | null, ...documents: string[]) => ({
      id,
      name,
      holders: [],
      documents: documents.map((document) => ({ document, words: 5, passages: 1 }))
    });
    const speakers = [
      speaker('critics', 'Critics', 'bulletin'),
      speaker('residents', 'Residents', 'note', 'gazette'),
      speaker('nobody', null, 'note')
    ];
    const audit = { ...claimsAudit, comparison: { ...claimsAudit.comparison, speakers } };
    const { against } = claimsSlice(audit, claimTexts, ALL_CLAIMS);
    const told = against.map(({ clashes }) => clashes.map(({ here, there }) => ({ here, there })));
    expect(told).toEqual([
      [{ here: ['30 million'], there: [{ quote: 'forty-five million', documents: ['gazette'] }] }],
      [{ here: ['forty-five million'], there: [{ quote: '30 million', documents: ['bulletin'] }] }],
      []
    ]);
    expect(against.map((item) => item.clashing)).toEqual([1, 1, 0]);
    expect(against.map((item) => item.speakers.map(({ name }) => name))).toEqual([['Critics'], [], []]);
  });

  it('leaves out what probably speaks of other things when it lays a source against the others', () => {
    const [first, ...others] = claimsAudit.comparison.claims;
    const conflicts = first!.conflicts.map((item) => ({ ...item, verdict: 'different-referents' as const }));
    const claims = [{ ...first!, conflicts }, ...others];
    const audit = { ...claimsAudit, comparison: { ...claimsAudit.comparison, claims } };
    const { against } = claimsSlice(audit, claimTexts, ALL_CLAIMS);
    expect(against.flatMap(({ clashes }) => clashes)).toEqual([]);
  });

  it('holds nothing for a single document but says so in numbers', () => {
    const [document] = claimsAudit.documents;
    const alone = {
      ...claimsAudit,
      documents: [document!],
      comparison: { ...claimsAudit.comparison, claims: [], overlap: [], chains: [] }
    };
    const slice = claimsSlice(alone, claimTexts.slice(0, 1), ALL_CLAIMS);
    expect(slice.totals).toEqual({ claims: 0, shared: 0, conflicting: 0 });
    expect([slice.page, slice.pages, slice.rows]).toEqual([1, 1, []]);
  });
});

describe('one claim', () => {
  const detail = claimDetail(claimsAudit, claimTexts, 'c1')!;

  it('shows both sides of a conflict in their sentences, with whose words they are', () => {
    const [conflict] = detail.conflicts;
    expect(conflict!.values.map(({ quote, before, voice }) => [before, quote, voice])).toEqual([
      ['It cost ', '30 million', 'author'],
      ['In the end it cost ', 'forty-five million', 'author']
    ]);
  });

  it('says why a statement was matched, and which one gives the label', () => {
    expect(detail.passages.map(({ document, named, grade }) => [document, named, grade])).toEqual([
      ['bulletin', true, null],
      ['gazette', false, null],
      ['note', false, 'same-claim']
    ]);
    expect(detail.passages[2]!.because).toEqual(['figures in both: 30']);
  });

  it('shows the nearest thing that is said where the claim is left out, or that there is none', () => {
    const { omissions } = claimDetail(claimsAudit, claimTexts, 'c2')!;
    expect(omissions.map(({ document, nearest }) => [document, nearest?.quote, nearest?.grade])).toEqual([
      ['gazette', 'Nobody was hurt', 'same-topic'],
      ['note', undefined, undefined]
    ]);
  });

  it('has its neighbours in the list beside it', () => {
    expect([detail.before, detail.after?.label]).toEqual([null, 'The mayor’s office perhaps knew']);
    expect(claimDetail(claimsAudit, claimTexts, 'c4')!.after).toBeNull();
    expect(claimDetail(claimsAudit, claimTexts, 'nowhere')).toBeNull();
  });
});

describe('repetition', () => {
  const slice = repetitions(claimsAudit, claimTexts);

  it('shows the same words in every source that carries them', () => {
    const [chain] = slice.chains;
    expect(chain).toMatchObject({ kind: 'quotation', count: 2, documents: ['gazette', 'note'] });
    expect(chain!.passages.map(({ holder, note }) => [holder, note])).toEqual([
      ['Residents', 'in quotation marks'],
      [null, null]
    ]);
    expect(slice.found).toEqual({ chains: 1, duplicates: 0 });
  });

  it('belongs to a claim when two of its sources say it in those words', () => {
    expect(repeatedIn(slice, entry('c3').statements).map(({ id }) => id)).toEqual(['q1']);
    expect(repeatedIn(slice, entry('c3').statements.slice(0, 1))).toEqual([]);
    expect(repeatedIn(slice, entry('c1').statements)).toEqual([]);
  });
});
