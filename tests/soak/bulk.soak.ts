import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { articlesIn, resample } from '../../src/cli/bench/collections';
import { collectionOf, saveText, submitFile, tasksOf, until } from './library-client';
import { Random, setting } from './random';
import { peakMegabytes, startServer } from './server';

const ARTICLES = setting('SOAK_ARTICLES', 1_000);
const SEED = setting('SOAK_SEED', 1);
const SENTENCES = 40;
/** A file may have 20 MB. */
const IN_A_FILE = 2_500;
/** How long a page may take while much is imported and audited, in milliseconds. */
const PAGE_LIMIT = 200;
const FOLDER = 'corpus/russia-nato/documents';
/**
 * A folder of news as `bench:speed` reads it, whose sentences are drawn within their topic. Without it they come from the
 * bundled documents: few, so that everything is said in very many documents, which is the hardest case.
 */
const NEWS = process.env.SOAK_NEWS;
const data = mkdtempSync(join(tmpdir(), 'parallax-bulk-'));
afterAll(() => rmSync(data, { recursive: true, force: true }));

/** Resident memory of the server and its threads as it stands, in MB. */
function memoryOf(status: string): number {
  return Math.round(Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024);
}

/** Texts to be imported, and one more for afterwards. */
interface Articles {
  readonly texts: readonly string[];
  readonly another: string;
}

function fromCorpus(): Articles {
  const random = new Random(SEED);
  const sentences = readdirSync(FOLDER)
    .flatMap((name) => readFileSync(join(FOLDER, name), 'utf8').split(/(?<=[.!?])\s+/))
    .filter((sentence) => sentence.length > 20);
  const article = (): string => Array.from({ length: SENTENCES }, () => random.pick(sentences)).join(' ');
  return { texts: Array.from({ length: ARTICLES }, article), another: article() };
}

function fromNews(folder: string): Articles {
  const [another = '', ...texts] = resample(articlesIn(folder), ARTICLES + 1, SEED);
  return { texts, another };
}

test(`${ARTICLES} articles are imported and audited while pages answer, and one more costs one`, async () => {
  const { texts, another } = NEWS === undefined ? fromCorpus() : fromNews(NEWS);
  const rows = texts.map((text, n) => JSON.stringify({ title: `Article ${n}`, text }));
  const files = Array.from({ length: Math.ceil(ARTICLES / IN_A_FILE) }, (_, n) =>
    rows.slice(n * IN_A_FILE, (n + 1) * IN_A_FILE).join('\n')
  );
  const server = await startServer(data);
  const { address } = server;
  const status = (): string => readFileSync(`/proc/${server.child.pid}/status`, 'utf8');
  const timed = async (path: string): Promise<number> => {
    const asked = performance.now();
    const response = await fetch(`${address}${path}`);
    await response.arrayBuffer();
    expect(response.status, path).toBe(200);
    return performance.now() - asked;
  };
  const answers: number[] = [];
  const allDone = (): Promise<boolean> =>
    until(async () => {
      answers.push(await timed('/collections/russia-nato'));
      const tasks = await tasksOf(address);
      const failed = tasks.find(({ state }) => state === 'failed');
      if (failed) throw new Error(`a task failed: ${failed.problem}`);
      return tasks.length > 0 && tasks.every(({ state }) => state === 'done');
    }, 3_600_000);
  await timed('/collections/russia-nato');
  const idle = memoryOf(status());
  const begin = performance.now();
  const { collection } = await submitFile(address, { newTitle: 'Articles' }, 'articles.jsonl', files[0]!);
  for (const file of files.slice(1)) await submitFile(address, { id: collection }, 'more.jsonl', file);
  expect(await allDone()).toBe(true);
  const seconds = (performance.now() - begin) / 1_000;
  const peak = peakMegabytes(status());
  const audited = memoryOf(status());
  const at = (share: number): string =>
    ([...answers].sort((a, b) => a - b)[Math.floor(answers.length * share)] ?? NaN).toFixed(0);
  const p99 = Number(at(0.99));
  print(
    `${ARTICLES} articles in ${seconds.toFixed(1)} s, ${(ARTICLES / seconds).toFixed(1)} documents a second; memory ${idle} MB before, at most ${peak} MB, ${audited} MB after; ${answers.length} pages meanwhile, p50 ${at(0.5)} ms, p99 ${p99} ms`
  );
  const path = `/collections/${encodeURIComponent(collection)}`;
  const [first, again] = [await timed(path), await timed(path)];
  const { documents } = await collectionOf(address, collection);
  const one = await timed(`${path}/documents/${encodeURIComponent(documents[0]!.id)}`);
  const claims = await timed(`${path}/claims`);
  print(
    `its overview opens in ${first.toFixed(0)} ms, then ${again.toFixed(0)} ms; a document in ${one.toFixed(0)} ms, its claims in ${claims.toFixed(0)} ms; memory ${memoryOf(status())} MB`
  );
  await saveText(address, { id: collection }, 'One more.txt', another);
  const added = performance.now();
  // A collection this large is audited when it is looked at.
  await (await fetch(`${address}${path}`)).arrayBuffer();
  expect(await allDone()).toBe(true);
  const adding = (performance.now() - added) / 1_000;
  print(
    `one more article: audited ${adding.toFixed(1)} s later; memory at most ${peakMegabytes(status())} MB`
  );
  expect(await timed(path)).toBeGreaterThan(0);
  await server.stop('SIGTERM');
  expect(p99).toBeLessThan(PAGE_LIMIT);
});

function print(line: string): void {
  process.stdout.write(`bulk: ${line}\n`);
}
