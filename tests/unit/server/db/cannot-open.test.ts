import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { claimFolder, closeDatabase, openLibrary } from '$lib/server/db';
import { asNotWritable } from '$lib/server/db/cannot-open';
import { addDocuments, createCollection, listCollections } from '$lib/server/library';
import { imported, useLibrary } from '../test-library';

const { data } = useLibrary();
const db = join(data, 'db');
const whole = mkdtempSync(join(tmpdir(), 'parallax-whole-'));
const embedded = process.env.PARALLAX_TEST_DATABASE_URL === undefined;

/** Every file of the database with its bytes, but those that say that it runs. */
const contents = () =>
  readdirSync(db, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('postmaster'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => [file, readFileSync(file).toString('base64')]);

describe.runIf(embedded)('a library that cannot be opened', () => {
  beforeAll(async () => {
    await addDocuments({ newTitle: 'Kept' }, [imported('The bridge opened on Monday.')]);
    await closeDatabase();
    cpSync(db, whole, { recursive: true });
  });
  afterEach(async () => {
    await closeDatabase();
    rmSync(db, { recursive: true, force: true });
    cpSync(whole, db, { recursive: true });
  });
  afterAll(() => rmSync(whole, { recursive: true, force: true }));

  it.each([
    ['lacks its first file', () => rmSync(join(db, 'PG_VERSION'))],
    ['lacks what it begins with', () => rmSync(join(db, 'global', 'pg_control'))],
    ['has zeros there', () => writeFileSync(join(db, 'global', 'pg_control'), Buffer.alloc(8_192))]
  ])('because it %s says what to do, whoever asks, and is left as it is', async (_what, harm) => {
    harm();
    const before = contents();
    const refused = {
      code: 'damaged-library',
      status: 500,
      message: expect.stringMatching(/files are damaged\..* PARALLAX_DATA, .* backup /) as string
    };
    await expect(openLibrary()).rejects.toMatchObject(refused);
    await expect(listCollections()).rejects.toMatchObject(refused);
    await expect(createCollection({ title: 'New' })).rejects.toMatchObject(refused);
    expect(contents()).toEqual(before);
    expect(existsSync(join(data, 'parallax.lock'))).toBe(false);
  });

  it('because a later version wrote it says so, and is whole for that version', async () => {
    const { executeSql } = await openLibrary();
    await executeSql(`insert into parallax_migrations (n, name) values (99, 'later')`);
    await closeDatabase();
    await expect(listCollections()).rejects.toMatchObject({
      code: 'newer-library',
      message: expect.stringContaining('start that version') as string
    });
    expect(existsSync(join(data, 'parallax.lock'))).toBe(false);
  });

  it('because its folder cannot be written to says so at the start and to whoever asks', async () => {
    rmSync(data, { recursive: true });
    writeFileSync(data, 'no folder');
    try {
      const sentence = /^Nothing can be kept: the folder .* cannot be written to \(.*PARALLAX_DATA\.$/;
      expect(claimFolder()).toMatch(sentence);
      await expect(createCollection({ title: 'New' })).rejects.toMatchObject({
        code: 'not-writable',
        status: 503,
        message: expect.stringMatching(sentence) as string
      });
      // What came with Parallax can be read all the same.
      expect((await listCollections()).length).toBeGreaterThan(0);
    } finally {
      rmSync(data);
    }
  });
});

it.each([
  ['ENOSPC', 'the disk is full'],
  ['EROFS', 'it can only be read'],
  ['EACCES', 'it belongs to another user'],
  ['EMFILE', 'EMFILE']
])('%s is said in words where there are some', (code, words) => {
  const error = Object.assign(new Error(`${code}: something, open 'parallax.lock'`), { code });
  expect(asNotWritable('data', error)).toMatchObject({
    message: `Nothing can be kept: the folder data cannot be written to (${words}). What is in it stays as it is. Mend that, or name another folder with PARALLAX_DATA.`
  });
});
