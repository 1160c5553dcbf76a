import { eq, sql } from 'drizzle-orm';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closeDatabase, openLibrary, tables } from '$lib/server/db';
import { domainErrorIn } from '$lib/server/domain-error';
import { createCollection, listCollections } from '$lib/server/library';
import { useLibrary, wipeLibrary } from '../test-library';

const thread = vi.hoisted(() => ({ entry: null as string | null }));
vi.mock('$lib/server/thread-entry', () => ({
  threadEntry: (name: string) => (name === 'database-worker.js' ? thread.entry : null)
}));

useLibrary();
const breaking = fileURLToPath(new URL('breaking-thread.mjs', import.meta.url));
const embedded = process.env.PARALLAX_TEST_DATABASE_URL === undefined;

beforeEach(wipeLibrary);
afterEach(async () => {
  await closeDatabase();
  thread.entry = null;
});

/** What a query was refused with, as an answer to a request would say it. */
async function refusal(work: Promise<unknown>) {
  return domainErrorIn(
    await work.then(
      () => null,
      (error: unknown) => error
    )
  );
}

const stories = async () =>
  (await listCollections()).filter(({ stored }) => stored).map(({ title }) => title);

describe('what is read is what was written', () => {
  const now = new Date('2026-03-29T01:30:00.123Z');
  const row = { id: 'types~aaaaa', title: 'Zoë “quoted” \u{1F469}', question: '', description: 'a\nb' };

  it('moments, bytes, JSON, lists and texts with any sign', async () => {
    const { db } = await openLibrary();
    const contested = [{ b: 1, a: ['\u0001', null] }];
    await db
      .insert(tables.collections)
      .values({ ...row, contested, revision: 7, createdAt: now, changedAt: now });
    const [read] = await db.select().from(tables.collections).where(eq(tables.collections.id, row.id));
    expect(read).toEqual({ ...row, contested, revision: 7, createdAt: now, changedAt: now, deletedAt: null });
    expect(JSON.stringify(read?.contested)).toBe(JSON.stringify(contested));
    const raw = Uint8Array.from({ length: 300_000 }, (_, n) => n % 256);
    const key = 'bytes';
    await db.insert(tables.audits).values({ key, body: raw, usedAt: now });
    const [kept] = await db.select().from(tables.audits).where(eq(tables.audits.key, key));
    expect(Buffer.compare(kept!.body, raw)).toBe(0);
  });

  it('a transaction that fails leaves nothing, and the next query is answered', async () => {
    const { db, rows } = await openLibrary();
    const failing = db.transaction(async (tx) => {
      await tx.execute(sql`insert into audits (key, body, used_at) values ('half', '', now())`);
      await tx.execute(sql`select nothing from nowhere`);
    });
    await expect(failing).rejects.toMatchObject({ cause: { code: '42P01' } });
    expect(await rows(db, sql`select key from audits where key = 'half'`)).toEqual([]);
  });

  it('one that is asked for while the last one is being closed waits for that, and finds what was written', async () => {
    await createCollection({ title: 'Before' });
    const closing = closeDatabase();
    // As soon as it is no longer the one that is handed out.
    await new Promise((resolve) => setImmediate(resolve));
    expect(await stories()).toEqual(['Before']);
    await closing;
    await createCollection({ title: 'After' });
    expect(await stories()).toEqual(['After', 'Before']);
  });

  it('who asks for something after it was closed is told that the server stops', async () => {
    const { db, executeSql } = await openLibrary();
    await closeDatabase();
    const stopping = { code: 'stopping', status: 503 };
    expect(await refusal(db.select().from(tables.tasks))).toMatchObject(stopping);
    expect(await refusal(executeSql('select 1'))).toMatchObject(stopping);
    expect(await refusal(db.transaction((tx) => tx.select().from(tables.tasks)))).toMatchObject(stopping);
  });

  it('who waits for the one connection when it is closed is told so too, and what runs is finished', async () => {
    const { db, executeSql } = await openLibrary();
    const title = 'Begun before';
    const begun = db.transaction(async (tx) => {
      await tx.execute(sql`select 1`);
      // Long enough for the database to be told to close meanwhile.
      await new Promise((resolve) => setTimeout(resolve, 200));
      const now = new Date();
      await tx.insert(tables.collections).values({
        id: 'begun~aaaaa',
        title,
        question: '',
        description: '',
        contested: [],
        revision: 0,
        createdAt: now,
        changedAt: now
      });
    });
    // On a server, where ten may work at once, all of them are lent first.
    const others = embedded ? [] : Array.from({ length: 9 }, () => executeSql('select pg_sleep(0.3)'));
    const waiting = [
      refusal(db.select().from(tables.tasks)),
      refusal(executeSql('select 1')),
      refusal(db.transaction((tx) => tx.select().from(tables.tasks)))
    ];
    await new Promise((resolve) => setTimeout(resolve, 50));
    await closeDatabase();
    for (const refused of await Promise.all(waiting))
      expect(refused).toMatchObject({ code: 'stopping', status: 503 });
    await Promise.all([begun, ...others]);
    expect(await stories()).toEqual([title]);
  });

  it('queries that come at once are answered each for itself', async () => {
    const { db, rows } = await openLibrary();
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) => rows<{ n: number }>(db, sql`select ${n}::integer as n`))
    );
    expect(answers.map(([first]) => first?.n)).toEqual(Array.from({ length: 40 }, (_, n) => n));
  });
});

describe.runIf(embedded)('a thread that breaks off', () => {
  beforeEach(async () => {
    await closeDatabase();
    thread.entry = breaking;
  });

  it('refuses in one sentence what was waiting, and the next use finds all that was acknowledged', async () => {
    await createCollection({ title: 'Kept' });
    const { db } = await openLibrary();
    const waiting = [1, 2, 3].map((n) => refusal(db.execute(sql.raw(`select 'break off', ${n}`))));
    const within = refusal(db.transaction((tx) => tx.execute(sql`select 1`)));
    for (const refused of [...(await Promise.all(waiting)), await within])
      expect(refused).toMatchObject({ status: 503, code: 'library-restarting' });
    expect(await stories()).toEqual(['Kept']);
    await createCollection({ title: 'Afterwards' });
    expect(await stories()).toEqual(['Afterwards', 'Kept']);
  });

  it('in the middle of a transaction leaves nothing of it', async () => {
    const { db } = await openLibrary();
    const broken = db.transaction(async (tx) => {
      await tx.execute(sql`insert into audits (key, body, used_at) values ('half', '', now())`);
      await tx.execute(sql`select 'break off'`);
    });
    expect(await refusal(broken)).toMatchObject({ status: 503 });
    const again = await openLibrary();
    expect(await again.rows(again.db, sql`select key from audits`)).toEqual([]);
  });

  it('because the disk is full says so to all that wait, and is opened anew', async () => {
    thread.entry = null;
    await createCollection({ title: 'Kept' });
    const { db } = await openLibrary();
    // As PostgreSQL says it; the embedded one never answers afterwards.
    const full = sql`do $$ begin raise exception 'no room' using errcode = '53100'; end $$`;
    const refused = await Promise.all([refusal(db.execute(full)), refusal(db.execute(sql`select 1`))]);
    expect(refused).toMatchObject([
      { code: 'not-writable', status: 503, message: expect.stringContaining('The disk is full') as string },
      { code: 'not-writable', status: 503, message: expect.stringContaining('the disk is full') as string }
    ]);
    expect(await stories()).toEqual(['Kept']);
  });

  it('as soon as it is opened is an error, and the folder is free for the next try', async () => {
    thread.entry = fileURLToPath(new URL('no-such-thread.mjs', import.meta.url));
    await expect(openLibrary()).rejects.toThrow('broke off');
    thread.entry = null;
    await createCollection({ title: 'Opened' });
    expect(await stories()).toEqual(['Opened']);
  });
});
