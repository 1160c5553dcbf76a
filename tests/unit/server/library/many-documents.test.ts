import { beforeEach, describe, expect, it } from 'vitest';
import {
  addDocuments,
  editDocuments,
  listDocuments,
  listForCorrection,
  listTrash,
  openCollection
} from '$lib/server/library';
import { imported, useLibrary, wipeLibrary } from '../test-library';

useLibrary();
beforeEach(wipeLibrary);

const TEXTS = ['The bridge opened.', 'The school closed.', 'The bridge opened.'];

async function three(): Promise<string> {
  const { collection } = await addDocuments(
    { newTitle: 'Three' },
    TEXTS.map((text, index) => ({
      ...imported(text, { title: `Story ${index}` }),
      author: 'Anna Brown',
      origin: { name: 'a.csv', row: index + 1, address: null },
      notices: [
        { code: 'little-text' as const, message: 'Only 3 words were found.' },
        ...(index === 0 ? [{ code: 'rows-skipped' as const, message: '1 row was skipped.' }] : [])
      ]
    }))
  );
  return collection;
}
const titles = async (collection: string) => (await listDocuments(collection)).map(({ title }) => title);

describe('many documents of a collection', () => {
  it('are corrected at once; what is not named stays', async () => {
    const collection = await three();
    await editDocuments(collection, {
      changes: [
        { id: 'story-0', title: 'The “first”', published: '2024-03-05' },
        { id: 'story-2', author: null, publisher: ' Gazette\u0000 ' }
      ]
    });
    expect(await listDocuments(collection)).toMatchObject([
      { id: 'story-0', title: 'The “first”', author: 'Anna Brown', published: '2024-03-05' },
      { id: 'story-1', title: 'Story 1', author: 'Anna Brown' },
      { id: 'story-2', title: 'Story 2', author: null, publisher: 'Gazette\ufffd', published: null }
    ]);
    expect((await openCollection(collection)).documents[0]?.title).toBe('The “first”');
  });

  it('go to the trash together, and come back together', async () => {
    const collection = await three();
    await editDocuments(collection, { trash: ['story-0', 'story-1'] });
    expect(await titles(collection)).toEqual(['Story 2']);
    expect(await listTrash()).toHaveLength(2);
    await editDocuments(collection, { restore: ['story-0', 'story-1'] });
    expect(await titles(collection)).toEqual(['Story 0', 'Story 1', 'Story 2']);
  });

  it.each([
    [{}, /nothing to change/, 400],
    [{ changes: [{ id: 'story-0', title: 'x' }, { id: 'gone', title: 'y' }] }, /no document "gone"/, 404],
    [{ changes: [{ id: 'story-0', title: 'x' }], trash: ['gone'] }, /no document "gone"/, 404],
    [{ changes: [{ id: 'story-0', title: 'x' }], restore: ['story-1'] }, /no document "story-1"/, 404],
    [{ changes: [{ id: 'story-0', title: 'x' }, { id: 'story-1', published: 'May' }] }, /changes\[1\].published must be a day/, 400],
    [{ changes: [{ id: 'story-0', title: 'x' }, { id: 'story-0', title: 'y' }] }, /must name a document once/, 400],
    [{ changes: [{ id: 'story-0', version: 2 }] }, /version/, 400]
  ])('all stay as they were after %j', async (change, message, status) => {
    const collection = await three();
    await expect(editDocuments(collection, change)).rejects.toMatchObject({
      status,
      message: expect.stringMatching(message) as string
    });
    expect(await titles(collection)).toEqual(['Story 0', 'Story 1', 'Story 2']);
  }); // prettier-ignore

  it('are listed with what was remarked of each, and with texts that stand twice', async () => {
    const collection = await three();
    const rows = await listForCorrection(collection);
    expect(rows.map(({ file, row }) => [file, row])).toEqual([['a.csv', 1], ['a.csv', 2], ['a.csv', 3]]); // prettier-ignore
    const short = 'Only 3 words were found.';
    expect(rows.map(({ remarks }) => remarks)).toEqual([
      [short],
      [short],
      [short, 'The same text as “Story 0” above.']
    ]);
  });
});
