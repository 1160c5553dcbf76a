import { beforeEach, expect, it, vi } from 'vitest';
import { importText } from '$lib/server/import';
import { addDocuments, createCollection } from '$lib/server/library';
import { requestOf } from '$lib/server/library/collection-request';
import { isMade } from '$lib/server/library/large-audits';
import { makeAudit, openAudited } from '$lib/server/library/open-collection';
import { useLibrary, wipeLibrary } from '../test-library';

vi.mock('$lib/server/library/large-audits', async (original) => ({
  ...(await original<typeof import('$lib/server/library/large-audits')>()),
  isLarge: () => true
}));

useLibrary();
beforeEach(wipeLibrary);

it('a collection that grows while it is audited is audited as it stands in the end', async () => {
  const { id } = await createCollection({ title: 'Growing' });
  const add = async (text: string) => addDocuments({ id }, await importText(text));
  await add('The council closed the bridge on Monday, the mayor said.');
  let added: Promise<unknown> | undefined;
  const told: string[] = [];
  await makeAudit(id, {
    onProgress: (done, all) => {
      told.push(`${done} of ${all}`);
      added ??= add('The bridge was closed by the council, the mayor said on Tuesday.');
    }
  });
  await added;
  expect(told).toEqual(['1 of 1', '2 of 2']);
  const { documents, ...rest } = await openAudited(id);
  expect(await isMade(requestOf({ documents, ...rest }), documents)).toBe(true);
}, 60_000);
