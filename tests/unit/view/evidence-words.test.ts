import { describe, expect, it } from 'vitest';
import type { WordUses } from '$lib/analysis/audit-schema';
import type { EvidenceTarget } from '$lib/view/evidence';
import { evidenceInMemory } from '$lib/view/evidence-in-memory';
import { evidenceSheet } from '$lib/view/evidence-sheet';
import { overviewSlice } from '$lib/view/slices';
import { fixture, metrics, texts } from './fixture-audit';

const overview = overviewSlice(fixture, texts);
const open = (target: EvidenceTarget, uses?: readonly WordUses[]) =>
  evidenceSheet(target, {
    overview: uses ? { ...overview, uses } : overview,
    metrics,
    contested: [],
    source: evidenceInMemory(fixture, texts)
  });
const contractor = { kind: 'term', term: 'contractor', document: 'bulletin' } as const;

describe('the evidence of a distinctive word', () => {
  it('is every use that was counted, and whose words it stands in', async () => {
    const [group] = (await open(contractor)).groups;
    expect(group!.remark).toMatch(/^\d+ uses? counted\.$/u);
    expect(group!.passages.map(({ quote, voice, note }) => [quote, voice, note])).toEqual([
      ['contractor', null, 'Attributed words']
    ]);
  });

  it('of a comparison made anew is its own and not that of the stored one', async () => {
    const [group] = (await open(contractor, [])).groups;
    expect(group!.passages).toEqual([]);
    expect(group!.remark).toContain('not kept');
  });

  it('is nothing for a word that no chart shows', async () => {
    const sheet = await open({ kind: 'term', term: 'bridge', document: 'gazette' });
    expect(sheet.groups).toEqual([]);
  });
});
