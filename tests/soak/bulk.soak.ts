import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { submitFile, tasksOf, until } from './library-client';
import { Random, setting } from './random';
import { peakMegabytes, startServer } from './server';

const ARTICLES = setting('SOAK_ARTICLES', 1_000);
const SENTENCES = 40;
/** How long a page may take while much is imported and audited, in milliseconds. */
const PAGE_LIMIT = 200;
const FOLDER = 'corpus/russia-nato/documents';
const data = mkdtempSync(join(tmpdir(), 'parallax-bulk-'));
afterAll(() => rmSync(data, { recursive: true, force: true }));

test(`${ARTICLES} articles are imported and audited while pages answer`, async () => {
  const random = new Random(setting('SOAK_SEED', 1));
  const sentences = readdirSync(FOLDER)
    .flatMap((name) => readFileSync(join(FOLDER, name), 'utf8').split(/(?<=[.!?])\s+/))
    .filter((sentence) => sentence.length > 20);
  const rows = Array.from({ length: ARTICLES }, (_, n) => {
    const text = Array.from({ length: SENTENCES }, () => random.pick(sentences)).join(' ');
    return JSON.stringify({ title: `Article ${n}`, text });
  });
  const server = await startServer(data);
  await (await fetch(`${server.address}/collections/russia-nato`)).arrayBuffer();
  const begin = performance.now();
  const { collection } = await submitFile(
    server.address,
    { newTitle: 'Articles' },
    'articles.jsonl',
    rows.join('\n')
  );
  const answers: number[] = [];
  const look = async () => {
    const asked = performance.now();
    await (await fetch(`${server.address}/collections/russia-nato`)).arrayBuffer();
    answers.push(performance.now() - asked);
  };
  const finished = await until(async () => {
    await look();
    const tasks = await tasksOf(server.address);
    const failed = tasks.find(({ state }) => state === 'failed');
    if (failed) throw new Error(`a task failed: ${failed.problem}`);
    return tasks.length > 0 && tasks.every(({ state }) => state === 'done');
  }, 1_800_000);
  const seconds = (performance.now() - begin) / 1_000;
  const memory = peakMegabytes(readFileSync(`/proc/${server.child.pid}/status`, 'utf8'));
  const overview = await fetch(`${server.address}/collections/${encodeURIComponent(collection)}`);
  await server.stop('SIGTERM');
  answers.sort((a, b) => a - b);
  const p99 = answers[Math.floor(answers.length * 0.99)] ?? NaN;
  process.stdout.write(
    `bulk: ${ARTICLES} articles in ${seconds.toFixed(1)} s, ${(ARTICLES / seconds).toFixed(1)} documents a second, peak ${memory} MB; ${answers.length} pages meanwhile, p99 ${p99.toFixed(0)} ms, slowest ${(answers.at(-1) ?? NaN).toFixed(0)} ms\n`
  );
  expect(finished).toBe(true);
  expect(overview.status).toBe(200);
  expect(p99).toBeLessThan(PAGE_LIMIT);
});
