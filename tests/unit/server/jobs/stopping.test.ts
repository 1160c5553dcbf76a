import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Boss from 'pg-boss';
import { beforeEach, expect, it, vi } from 'vitest';
import { closeDatabase } from '$lib/server/db';
import { domainErrorIn } from '$lib/server/domain-error';
import { isOver, openTask, wantImport } from '$lib/server/jobs';
import { createCollection, listCollections, openCollection } from '$lib/server/library';
import { useLibrary, wipeLibrary } from '../test-library';

const { data } = useLibrary();
beforeEach(wipeLibrary);

const file = { name: 'a.txt', mediaType: null, bytes: new TextEncoder().encode('The bridge opened.') };

it('a queue that cannot be ended keeps neither the database open nor its folder', async () => {
  const { id, collection } = await wantImport({ newTitle: 'Stopped' }, file);
  const stop = vi.spyOn(Boss.prototype, 'stop').mockRejectedValueOnce(new Error('no stop'));
  await closeDatabase();
  expect(stop).toHaveBeenCalledOnce();
  expect(existsSync(join(data, 'parallax.lock'))).toBe(false);
  // The next one finds what was handed in, and does it.
  await wantImport({ newTitle: 'Next' }, file);
  await vi.waitUntil(async () => isOver(await openTask(id)), { timeout: 20_000, interval: 50 });
  expect((await openCollection(collection)).documents).toHaveLength(1);
});

it('a reader who still asks while the process ends does not open the library again', async () => {
  await createCollection({ title: 'Kept' });
  // As the server says it, before anything is closed.
  const [end] = process.listeners('sveltekit:shutdown' as 'exit') as unknown as (() => Promise<void>)[];
  const ended = end!();
  const asked: Promise<unknown>[] = [];
  const asking = setInterval(() => asked.push(listCollections().catch(domainErrorIn)), 1);
  await ended;
  clearInterval(asking);
  expect(existsSync(join(data, 'parallax.lock'))).toBe(false);
  // Each was answered or told so; none is left waiting.
  for (const answer of await Promise.all(asked))
    if (!Array.isArray(answer)) expect(answer).toMatchObject({ code: 'stopping', status: 503 });
  await expect(listCollections()).rejects.toMatchObject({ code: 'stopping', status: 503 });
  await expect(createCollection({ title: 'Late' })).rejects.toMatchObject({ code: 'stopping' });
  expect(existsSync(join(data, 'parallax.lock'))).toBe(false);
});
