import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  addDocuments,
  addVersion,
  changeContested,
  editDocument,
  emptyTrash,
  exportArchive,
  importArchive,
  listCollections,
  openCollection,
  openRegistry,
  putInTrash,
  rawVersion,
  stepContested,
  updateCollection
} from '$lib/server/library';
import { imported, useLibrary, wipeLibrary } from '../test-library';

useLibrary();
beforeEach(wipeLibrary);

const bytesOf = async (id: string): Promise<Uint8Array> =>
  new Uint8Array(await new Response(await exportArchive(id)).arrayBuffer());
const edited = (bytes: Uint8Array, change: (archive: Record<string, never>) => void): Uint8Array => {
  const archive = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, never>;
  change(archive);
  return new TextEncoder().encode(JSON.stringify(archive));
};

async function wiped(id: string): Promise<void> {
  await putInTrash({ collection: id, document: null });
  await emptyTrash();
}

describe('a collection as one file', () => {
  it('comes back from it byte for byte, whatever it holds', async () => {
    const text = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 200 })
      .filter((value) => value.isWellFormed() && value.trim() !== '');
    const document = fc.record({
      text,
      title: fc.option(
        fc.string({ unit: 'grapheme', maxLength: 40 }).filter((value) => value.isWellFormed())
      ),
      bytes: fc.uint8Array({ maxLength: 300 }),
      versions: fc.array(text, { maxLength: 2 }),
      note: fc.option(fc.string({ maxLength: 30 }))
    });
    await fc.assert(
      fc.asyncProperty(fc.array(document, { minLength: 1, maxLength: 4 }), text, async (all, question) => {
        const { collection, documents } = await addDocuments(
          { newTitle: 'Any collection' },
          all.map(({ text, title, bytes }) => imported(text, { title, bytes }))
        );
        await updateCollection(collection, { question: question.slice(0, 100) });
        for (const [index, { versions, note }] of all.entries()) {
          const { id } = documents[index]!;
          for (const version of versions) await addVersion(collection, id, imported(version));
          await editDocument(collection, id, { note, version: 1 });
        }
        const before = await bytesOf(collection);
        await wiped(collection);
        await importArchive(before);
        expect(Buffer.from(await bytesOf(collection)).equals(Buffer.from(before))).toBe(true);
        await wiped(collection);
      }),
      { numRuns: 12, seed: 1 }
    );
  });

  it('keeps original bytes, order, versions, and the registry with its history', async () => {
    const { collection } = await addDocuments({ newTitle: 'Bridge' }, [
      imported('The bridge opened on Monday.', { title: 'B', bytes: new Uint8Array([0, 255, 10]) }),
      imported('The bridge opened late, critics said.', { title: 'A' })
    ]);
    const claim = { id: 'late', statement: 'The bridge opened late.' };
    await changeContested(collection, { kind: 'add', claim }, 0);
    await changeContested(collection, { kind: 'withdraw', claim: 'late', reason: 'Not disputed.' }, 1);
    await stepContested(collection, 'undo');
    const before = [await openCollection(collection), await openRegistry(collection)];
    const file = await bytesOf(collection);
    await wiped(collection);
    expect(await importArchive(file)).toEqual({ id: collection, title: 'Bridge', documents: 2 });
    expect([await openCollection(collection), await openRegistry(collection)]).toEqual(before);
    expect([...(await rawVersion(collection, 'b', 1)).raw]).toEqual([0, 255, 10]);
  });

  it('becomes a second collection beside one that is still there, and a copy of a bundled one', async () => {
    const { collection } = await addDocuments({ newTitle: 'Bridge' }, [imported('One text.')]);
    const second = await importArchive(await bytesOf(collection));
    expect(second.id).not.toBe(collection);
    const copy = await importArchive(await bytesOf('russia-nato'));
    const [bundled, stored] = [await openCollection('russia-nato'), await openCollection(copy.id)];
    expect(stored.documents.map(({ text }) => text)).toEqual(bundled.documents.map(({ text }) => text));
    expect(stored.contested).toEqual(bundled.contested);
  });

  it.each<[string, (archive: never) => void, string]>([
    ['another JSON file', (archive: { schema?: string }) => delete archive.schema, 'is no collection that'],
    ['another kind of file', (archive: { schema: string }) => (archive.schema = 'x'), 'schema must be'],
    [
      'a text that somebody changed',
      (archive: { documents: { versions: { text: string }[] }[] }) =>
        (archive.documents[0]!.versions[0]!.text += '!'),
      'documents[0] has a text that was changed'
    ],
    [
      'bytes that somebody changed',
      (archive: { documents: { versions: { raw: string }[] }[] }) =>
        (archive.documents[0]!.versions[0]!.raw = 'AAAA'),
      'documents[0] has bytes that were changed'
    ],
    [
      'an id that is a path',
      (archive: { documents: { id: string }[] }) => (archive.documents[0]!.id = '../../etc'),
      'documents[0].id must be'
    ],
    [
      'a document twice',
      (archive: { documents: unknown[] }) => archive.documents.push(archive.documents[0]),
      'documents[1] has the id of another'
    ],
    [
      'a version that is not there',
      (archive: { documents: { version: number }[] }) => (archive.documents[0]!.version = 7),
      'documents[0] has no version 7'
    ]
  ] as [string, (archive: never) => void, string][])(
    'refuses %s, and keeps nothing of it',
    async (_, change, message) => {
      const { collection } = await addDocuments({ newTitle: 'Bridge' }, [imported('One text.')]);
      const file = edited(await bytesOf(collection), change as (archive: Record<string, never>) => void);
      await expect(importArchive(file)).rejects.toThrow(message);
      expect((await listCollections()).filter(({ stored }) => stored)).toHaveLength(1);
      await expect(importArchive(new Uint8Array([1, 2]))).rejects.toThrow('not JSON');
    }
  );
});
