import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { collectionOf, submitFile, tasksOf, type TaskAnswer } from '../soak/library-client';

/** `npm test` builds before it tests; without a build there is nothing to ask. */
const built = existsSync('build/server/handler.js') && existsSync('build/engine/database-worker.js');

/** As `npm start` serves it, without installing and building first. */
const SERVE = `
import { command } from './src/cli/command.mjs';
import { serve } from './src/cli/serve.mjs';
await command(async () => {
  const { address, close } = await serve({ host: '127.0.0.1', port: 0, alone: true, say: () => undefined });
  process.on('SIGTERM', () => void close().then(() => process.exit(0)));
  console.log(address);
});
if (process.exitCode !== undefined) process.exit();`;

const data = mkdtempSync(join(tmpdir(), 'parallax-jobs-'));
const children: ChildProcess[] = [];

function start(folder = data) {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', SERVE], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', PARALLAX_DATA: folder, PARALLAX_RATE_LIMIT: '0' }
  });
  children.push(child);
  return child;
}

async function addressOf(child: ChildProcess): Promise<string> {
  const [line] = (await once(child.stdout!, 'data')) as [Buffer];
  return String(line).trim();
}

const rows = (count: number, sentences: number) =>
  Array.from({ length: count }, (_, n) =>
    JSON.stringify({
      title: `Story ${n}`,
      text: `The council met on day ${n}, the mayor said in a statement. Bridge ${n} was built in 1987. `.repeat(
        sentences
      )
    })
  ).join('\n');

describe.skipIf(!built)('long work on the built server', () => {
  let server: ChildProcess;
  let address = '';
  beforeAll(async () => {
    server = start();
    address = await addressOf(server);
  });
  afterEach(async () => {
    for (const { id } of await tasksOf(address)) await cancel(id);
  });
  afterAll(async () => {
    for (const child of children) if (child.exitCode === null) child.kill('SIGKILL');
    await once(server, 'exit').catch(() => undefined);
    rmSync(data, { recursive: true, force: true });
  });

  const cancel = (id: string) => fetch(`${address}/api/v1/jobs/${id}`, { method: 'DELETE' });
  async function taskWhen(holds: (task: TaskAnswer) => boolean): Promise<TaskAnswer> {
    for (;;) {
      const task = (await tasksOf(address)).find(holds);
      if (task) return task;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  const stored = async (collection: string) => (await collectionOf(address, collection)).documents.length;
  const pause = () => new Promise((resolve) => setTimeout(resolve, 700));

  test('a second server says which process has the library, and ends', async () => {
    const second = start();
    let said = '';
    second.stderr!.on('data', (part) => (said += String(part)));
    const [code] = (await once(second, 'exit')) as [number];
    expect(code).toBe(1);
    expect(said).toContain(`is open in the process ${server.pid}:`);
    expect(said.trim().split('\n')).toHaveLength(1);
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
  });

  test('that is cancelled while its file is read stores nothing', async () => {
    const { id, collection } = await submitFile(address, { newTitle: 'Read' }, 'many.jsonl', rows(4_000, 20));
    await taskWhen((task) => task.id === id && task.state === 'running' && task.total === null);
    expect((await cancel(id)).status).toBe(200);
    await pause();
    expect(await taskWhen((task) => task.id === id)).toMatchObject({ state: 'cancelled', done: 0 });
    expect(await stored(collection)).toBe(0);
  });

  test('that is cancelled while documents are stored keeps those that are there, and is not audited', async () => {
    const { id, collection } = await submitFile(
      address,
      { newTitle: 'Stored' },
      'many.jsonl',
      rows(1_500, 2)
    );
    await taskWhen((task) => task.id === id && task.done > 0);
    expect((await cancel(id)).status).toBe(200);
    const there = await stored(collection);
    await pause();
    expect(there).toBeGreaterThan(0);
    expect(there).toBeLessThan(1_500);
    expect(await stored(collection)).toBe(there);
    expect((await tasksOf(address)).filter((task) => task.collection === collection)).toHaveLength(1);
  });

  test('that is cancelled while it audits ends there, and the documents stay', async () => {
    const { collection } = await submitFile(address, { newTitle: 'Audited' }, 'many.jsonl', rows(120, 12));
    const audit = await taskWhen((task) => task.kind === 'audit' && task.collection === collection);
    await taskWhen((task) => task.id === audit.id && task.state === 'running');
    expect((await cancel(audit.id)).status).toBe(200);
    await pause();
    expect(await taskWhen((task) => task.id === audit.id)).toMatchObject({ state: 'cancelled' });
    expect(await stored(collection)).toBe(120);
  });

  test('is written out when the server is told to stop, and the folder is free again', async () => {
    const { documents } = await collectionOf(address, (await tasksOf(address)).at(0)!.collection);
    server.kill('SIGTERM');
    const [code] = (await once(server, 'exit')) as [number];
    expect(code).toBe(0);
    expect(existsSync(join(data, 'parallax.lock'))).toBe(false);
    server = start();
    address = await addressOf(server);
    const again = await collectionOf(address, (await tasksOf(address)).at(0)!.collection);
    expect(again.documents).toEqual(documents);
  });

  test('told to stop, it first ends what it is answering, however slowly that was asked', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'parallax-stop-'));
    const child = start(folder);
    const at = new URL(await addressOf(child));
    const body = JSON.stringify({ documents: [{ id: 'a', text: 'The bridge opened on Monday.' }] });
    const asking = request({
      host: at.hostname,
      port: at.port,
      path: '/api/v1/audit',
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': body.length }
    });
    asking.write(body.slice(0, 20));
    await pause();
    child.kill('SIGTERM');
    // Longer than a reader's patience, shorter than that of a supervisor.
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    expect(child.exitCode).toBeNull();
    asking.end(body.slice(20));
    const [answer] = (await once(asking, 'response')) as [IncomingMessage];
    answer.resume();
    expect(answer.statusCode).toBe(200);
    expect(await once(child, 'exit')).toEqual([0, null]);
    rmSync(folder, { recursive: true, force: true });
  });
});
