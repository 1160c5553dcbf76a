import { describe, expect, it } from 'vitest';
import {
  creditLines,
  describeChange,
  proposalSlices,
  type HistoryItem,
  type RegistryChange
} from '$lib/view/registry';
import { fixture } from './fixture-audit';
import { CLAIM } from './fixture-registry';

describe('a change in a sentence', () => {
  const names = { claim: (id: string) => id.toUpperCase(), document: () => 'B' };
  const judge = { kind: 'judge', claim: 'sold', document: 'd', machine: 'silent', reason: '' } as const;
  const history: HistoryItem[] = [
    { n: 1, at: '', change: { kind: 'edit', claim: CLAIM }, undone: true },
    { n: 2, at: '', change: { kind: 'undo', of: 1 }, undone: true }
  ];
  it.each<[RegistryChange, string]>([
    [{ kind: 'add', claim: CLAIM }, 'Added “The council sold the harbour.”'],
    [{ kind: 'withdraw', claim: 'sold', reason: 'Said twice.' }, 'Withdrew “SOLD”: Said twice.'],
    [{ ...judge, stance: 'silent' }, 'Checked B on “SOLD”: “silent”, as the machine says'],
    [
      { ...judge, stance: 'hedges', reason: 'See line 3.' },
      'Overruled B on “SOLD”: “hedges”, not “silent”. See line 3.'
    ],
    [{ kind: 'undo', of: 1 }, 'Took back change 1'],
    [{ kind: 'undo', of: 2 }, 'Brought back change 1']
  ])('%j', (change, sentence) => {
    expect(describeChange(change, history, names)).toBe(sentence);
  });
});

it('shows proposals that nobody dismissed, with the words they rest on', () => {
  const [statement] = fixture.documents[0]!.statements;
  const proposal = {
    id: 'p',
    claim: 'c1',
    statement: 'X.',
    reasons: ['attributed' as const],
    cells: [
      {
        document: fixture.documents[0]!.id,
        stance: 'asserts' as const,
        mixed: false,
        statements: [statement!.id]
      }
    ]
  };
  const disputed = { ...proposal, id: 'd', reasons: ['attributed' as const, 'disputed' as const] };
  const hedged = { ...proposal, id: 'h', reasons: ['hedged' as const] };
  const audit = { ...fixture, proposals: [proposal, { ...proposal, id: 'q' }, hedged, disputed] };
  const shown = proposalSlices(audit, ['q']);
  // What parts the sources most comes first.
  expect(shown.map(({ id }) => id)).toEqual(['d', 'h', 'p']);
  expect(shown[0]!.cells[0]!.quotes).toMatchObject([{ quote: statement!.quote }]);
});

it('has no ledger for a claim that nobody is credited with', () => {
  expect(creditLines(fixture, fixture.contested[0]!.id)).toBeNull();
});
