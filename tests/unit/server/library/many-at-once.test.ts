import { beforeEach, describe, expect, it } from 'vitest';
import { closeDatabase, openLibrary, tables } from '$lib/server/db';
import { importText, type ImportedDocument } from '$lib/server/import';
import {
  addDocuments,
  createCollection,
  emptyTrash,
  listCollections,
  listDocuments,
  listTrash,
  searchLibrary
} from '$lib/server/library';
import { NOT_YET } from '$lib/server/library/document-place';
import { useLibrary, wipeLibrary } from '../test-library';

useLibrary();
beforeEach(wipeLibrary);

/** As many as take several steps to write. */
async function stories(count = 60): Promise<ImportedDocument[]> {
  const texts = Array.from({ length: count }, (_, n) => `Bridge number ${n} was opened, the mayor said.`);
  return (await Promise.all(texts.map((text) => importText(text)))).flat();
}

async function everything() {
  const { db } = await openLibrary();
  const [documents, versions] = [
    await db.select().from(tables.documents),
    await db.select().from(tables.documentVersions)
  ];
  return { documents: documents.length, versions: versions.length };
}

const stored = async () => (await listCollections()).filter((one) => one.stored);

describe('many documents that are saved together', () => {
  it('are all there or none, for whoever looks meanwhile and however they look', async () => {
    const { id } = await createCollection({ title: 'Bridges' });
    const texts = await stories();
    let saved = false;
    const saving = addDocuments({ id }, texts).finally(() => (saved = true));
    const seen: number[] = [];
    while (!saved) {
      const found = (await searchLibrary('mayor')).length;
      seen.push((await listDocuments(id)).length);
      // What is found is there: nobody takes it away again.
      if (found > 0) expect(seen.at(-1)).toBe(texts.length);
      expect(await listTrash()).toEqual([]);
    }
    const { documents } = await saving;
    // Somebody was answered while they were being written.
    expect(seen.filter((count) => count === 0).length).toBeGreaterThan(1);
    expect(seen.every((count) => count === 0 || count === texts.length)).toBe(true);
    expect((await listDocuments(id)).map((one) => one.id)).toEqual(documents.map((one) => one.id));
  });

  it('are not thrown away with the trash, and a new collection is there when they are', async () => {
    const saving = addDocuments({ newTitle: 'Bridges' }, await stories());
    expect(await stored()).toEqual([]);
    expect(await emptyTrash()).toEqual({ collections: 0, documents: 0 });
    await saving;
    expect(await stored()).toMatchObject([{ title: 'Bridges', documents: 60 }]);
  });

  it('leave nothing where one of them cannot be kept, or whoever sent them is gone', async () => {
    const { id } = await createCollection({ title: 'Bridges' });
    const texts = await stories();
    const broken = [...texts.slice(0, -1), { ...texts[0]!, text: ' ' }];
    for (const target of [{ id }, { newTitle: 'New' }]) {
      await expect(addDocuments(target, broken)).rejects.toMatchObject({ status: 422 });
      const gone = new AbortController();
      const saving = addDocuments(target, texts, { signal: gone.signal });
      await listDocuments(id);
      gone.abort();
      await expect(saving).rejects.toMatchObject({ code: 'cancelled' });
    }
    expect(await everything()).toEqual({ documents: 0, versions: 0 });
    expect(await stored()).toMatchObject([{ title: 'Bridges', documents: 0 }]);
    await addDocuments({ id }, texts);
    expect(await listDocuments(id)).toHaveLength(60);
  });

  it('leave nothing after a crash in the middle of it', async () => {
    const { db } = await openLibrary();
    const { collection } = await addDocuments({ newTitle: 'Half' }, await stories());
    const kept = await addDocuments({ newTitle: 'Kept' }, await stories(3));
    // As the crash leaves it: written, and not there yet.
    const long = new Date('2020-01-01');
    await db.update(tables.collections).set({ deletedAt: NOT_YET, createdAt: long });
    await db.update(tables.documents).set({ deletedAt: NOT_YET, createdAt: long });
    await db.execute(`update collections set deleted_at = null where id = '${kept.collection}'`);
    expect(collection).not.toBe(kept.collection);
    await closeDatabase();
    expect(await stored()).toMatchObject([{ title: 'Kept', documents: 0 }]);
    expect(await everything()).toEqual({ documents: 0, versions: 0 });
  });
});
