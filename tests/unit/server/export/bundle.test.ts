import { describe, expect, it } from 'vitest';
import { DomainError } from '$lib/server/domain-error';
import { makeBundle, parseBundle, verifyBundle, type Bundle } from '$lib/server/export/bundle';
import { parseAuditRequest, runAudit } from '$lib/server/library/audit-request';
import { sha256 } from '$lib/server/library/load-collection';

const request = parseAuditRequest({
  documents: [
    { id: 'a', text: 'The council sold the harbour in 2011. It may have been a mistake.' },
    { id: 'b', text: 'Critics say the council never sold the harbour \u{1F6A2}.', publisher: 'The Quay' }
  ],
  claims: [{ id: 'sold', statement: 'The council sold the harbour.', cues: [['sell'], ['harbour']] }],
  seed: 7
});
const audit = runAudit(request);

/** As it comes back from a file. */
function written(withTexts: boolean): Bundle {
  return parseBundle(JSON.parse(JSON.stringify(makeBundle(request, audit, [], withTexts))));
}
const none = () => null;

describe('an audit bundle', () => {
  it('gives the same bytes again, with its texts inside', () => {
    expect(verifyBundle(written(true), none)).toEqual({ identical: true, differences: [] });
  });

  it('names texts by their hash when they are not inside, and finds them by it', () => {
    const bundle = written(false);
    expect(JSON.stringify({ ...bundle, audit: null })).not.toContain('harbour in 2011');
    const texts = new Map(request.documents.map(({ text }) => [sha256(text), text]));
    expect(verifyBundle(bundle, (hash) => texts.get(hash) ?? null).identical).toBe(true);
    expect(() => verifyBundle(bundle, none)).toThrow(/text of "a" is not in the bundle/);
  });

  it('says which result differs', () => {
    const bundle = structuredClone(written(true)) as Bundle & { audit: typeof audit };
    bundle.audit.contested[0]!.cells[0]!.stance = 'disputes';
    const { identical, differences } = verifyBundle(bundle, none);
    expect(identical).toBe(false);
    expect(differences.join(' ')).toContain('contested[0].cells[0].stance');
    expect(differences.join(' ')).toContain('changed after it was made');
  });

  it('says which word lists differ', () => {
    const bundle = written(true);
    const changed = {
      ...bundle,
      wordLists: { ...bundle.wordLists, hedges: sha256('') },
      audit: { ...bundle.audit, documents: [] }
    };
    expect(verifyBundle(changed, none).differences.join(' ')).toContain('not the same: hedges.');
  });

  it('refuses a text that is not the one', () => {
    const bundle = written(true);
    const documents = bundle.documents.map((item) => ({ ...item, text: 'Another.' }));
    expect(() => verifyBundle({ ...bundle, documents }, none)).toThrow(DomainError);
  });

  it('refuses what is no bundle, naming the place', () => {
    expect(() => parseBundle({})).toThrow(/schema is missing/);
    expect(() => parseBundle({ ...written(true), documents: [{}] })).toThrow(/documents\[?\.?0\]?\.id/);
  });
});
