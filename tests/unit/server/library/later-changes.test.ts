import { beforeEach, expect, it } from 'vitest';
import {
  aboutCollection,
  addDocuments,
  addTextVersion,
  addVersion,
  exportArchive,
  findDuplicates,
  importArchive,
  listVersions,
  openCollection,
  openDocument,
  putInTrash,
  takeFromTrash,
  updateCollection
} from '$lib/server/library';
import { sha256 } from '$lib/server/library/load-collection';
import { imported, useLibrary, wipeLibrary } from '../test-library';

useLibrary();
beforeEach(wipeLibrary);

const titled = (...titles: string[]) =>
  titles.map((title) => imported(`This is the text that is called ${title}.`, { title }));

it('documents that come later stand behind those that are there, one in the trash counted', async () => {
  const { collection } = await addDocuments({ newTitle: 'Bridge' }, titled('Z', 'Y'));
  await putInTrash({ collection, document: 'y' });
  await addDocuments({ id: collection }, titled('C', 'B', 'A'));
  await takeFromTrash({ collection, document: 'y' });
  const { documents } = await openCollection(collection);
  expect(documents.map(({ title }) => title)).toEqual(['Z', 'Y', 'C', 'B', 'A']);
});

it('a text that a document had before, but has no more, is a new version and is read from then on', async () => {
  const first = imported('The bridge is open.');
  const { collection, documents } = await addDocuments({ newTitle: 'Bridge' }, [first]);
  const { id } = documents[0]!;
  await addTextVersion(collection, id, { text: 'The bridge is closed.' });
  expect(await addVersion(collection, id, first)).toEqual({ version: 3 });
  expect((await openDocument(collection, id)).text).toBe('The bridge is open.');
  const versions = await listVersions(collection, id);
  expect(versions.map(({ n, current }) => [n, current])).toEqual([
    [3, true],
    [2, false],
    [1, false]
  ]);
});

it('what is like a text is its double, unless it shares little or that is in the trash', async () => {
  const text = `${'The council said that the bridge over the river Skarn opens on Monday. '.repeat(3)}Nobody knows why.`;
  const { collection } = await addDocuments({ newTitle: 'Bridge' }, [imported(text)]);
  const sought = [
    { sha256: sha256(text), text },
    { sha256: sha256('other bytes'), text },
    { sha256: sha256('nearly'), text: text.replace('Nobody knows why.', 'Everybody knows why.') }
  ];
  const kinds = async () => (await findDuplicates(sought)).map((one) => one?.kind ?? null);
  expect(await kinds()).toEqual(['same-bytes', 'same-text', 'near']);
  const other = `${text.slice(0, 72)} ${'Snow fell in the hills, and trains were late for most of the day. '.repeat(6)}`;
  expect(await findDuplicates([{ sha256: sha256(other), text: other }])).toEqual([null]);
  await putInTrash({ collection, document: null });
  expect(await kinds()).toEqual([null, null, null]);
});

it('a collection that came with Parallax is imported again under an id of its own, and can be changed', async () => {
  const archive = await new Response(await exportArchive('russia-nato')).arrayBuffer();
  const { id } = await importArchive(new Uint8Array(archive));
  expect(id).not.toBe('russia-nato');
  await updateCollection(id, { title: 'Mine' });
  expect(await aboutCollection(id)).toMatchObject({ title: 'Mine' });
});

it('what is in the trash is not handed out with its collection', async () => {
  const { collection } = await addDocuments({ newTitle: 'Bridge' }, titled('Kept', 'Thrown away'));
  await putInTrash({ collection, document: 'thrown-away' });
  const archive = await new Response(await exportArchive(collection)).text();
  expect(archive).toContain('called Kept');
  expect(archive).not.toContain('called Thrown away');
});
