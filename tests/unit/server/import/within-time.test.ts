import { setTimeout as later } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ReadInput } from '$lib/server/import/files';
import { importBytes } from '$lib/server/import';
import { cancelled } from '$lib/server/import/import-error';
import { LIMITS } from '$lib/server/import/limits';
import { page, pdf } from '../../../fixtures/import/pdf';
import { zip } from '../../../fixtures/import/zip';

/** Files that were begun. */
let begun: string[] = [];

// A thread that reads until it is ended, which only the built app has.
vi.mock('$lib/server/import/read-anywhere', () => ({
  readAnywhere: (_kind: string, { name }: ReadInput, signal?: AbortSignal) => {
    begun.push(name);
    return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(cancelled())));
  }
}));

const slow = pdf([page([['The bridge opened on Monday.']])]);
const archive = zip(['a.pdf', 'b.pdf', 'c.pdf'].map((path) => ({ path, data: slow })));

/** Waits, on the true clock, until the first file of an archive is being read. */
async function first(): Promise<void> {
  while (begun.length === 0) await later(5);
}

beforeEach(() => {
  begun = [];
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => void vi.useRealTimers());

describe('an archive of files that each take long', () => {
  test('is given up as a whole when its time is over, with nothing read of it', async () => {
    const reading = importBytes(archive, { name: 'reports.zip' });
    const refused = expect(reading).rejects.toMatchObject({
      code: 'too-slow',
      message: expect.stringMatching(/^reports\.zip took more than 10 minutes .* pack fewer files/) as string
    });
    await first();
    await vi.advanceTimersByTimeAsync(LIMITS.archiveTime);
    await refused;
    expect(begun).toEqual(['reports.zip/a.pdf']);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('says that it was cancelled when that is why it ended', async () => {
    const controller = new AbortController();
    const reading = importBytes(archive, { name: 'reports.zip', signal: controller.signal });
    const refused = expect(reading).rejects.toMatchObject({ code: 'cancelled' });
    await first();
    controller.abort();
    await refused;
    expect(vi.getTimerCount()).toBe(0);
  });
});
