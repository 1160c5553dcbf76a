import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { DomainError } from '$lib/server/domain-error';
import { IsolatedReader } from '$lib/server/import/isolated-reader';
import { threadEntry } from '$lib/server/import/read-anywhere';

const folder = mkdtempSync(join(tmpdir(), 'parallax-thread-'));
const readers: IsolatedReader[] = [];
afterAll(async () => {
  await Promise.all(readers.map((reader) => reader.close()));
  rmSync(folder, { recursive: true, force: true });
});

/** A thread that does, for a file of a name, what parsers do at their worst. */
const THREAD = `
import { parentPort } from 'node:worker_threads';
parentPort.on('message', ({ id, input }) => {
  if (input.name === 'slow.pdf') for (;;) Math.sqrt(2);
  if (input.name === 'greedy.pdf') { const held = []; for (;;) held.push(new Array(1e5).fill(Math.random())); }
  if (input.name === 'crash.pdf') process.exit(3);
  if (input.name === 'throw.pdf') throw new Error('unforeseen, with a path /home/x');
  if (input.name === 'failed.pdf') return parentPort.postMessage({ id, failed: 'TypeError: x' });
  if (input.name === 'refused.pdf')
    return parentPort.postMessage({ id, refused: { code: 'encrypted', message: 'Locked.', status: 422 } });
  parentPort.postMessage({ id, documents: [input.name] });
});`;

function reader(time = 20_000): IsolatedReader {
  const entry = join(folder, 'thread.mjs');
  writeFileSync(entry, THREAD);
  const made = new IsolatedReader(entry, { time, memory: 64 });
  readers.push(made);
  return made;
}

const input = (name: string) => ({ bytes: new Uint8Array(10), name, charset: null, address: null });

async function codeOf(read: Promise<unknown>): Promise<string> {
  const error: unknown = await read.then(
    () => null,
    (reason: unknown) => reason
  );
  if (!(error instanceof DomainError)) return `no refusal: ${String(error)}`;
  expect(error.message).not.toContain('/home');
  return error.code;
}

describe('a file that harms its reader is given up, and the next one is read', () => {
  test.each([
    ['slow.pdf', 1_500, 'too-slow'],
    ['greedy.pdf', 20_000, 'too-large'],
    ['crash.pdf', 20_000, 'broken'],
    ['throw.pdf', 20_000, 'broken'],
    ['failed.pdf', 20_000, 'broken'],
    ['refused.pdf', 20_000, 'encrypted']
  ])('%s', async (name, time, code) => {
    const threads = reader(time);
    const [before, bad, after] = [
      threads.read('pdf', input('a.pdf')),
      codeOf(threads.read('pdf', input(name))),
      threads.read('pdf', input('b.pdf'))
    ];
    expect([await before, await bad, await after]).toEqual([['a.pdf'], code, ['b.pdf']]);
  });
});

test('a reader that is closed refuses what it was reading', async () => {
  const threads = reader();
  const reading = codeOf(threads.read('pdf', input('slow.pdf')));
  await new Promise((resolve) => setTimeout(resolve, 50));
  await threads.close();
  expect(await reading).toBe('stopped');
});

test('a file that is added while another is read does not stop the clock of that one', async () => {
  const threads = reader(1_000);
  const slow = codeOf(threads.read('pdf', input('slow.pdf')));
  await new Promise((resolve) => setTimeout(resolve, 200));
  const after = threads.read('pdf', input('b.pdf'));
  expect([await slow, await after]).toEqual(['too-slow', ['b.pdf']]);
});

describe('a reading that is cancelled', () => {
  test('ends at once, and the next file is read', async () => {
    const threads = reader();
    const controller = new AbortController();
    const slow = codeOf(threads.read('pdf', input('slow.pdf'), controller.signal));
    await new Promise((resolve) => setTimeout(resolve, 200));
    const after = threads.read('pdf', input('b.pdf'));
    controller.abort();
    expect([await slow, await after]).toEqual(['cancelled', ['b.pdf']]);
  });

  test('while it waits never begins', async () => {
    const threads = reader();
    const controller = new AbortController();
    const first = threads.read('pdf', input('a.pdf'));
    // It would end the thread if it were begun.
    const waiting = codeOf(threads.read('pdf', input('crash.pdf'), controller.signal));
    controller.abort();
    expect([await waiting, await first]).toEqual(['cancelled', ['a.pdf']]);
    expect(await codeOf(threads.read('pdf', input('c.pdf'), controller.signal))).toBe('cancelled');
  });
});

test('the sources are never read by an older build', () => {
  expect(threadEntry('/project/src/lib/server/import/read-anywhere.ts')).toBeNull();
});
