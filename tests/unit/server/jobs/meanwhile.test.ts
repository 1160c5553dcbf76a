import { beforeEach, expect, it, vi } from 'vitest';
import { openLibrary } from '$lib/server/db';
import { isOver, openTask, wantAudit, wantImport } from '$lib/server/jobs';
import {
  addDocuments,
  changeContested,
  editDocument,
  emptyTrash,
  exportArchive,
  importArchive,
  openCollection,
  openDocument,
  openRegistry,
  putInTrash,
  stepContested,
  takeFromTrash
} from '$lib/server/library';
import { imported, useLibrary, wipeLibrary } from '../test-library';

useLibrary();
beforeEach(wipeLibrary);

const lines = (count: number) =>
  Array.from({ length: count }, (_, n) =>
    JSON.stringify({ title: `Story ${n}`, text: `The council met on day ${n}, the mayor said.` })
  ).join('\n');
const upload = (count: number) => ({
  name: 'stories.jsonl',
  mediaType: null,
  bytes: new TextEncoder().encode(lines(count))
});
const until = <Value>(look: () => Promise<Value>) => vi.waitUntil(look, { timeout: 20_000, interval: 10 });
const over = async (id: string) => {
  await until(async () => isOver(await openTask(id)));
  return openTask(id);
};

it('an import whose collection is put in the trash ends, says so, and keeps no file', async () => {
  const { id, collection } = await wantImport({ newTitle: 'Stories' }, upload(600));
  await until(async () => (await openTask(id)).done > 0);
  await putInTrash({ collection, document: null });
  const task = await over(id);
  expect(task).toMatchObject({
    state: 'failed',
    problem: expect.stringContaining('no collection') as string
  });
  const { rows, db } = await openLibrary();
  const { sql } = await import('drizzle-orm');
  expect(await rows(db, sql`select task from uploads`)).toEqual([]);
  await takeFromTrash({ collection, document: null });
  // What was imported by then is there, and nothing comes after it.
  expect((await openCollection(collection)).documents).toHaveLength(task.done);
});

it('an audit whose collection is deleted for good ends', async () => {
  const { collection } = await addDocuments({ newTitle: 'Stories' }, [imported('The bridge opened.')]);
  await putInTrash({ collection, document: null });
  const task = await wantAudit(collection, 'Stories', 1);
  await emptyTrash();
  expect(await over(task.id)).toMatchObject({ state: 'failed' });
});

it('changes to a registry cannot be taken back while its collection is in the trash, and can afterwards', async () => {
  const { collection } = await addDocuments({ newTitle: 'Stories' }, [imported('The bridge opened late.')]);
  await changeContested(collection, { kind: 'add', claim: { statement: 'The bridge opened late.' } }, 0);
  await putInTrash({ collection, document: null });
  await expect(stepContested(collection, 'undo')).rejects.toMatchObject({ status: 404 });
  await takeFromTrash({ collection, document: null });
  await stepContested(collection, 'undo');
  expect((await openRegistry(collection)).registry.claims).toEqual([]);
});

it('two who correct different facts of a document at once both have them kept', async () => {
  const { collection } = await addDocuments({ newTitle: 'Stories' }, [imported('It rains.', { title: 'A' })]);
  await Promise.all([
    editDocument(collection, 'a', { title: 'Rain' }),
    editDocument(collection, 'a', { author: 'Ann' }),
    editDocument(collection, 'a', { publisher: 'The Post' })
  ]);
  expect(await openDocument(collection, 'a')).toMatchObject({
    title: 'Rain',
    author: 'Ann',
    publisher: 'The Post'
  });
});

it('an export while documents come and go can be imported', async () => {
  const { id, collection } = await wantImport({ newTitle: 'Stories' }, upload(120));
  await until(async () => (await openTask(id)).done > 20);
  const reader = (await exportArchive(collection)).getReader();
  const parts = [(await reader.read()).value!];
  const { documents } = await openCollection(collection);
  await putInTrash({ collection, document: documents.at(10)!.id });
  await emptyTrash();
  for (let part = await reader.read(); !part.done; part = await reader.read()) parts.push(part.value);
  const again = await importArchive(Buffer.concat(parts));
  expect(again.documents).toBeGreaterThan(19);
  await over(id);
  expect((await openCollection(collection)).documents).toHaveLength(119);
});
