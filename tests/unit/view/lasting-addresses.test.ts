/** Addresses that a reader keeps must lead to the same thing when a document is added and claims are counted anew. */
import { expect, test } from 'vitest';
import type { Audit } from '$lib/analysis/audit-schema';
import { brushedBy } from '$lib/view/brush';
import { decodeTarget, encodeTarget } from '$lib/view/evidence';
import { evidenceInMemory } from '$lib/view/evidence-in-memory';
import { evidenceSheet } from '$lib/view/evidence-sheet';
import { findings } from '$lib/view/findings';
import { overviewSlice } from '$lib/view/slices';
import { fixture, metrics, texts } from './fixture-audit';

/** The same audit, its claims counted from another number on. */
const renumbered: Audit = {
  ...fixture,
  comparison: {
    ...fixture.comparison,
    claims: fixture.comparison.claims.map((claim, index) => ({ ...claim, id: `c${index + 70}` }))
  }
};

test('every finding keeps its id and its evidence', async () => {
  const [before, after] = [fixture, renumbered].map((audit) =>
    findings(overviewSlice(audit, texts), metrics)
  );
  expect(before!.some(({ kind }) => kind === 'conflict')).toBe(true);
  expect(after!.map(({ id, target }) => [id, target])).toEqual(before!.map(({ id, target }) => [id, target]));
  const conflict = before!.find(({ kind }) => kind === 'conflict')!;
  const kept = decodeTarget(encodeTarget(conflict.target))!;
  const context = {
    overview: overviewSlice(renumbered, texts),
    metrics,
    contested: [],
    source: evidenceInMemory(renumbered, texts)
  };
  const sheet = await evidenceSheet(kept, context);
  expect(sheet.groups.flatMap(({ passages }) => passages.map(({ quote }) => quote))).toEqual([
    'It cost 30 million',
    'It cost 45 million'
  ]);
});

test('a mark on a claim brings out the same sources, by its key or by the id of this result', () => {
  const overview = overviewSlice(renumbered, texts);
  const { id, key } = overview.claims[0]!;
  const byKey = brushedBy({ kind: 'claim', id: key }, overview);
  expect([...byKey.sources]).toEqual(['bulletin', 'gazette']);
  expect(byKey).toEqual(brushedBy({ kind: 'claim', id }, overview));
  expect(byKey.claims.has(id) && byKey.claims.has(key)).toBe(true);
});
