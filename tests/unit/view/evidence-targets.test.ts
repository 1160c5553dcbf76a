import { describe, expect, it } from 'vitest';
import { decodeTarget, encodeTarget, type EvidenceTarget } from '$lib/view/evidence';
import { evidenceInMemory } from '$lib/view/evidence-in-memory';
import { evidenceSheet } from '$lib/view/evidence-sheet';
import { overviewSlice } from '$lib/view/slices';
import { claimsAudit, claimTexts } from './fixture-claims';

const overview = overviewSlice(claimsAudit, claimTexts);
const context = {
  overview,
  metrics: [],
  contested: [],
  source: evidenceInMemory(claimsAudit, claimTexts)
};

describe('the address of a set of sources or a vocabulary', () => {
  it('leads back to it, whatever stands in the ids', () => {
    const targets: EvidenceTarget[] = [
      { kind: 'set', documents: ['a', 'b:c', 'd e', '%'] },
      { kind: 'vocabulary', document: 'a:b' },
      { kind: 'vocabulary', document: null }
    ];
    for (const target of targets) expect(decodeTarget(encodeTarget(target))).toEqual(target);
  });

  it('is nothing without a source', () => {
    expect(decodeTarget('set')).toBeNull();
  });
});

describe('the evidence of a set of sources', () => {
  it('is the claims that exactly these sources make', async () => {
    const sheet = await evidenceSheet({ kind: 'set', documents: ['gazette', 'note'] }, context);
    expect(sheet.title).toBe('Claims that B and C make, and no other');
    expect(sheet.groups.map(({ passages }) => passages.map(({ quote }) => quote))).toEqual([
      ['The mayor’s office perhaps knew'],
      ['the mayor’s office knew']
    ]);
  });

  it('says so when the link names a source that is not here', async () => {
    const sheet = await evidenceSheet({ kind: 'set', documents: ['gazette', 'gone'] }, context);
    expect(sheet.lede).toContain('not in this comparison');
  });

  it('leads from a claim to the page it has of its own', async () => {
    const sheet = await evidenceSheet({ kind: 'claim', claim: 'c1' }, context);
    expect(sheet.claim).toBe(overview.claims.find(({ id }) => id === 'c1')!.key);
  });
});
