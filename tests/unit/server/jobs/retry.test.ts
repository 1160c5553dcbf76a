import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openLibrary, tables } from '$lib/server/db';
import { isOver, openTask, wantImport } from '$lib/server/jobs';
import { openCollection } from '$lib/server/library';
import { imported, useLibrary, wipeLibrary } from '../test-library';

type ImportBytes = (typeof import('$lib/server/import'))['importBytes'];
const reading = vi.hoisted(() => ({ read: null as ImportBytes | null }));
vi.mock('$lib/server/import', async (original) => {
  const real = await original<typeof import('$lib/server/import')>();
  return {
    ...real,
    importBytes: ((...asked) => (reading.read ?? real.importBytes)(...asked)) as ImportBytes
  };
});

useLibrary();
beforeEach(wipeLibrary);

const file = { name: 'a.txt', mediaType: null, bytes: new TextEncoder().encode('The bridge opened.') };

async function taskWhen(id: string, holds: (task: Awaited<ReturnType<typeof openTask>>) => boolean) {
  for (;;) {
    const task = await openTask(id);
    if (holds(task)) return task;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('an import that fails through no fault of its file', () => {
  it('is tried again, and its documents are there once', async () => {
    let tried = 0;
    reading.read = () => {
      tried++;
      return tried < 3
        ? Promise.reject(new Error('no luck'))
        : Promise.resolve([imported('The bridge opened.')]);
    };
    const { id, collection } = await wantImport({ newTitle: 'Again' }, file);
    expect(await taskWhen(id, isOver)).toMatchObject({ state: 'done', attempts: 3, problem: null });
    expect((await openCollection(collection)).documents).toHaveLength(1);
  });
});

describe('an import that another process cancels', () => {
  it('ends where it is, also while it reads', async () => {
    let aborted = false;
    reading.read = (_bytes, { signal }) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => {
          aborted = true;
          reject(new Error('stopped'));
        });
      });
    const { id, collection } = await wantImport({ newTitle: 'Elsewhere' }, file);
    await taskWhen(id, ({ state }) => state === 'running');
    const { db } = await openLibrary();
    await db.update(tables.tasks).set({ state: 'cancelled' }).where(eq(tables.tasks.id, id));
    await vi.waitUntil(() => aborted, { timeout: 20_000 });
    expect(await openTask(id)).toMatchObject({ state: 'cancelled', attempts: 1 });
    expect((await openCollection(collection)).documents).toEqual([]);
  });
});
