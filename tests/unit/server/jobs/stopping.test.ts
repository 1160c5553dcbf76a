import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Boss from 'pg-boss';
import { beforeEach, expect, it, vi } from 'vitest';
import { closeDatabase } from '$lib/server/db';
import { isOver, openTask, wantImport } from '$lib/server/jobs';
import { openCollection } from '$lib/server/library';
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
