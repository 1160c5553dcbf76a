import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openDurable } from '$lib/server/db/durable-database';

const disk = vi.hoisted(() => ({ writtenOut: 0, broken: false }));
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const fsyncSync = (file: number): void => {
    if (disk.broken) throw new Error('EIO: i/o error, fsync');
    disk.writtenOut++;
    fs.fsyncSync(file);
  };
  return { ...fs, default: { ...fs, fsyncSync }, fsyncSync };
});

const folder = mkdtempSync(join(tmpdir(), 'parallax-durable-'));
let database: PGlite;
beforeAll(async () => {
  database = await openDurable(join(folder, 'db'));
  await database.exec('create table notes (n integer primary key, body text not null)');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** How often the disk was waited for. */
async function waits(work: () => Promise<unknown>): Promise<number> {
  const before = disk.writtenOut;
  await work();
  return disk.writtenOut - before;
}

it('what is acknowledged was written out, once for a whole transaction; reading waits for no disk', async () => {
  expect(await waits(() => database.query("insert into notes values (1, 'one')"))).toBe(1);
  expect(
    await waits(() =>
      database.transaction(async (tx) => {
        for (const n of [2, 3, 4]) await tx.query('insert into notes values ($1, $2)', [n, 'more']);
      })
    )
  ).toBe(1);
  expect(await waits(() => database.query('select * from notes'))).toBe(0);
});

it('what the disk does not take is not acknowledged', async () => {
  disk.broken = true;
  await expect(database.query("insert into notes values (5, 'five')")).rejects.toThrow();
});
