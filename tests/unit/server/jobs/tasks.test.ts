import { beforeEach, describe, expect, it } from 'vitest';
import { closeDatabase, openLibrary, tables } from '$lib/server/db';
import {
  cancelTask,
  isOver,
  listTasks,
  openTask,
  resumeTasks,
  wantAudit,
  wantImport
} from '$lib/server/jobs';
import { insertTask } from '$lib/server/jobs/tasks';
import { createCollection, openCollection } from '$lib/server/library';
import { useLibrary, wipeLibrary } from '../test-library';

useLibrary();
beforeEach(wipeLibrary);

const lines = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    JSON.stringify({
      title: `Story ${index}`,
      text: `The council met on day ${index}, the mayor said in a statement.`
    })
  ).join('\n');
const upload = (text: string, name = 'stories.jsonl') => ({
  name,
  mediaType: null,
  bytes: new TextEncoder().encode(text)
});

/** Files that were sent and are still kept. */
async function filesKept(): Promise<number> {
  const { db } = await openLibrary();
  return (await db.select({ task: tables.uploads.task }).from(tables.uploads)).length;
}

async function ended(id: string) {
  for (;;) {
    const task = await openTask(id);
    if (isOver(task)) return task;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
async function allOver() {
  for (const { id } of await listTasks()) await ended(id);
  return listTasks();
}

describe('an import of many documents', () => {
  it('goes on after it was asked for, and its audit follows', async () => {
    const task = await wantImport({ newTitle: 'Stories' }, upload(lines(60)));
    expect(task).toMatchObject({ kind: 'import', state: 'waiting', title: 'stories.jsonl' });
    expect(await filesKept()).toBe(1);
    expect(await ended(task.id)).toMatchObject({ state: 'done', done: 60, total: 60 });
    expect(await filesKept()).toBe(0);
    const { documents } = await openCollection(task.collection);
    expect(documents.map(({ title }) => title)).toEqual(
      Array.from({ length: 60 }, (_, index) => `Story ${index}`)
    );
    const audit = (await listTasks()).find(({ kind }) => kind === 'audit')!;
    expect(await ended(audit.id)).toMatchObject({ state: 'done', done: 60, collection: task.collection });
  });

  it('that cannot be read says why, is not tried again, and adds nothing', async () => {
    const { id } = await createCollection({ title: 'Kept' });
    const task = await wantImport({ id }, upload('%PDF-1.7 broken', 'broken.pdf'));
    const over = await ended(task.id);
    expect(over).toMatchObject({ state: 'failed', attempts: 1 });
    expect(over.problem).toContain('broken.pdf');
    expect((await openCollection(id)).documents).toEqual([]);
  });

  it('says what it left out once it is over, and the database keeps that', async () => {
    const many = Array.from({ length: 250 }, (_, row) => `Empty ${row},\n`).join('');
    const rows = `title,text\nFirst,The council met.\n${many}`;
    const task = await wantImport({ newTitle: 'Table' }, upload(rows, 'stories.csv'));
    expect(task.refused).toBeNull();
    expect(await ended(task.id)).toMatchObject({ state: 'done', total: 1 });
    await allOver();
    await closeDatabase();
    const kept = (await listTasks()).find(({ id }) => id === task.id)!;
    expect(kept.refused).toHaveLength(200);
    expect(kept.refusedCount).toBe(250);
    for (const { name, why } of kept.refused!) {
      expect(name).toMatch(/\d/);
      expect(why).not.toBe('');
    }
    const { id } = await wantImport({ newTitle: 'Whole' }, upload(lines(2)));
    expect((await ended(id)).refused).toBeNull();
  });

  it('is refused before it is acknowledged, where it cannot be', async () => {
    await expect(wantImport({ id: 'none~abcde' }, upload('x'))).rejects.toMatchObject({ status: 404 });
    await expect(wantImport({ newTitle: 'Empty' }, upload(''))).rejects.toMatchObject({ status: 400 });
    expect(await listTasks()).toEqual([]);
  });

  it('goes on after a crash where it was, without a document twice', async () => {
    const { db } = await openLibrary();
    const first = await wantImport({ newTitle: 'Stories' }, upload(lines(60)));
    await allOver();
    // As a crash after the first 25 of 60 would leave it.
    const { id } = await createCollection({ title: 'Crashed' });
    const task = await db.transaction(async (tx) => {
      const made = await insertTask(tx, {
        kind: 'import',
        title: 'stories.jsonl',
        collection: id,
        total: 60
      });
      await tx.insert(tables.uploads).values({ task: made.id, ...upload(lines(60)) });
      return made;
    });
    await db.execute(`update tasks set state = 'running', attempts = 1, done = 25,
        changed_at = now() - interval '2 minutes' where id = '${task.id}'`);
    await closeDatabase();
    await resumeTasks();
    expect(await ended(task.id)).toMatchObject({ state: 'done', done: 60, attempts: 2 });
    expect((await openCollection(id)).documents.map(({ title }) => title)).toEqual(
      Array.from({ length: 35 }, (_, index) => `Story ${index + 25}`)
    );
    expect((await openCollection(first.collection)).documents).toHaveLength(60);
  });

  it('can be cancelled, and is over then', async () => {
    const task = await wantImport({ newTitle: 'Stories' }, upload(lines(2_000)));
    expect(await cancelTask(task.id)).toMatchObject({ state: 'cancelled' });
    expect(await filesKept()).toBe(0);
    const before = (await openCollection(task.collection)).documents.length;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await openCollection(task.collection)).documents).toHaveLength(before);
    await expect(cancelTask(task.id)).rejects.toMatchObject({ status: 409 });
    await expect(cancelTask('none')).rejects.toMatchObject({ status: 404 });
  });
});

describe('an audit of a large collection', () => {
  it('is asked for once, however many pages want it', async () => {
    const tasks = await Promise.all([1, 2, 3].map(() => wantAudit('none~abcde', 'Gone', 3)));
    expect(new Set(tasks.map(({ id }) => id)).size).toBe(1);
    expect(await ended(tasks[0]!.id)).toMatchObject({
      state: 'failed',
      problem: 'There is no collection "none~abcde".'
    });
  });
});
