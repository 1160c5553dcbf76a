import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  addDocuments,
  addVersion,
  changeContested,
  exportArchive,
  listCollections,
  listTrash,
  openRegistry,
  putInTrash
} from '$lib/server/library';
import { closeDatabase, openLibrary } from '$lib/server/db';
import { listTasks } from '$lib/server/jobs';
import { insertTask } from '$lib/server/jobs/tasks';
import { backupLines } from '$lib/server/library/backup';
import { keep } from '../../../../src/cli/parallax/keep';
import { imported, useLibrary, wipeLibrary } from '../test-library';

const { data } = useLibrary();
beforeEach(wipeLibrary);

async function parallax(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const code = await keep(args, {
    folder: data,
    out: (text) => (said.out += text),
    err: (text) => (said.err += text)
  });
  return { code, ...said };
}

const archive = async (id: string) => new Response(await exportArchive(id)).text();

async function fill(): Promise<string> {
  const { collection } = await addDocuments({ newTitle: 'Bridge' }, [
    imported('NUL \0 opened.', { title: 'A', bytes: new Uint8Array([0, 1, 255]) }),
    imported('Thrown away.', { title: 'B' })
  ]);
  await addVersion(collection, 'a', imported('A later text.'));
  await putInTrash({ collection, document: 'b' });
  await changeContested(
    'russia-nato',
    { kind: 'add', claim: { statement: 'An attack on one is one on all.' } },
    null
  );
  return collection;
}

it('a backup holds the library as it was when it was begun, whatever is written meanwhile', async () => {
  const collection = await fill();
  const lines = backupLines();
  const read = [await lines.next(), await lines.next()].map(({ value }) => String(value));
  const written = addDocuments({ id: collection }, [imported('It came later.', { title: 'Later' })]);
  // On a server it is written at once; the embedded database has one session, which is asked for afterwards.
  await Promise.race([written, new Promise((resolve) => setTimeout(resolve, 500))]);
  for await (const line of lines) read.push(line);
  await written;
  expect(read.join('')).not.toContain('It came later.');
  expect(JSON.parse(read.at(-1)!)).toEqual({ rows: read.length - 2 });
  expect(await archive(collection)).toContain('It came later.');
});

const embedded = process.env.PARALLAX_TEST_DATABASE_URL === undefined;
const drafts = () => readdirSync(data).filter((name) => name.endsWith('.part'));
const state = async (id: string) => [
  await archive(id),
  await listCollections(),
  await listTrash(),
  (await openRegistry('russia-nato')).history
];

describe('a backup', () => {
  it('restores everything: texts, bytes, versions, trash, and registries of bundled collections', async () => {
    const before = await state(await fill());
    const collection = (await listCollections()).find(({ stored }) => stored)!.id;
    expect(await parallax('backup', 'one.gz')).toMatchObject({ code: 0, err: '' });
    await wipeLibrary();
    expect(await parallax('restore', 'one.gz')).toMatchObject({ code: 0, err: '' });
    expect(await state(collection)).toEqual(before);
    // The same library gives the same lines.
    await parallax('backup', 'two.gz');
    const lines = (name: string) => gunzipSync(readFileSync(join(data, name))).toString();
    expect(lines('two.gz')).toBe(lines('one.gz'));
  });

  it('is not written over a file, and does not overwrite a library unless told to', async () => {
    await fill();
    await parallax('backup', 'three.gz');
    expect((await parallax('backup', 'three.gz')).err).toContain('choose another name');
    await addDocuments({ newTitle: 'Later' }, [imported('Later.')]);
    const refused = await parallax('restore', 'three.gz');
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toContain('--replace');
    expect((await listCollections()).some(({ title }) => title === 'Later')).toBe(true);
    expect((await parallax('restore', 'three.gz', '--replace')).code).toBe(0);
    expect((await listCollections()).filter(({ stored }) => stored).map(({ title }) => title)).toEqual([
      'Bridge'
    ]);
  });

  it('of an earlier version restores, without what that did not know', async () => {
    const { id } = await insertTask((await openLibrary()).db, {
      kind: 'import',
      title: 'a.zip',
      collection: await fill(),
      total: 1
    });
    await parallax('backup', 'now.gz');
    const text = gunzipSync(readFileSync(join(data, 'now.gz'))).toString();
    const earlier = text.replace(/"migrations":\d+/, '"migrations":3').replace(',"refused":null', '');
    expect(earlier).not.toContain('refused');
    writeFileSync(join(data, 'earlier.gz'), gzipSync(earlier));
    await wipeLibrary();
    expect(await parallax('restore', 'earlier.gz')).toMatchObject({ code: 0, err: '' });
    expect(await listTasks()).toMatchObject([{ id, refused: null }]);
  });

  it('that is cut off, changed or something else restores nothing', async () => {
    await fill();
    await parallax('backup', 'four.gz');
    const whole = readFileSync(join(data, 'four.gz'));
    const text = gunzipSync(whole).toString();
    await wipeLibrary();
    const wrong: [string, Uint8Array][] = [
      ['cut in the middle', whole.subarray(0, whole.length / 2)],
      ['with a row taken out', gzipSync(text.split('\n').toSpliced(2, 1).join('\n'))],
      ['without the last of its rows', gzipSync(text.split('\n').toSpliced(-3, 1).join('\n'))],
      ['without its last line', gzipSync(text.split('\n').toSpliced(-2, 1).join('\n'))],
      ['a row of another table', gzipSync(text.replace('["documents"', '["users"'))],
      ['of a later version', gzipSync(text.replace(/"migrations":\d+/, '"migrations":99'))],
      ['another file', gzipSync('{"schema":"x"}\n')]
    ];
    for (const [name, bytes] of wrong) {
      writeFileSync(join(data, 'wrong.gz'), bytes);
      const { code, err } = await parallax('restore', 'wrong.gz');
      expect(code, `${name}: ${err}`).toBe(2);
      expect(
        (await listCollections()).filter(({ stored }) => stored),
        name
      ).toEqual([]);
    }
    expect(drafts()).toEqual([]);
    expect((await parallax('restore', 'none.gz')).err).toContain('There is no file');
    expect((await parallax('restore')).err).toContain('parallax restore FILE');
  });

  it.skipIf(!embedded)(
    'asked for while a server still has the library leaves nothing, and works next',
    async () => {
      await fill();
      await closeDatabase();
      const server = spawn(process.execPath, ['-e', 'setTimeout(() => undefined, 60_000)']);
      const lock = join(data, 'parallax.lock');
      writeFileSync(lock, JSON.stringify({ pid: server.pid, began: null, token: 'another' }));
      const first = await parallax('backup', 'five.gz');
      expect(first).toMatchObject({ code: 2, out: '' });
      expect(first.err).toContain(`is open in the process ${server.pid}`);
      // What is left to the system, such as a file that was being made, is done by then.
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(drafts()).toEqual([]);
      server.kill();
      await once(server, 'exit');
      rmSync(lock);
      expect(await parallax('backup', 'five.gz')).toMatchObject({ code: 0, err: '' });
    }
  );

  it('is refused in a sentence where it cannot be written or read', async () => {
    await fill();
    const nowhere = await parallax('backup', 'no-such-folder/six.gz');
    expect(nowhere).toMatchObject({ code: 2, out: '' });
    expect(nowhere.err).toMatch(/six\.gz cannot be written \(ENOENT\): name a folder.*\.\n$/);
    await wipeLibrary();
    const folder = await parallax('restore', '.');
    expect(folder).toMatchObject({ code: 2, out: '' });
    expect(folder.err).toContain('is damaged or not whole');
  });
});
