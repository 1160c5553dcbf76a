import { describe, expect, it } from 'vitest';
import type { ClaimCluster, Contested } from '$lib/analysis/audit-schema';
import { discoverContested, type ToldStatement } from '$lib/analysis/contested/discover';
import type { Statement } from '$lib/analysis/reading';

type Told = Pick<Statement, 'voice' | 'polarity' | 'certainty'> & { readonly tells?: boolean };
const own: Told = { voice: 'author', polarity: 'affirm', certainty: 'plain' };
const theirs: Told = { ...own, voice: 'attributed' };
const denied: Told = { ...own, polarity: 'deny' };
const hedged: Told = { ...own, certainty: 'hedged' };

/** Claims of one statement per document, with where each stands: the n-th of a text is at [10n, 10n + 9). */
function story(rows: readonly (readonly [label: string, ...Told[]])[], grade?: 'same-claim' | 'related') {
  const statements = new Map<string, ToldStatement>();
  const claims = rows.map(([label, ...told], row): ClaimCluster => ({
    id: `c${row}`,
    label,
    mentions: told.map((item, document) => {
      const id = `${document}:${row}`;
      statements.set(id, { tells: true, ...item, start: 10 * row, end: 10 * row + 9 });
      return { document: String(document), statement: id, score: 1, ...(grade ? { grade } : {}) };
    }),
    conflicts: []
  }));
  return {
    claims,
    find: (contested: Contested[] = []) => discoverContested(claims, contested, (id) => statements.get(id))
  };
}

describe('claims proposed for the registry', () => {
  it('are those that one source asserts and another attributes, hedges or disputes', () => {
    const { find } = story([
      ['All agree.', own, own],
      ['One reports it.', own, theirs],
      ['One denies it!', own, denied],
      ['One is unsure.', own, hedged],
      ['One alone says it.', own],
      ['Nobody says it in their own words.', theirs, theirs]
    ]);
    expect(find().map(({ id, reasons }) => [id, reasons])).toEqual([
      ['one-denies-it', ['disputed']],
      ['one-reports-it', ['attributed']],
      ['one-is-unsure', ['hedged']]
    ]);
  });

  it('leave out what the registry already looks for', () => {
    const { find } = story([['One reports it.', own, theirs]]);
    const mention = { start: 4, end: 6, quote: '', score: 1, holder: null, ...own };
    const cells = [
      { document: '0', stance: 'asserts' as const, mixed: false, mentions: [mention], nearest: null }
    ];
    const row = { id: 'r', statement: 'Another wording.', cells, credit: null };
    expect(find()).toHaveLength(1);
    expect(find([row])).toEqual([]);
  });

  it('rest only on statements that make the same claim', () => {
    expect(story([['One reports it.', own, theirs]], 'same-claim').find()).toHaveLength(1);
    expect(story([['One reports it.', own, theirs]], 'related').find()).toEqual([]);
  });

  it('do not rest on tags, on fragments or on weak matches', () => {
    const frame: Told = { ...own, tells: false };
    // The words that name it only say that somebody spoke.
    const tag = story([['Trump told NBC News', frame, theirs, own]]);
    tag.claims[0]!.mentions.forEach((mention, document) => (mention.score = document === 0 ? 1 : 0.8));
    expect(tag.find()).toEqual([]);
    const weak = story([['One reports it.', own, theirs]]);
    weak.claims[0]!.mentions[1]!.score = 0.55;
    expect(weak.find()).toEqual([]);
    expect(story([['One says it, one is a fragment.', own, { ...theirs, tells: false }]]).find()).toEqual([]);
  });

  it('take a clash of polarity for a dispute, whoever speaks', () => {
    const { claims, find } = story([['Reported both ways.', theirs, { ...theirs, polarity: 'deny' }]]);
    expect(find()).toEqual([]);
    claims[0]!.conflicts.push({ kind: 'polarity', verdict: 'clash', rule: 'claims/negation', values: [] });
    expect(find().map(({ reasons }) => reasons)).toEqual([['disputed']]);
  });

  it('have ids of their own that depend on their words alone', () => {
    const ids = story([
      ['Élan & vigour: 30 ships!', own, denied],
      ['Élan, vigour; 30 ships', own, denied],
      ['…', own, denied]
    ])
      .find()
      .map(({ id }) => id);
    expect(ids).toEqual(['elan-vigour-30-ships', 'elan-vigour-30-ships-2', 'claim']);
  });
});
