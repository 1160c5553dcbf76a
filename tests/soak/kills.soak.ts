import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { collectionOf, saveText, submitFile, tasksOf, until, type Acknowledged } from './library-client';
import { Random, setting } from './random';
import { startServer } from './server';

const KILLS = setting('SOAK_KILLS', 50);
/** Milliseconds until a server that works is killed. */
const LONGEST_LIFE = 2_000;
const ROWS = 12;
const data = mkdtempSync(join(tmpdir(), 'parallax-kills-'));
afterAll(() => rmSync(data, { recursive: true, force: true }));

/** A text that shows whether it is whole: it says how long it is. */
function textOf(name: string, sentences: number): string {
  const middle = Array.from(
    { length: sentences },
    (_, n) => `Bridge ${n} of ${name} opened, the mayor said.`
  );
  return [`${name} has ${sentences} sentences.`, ...middle, `That is the end of ${name}.`].join(' ');
}

function isWhole(text: string): boolean {
  const [, name, sentences] = /^(\S+) has (\d+) sentences\./.exec(text) ?? [];
  return name !== undefined && text === textOf(name, Number(sentences));
}

test(`${KILLS} kills at random moments`, async () => {
  const random = new Random(setting('SOAK_SEED', 1));
  const acknowledged: Acknowledged[] = [];
  const promised = new Map<string, { collection: string; texts: readonly string[] }>();
  const counts = { opened: 0, resumed: 0 };
  let made = 0;

  const work = async (address: string, ended: () => boolean): Promise<void> => {
    let target: { id: string } | { newTitle: string } = { newTitle: `Round ${made}` };
    while (!ended()) {
      const name = `text-${made++}`;
      if (random.below(4) === 0) {
        const texts = Array.from({ length: ROWS }, (_, row) => textOf(`${name}-${row}`, random.below(30)));
        const rows = texts.map((text) => JSON.stringify({ text })).join('\n');
        const task = await submitFile(address, { newTitle: `Many ${name}` }, `${name}.jsonl`, rows);
        promised.set(task.id, { collection: task.collection, texts });
      } else {
        const saved = await saveText(address, target, `${name}.txt`, textOf(name, random.below(200)));
        acknowledged.push(saved);
        target = { id: saved.collection };
        // An audit is taken in a thread while more is saved.
        void fetch(`${address}/collections/${encodeURIComponent(saved.collection)}`).catch(() => undefined);
      }
    }
  };

  const first = await startServer(data);
  acknowledged.push(await saveText(first.address, { newTitle: 'First' }, 'first.txt', textOf('first', 3)));
  await first.stop('SIGTERM');

  for (let kill = 0; kill < KILLS; kill++) {
    const server = await startServer(data);
    counts.opened++;
    let dead = false;
    const before = acknowledged.length + promised.size;
    const workers = [0, 1].map(() =>
      work(server.address, () => dead).catch((error: unknown) => {
        // A connection that breaks off is what a kill looks like from outside.
        if (!dead) throw error;
      })
    );
    const killed = (async () => {
      // Some are killed while they open, most while they work.
      if (kill % 4 > 0)
        await until(async () => Promise.resolve(acknowledged.length + promised.size > before), 60_000);
      await new Promise((resolve) => setTimeout(resolve, random.below(LONGEST_LIFE)));
      dead = true;
      await server.stop('SIGKILL');
    })();
    await Promise.all([killed, ...workers]);
  }

  const server = await startServer(data);
  const finished = await until(async () => {
    const tasks = await tasksOf(server.address);
    return tasks.every(({ state }) => state !== 'waiting' && state !== 'running');
  }, 300_000);
  const held = new Map<string, string[]>();
  const textsIn = async (collection: string): Promise<string[]> => {
    const known = held.get(collection);
    if (known) return known;
    const texts = (await collectionOf(server.address, collection)).documents.map(({ text }) => text);
    held.set(collection, texts);
    return texts;
  };
  let lost = 0;
  for (const { collection, text } of acknowledged) if (!(await textsIn(collection)).includes(text)) lost++;
  let unkept = 0;
  for (const { collection, texts } of promised.values()) {
    const there = await textsIn(collection);
    if (!texts.every((text) => there.includes(text)) || there.length !== texts.length) unkept++;
    else counts.resumed++;
  }
  const all = [...held.values()].flat();
  const halves = all.filter((text) => !isWhole(text)).length;
  await server.stop('SIGTERM');
  process.stdout.write(
    `kills: ${counts.opened} opened after a kill or new, ${acknowledged.length} documents acknowledged, ${lost} lost, ${promised.size} files handed in, ${unkept} not imported once and whole, ${all.length} documents stored, ${halves} of them in part\n`
  );
  expect(acknowledged.length + promised.size).toBeGreaterThan(KILLS / 2);
  expect({ finished, lost, unkept, halves }).toEqual({ finished: true, lost: 0, unkept: 0, halves: 0 });
});
