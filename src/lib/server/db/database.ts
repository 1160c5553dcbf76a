/** The database of the library: PostgreSQL within this process (PGlite), or a server where one is named. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import type { SQL } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { Config } from '../config';
import { DomainError } from '../domain-error';
import { lockFolder } from './folder-lock';
import { makeFolder } from './make-folder';
import { migrate } from './migrate';
import * as schema from './schema';

export type Db = PgDatabase<PgQueryResultHKT, typeof schema>;
/** A database or a transaction on it: queries do not care which. */
export type Queries = Pick<Db, 'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'execute'>;

export interface Database {
  readonly db: Db;
  /** Whether other processes may work on it at the same time. */
  readonly shared: boolean;
  /** The rows of a query written in SQL. */
  rows<Row extends Record<string, unknown>>(queries: Queries, query: SQL): Promise<Row[]>;
  /** Runs SQL as text, several statements when there are no values: what a job queue needs. */
  executeSql(text: string, values?: readonly unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
  close(): Promise<void>;
}

type Settings = Pick<Config, 'data' | 'databaseUrl'>;

/** The rows within what either driver answers. */
async function rowsOf<Row extends Record<string, unknown>>(queries: Queries, query: SQL): Promise<Row[]> {
  return ((await queries.execute(query)) as { rows: Row[] }).rows;
}

/** Where the embedded database is kept. */
function embeddedFolder({ data }: Settings): string {
  return join(data, 'db');
}

/** Where changes to registries were kept before there was a database. */
export function oldRegistries({ data }: Pick<Settings, 'data'>): string[] {
  const folder = join(data, 'registries');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => join(folder, name));
}

/** Whether there is anything to read: nothing waits for a database that would be empty. */
export function hasDatabase(settings: Settings): boolean {
  return (
    settings.databaseUrl !== null ||
    existsSync(join(embeddedFolder(settings), 'PG_VERSION')) ||
    oldRegistries(settings).length > 0
  );
}

async function openEmbedded(settings: Settings): Promise<Database> {
  const folder = embeddedFolder(settings);
  const unlock = lockFolder(settings.data);
  let client: PGlite | null = null;
  try {
    const [{ PGlite }, { drizzle }] = await Promise.all([
      import('@electric-sql/pglite'),
      import('drizzle-orm/pglite')
    ]);
    await makeFolder(folder);
    const opened = (client = await PGlite.create(folder));
    return {
      db: drizzle({ client: opened, schema }) as unknown as Db,
      shared: false,
      rows: rowsOf,
      async executeSql(text, values = []) {
        if (values.length > 0) return opened.query<Record<string, unknown>>(text, [...values]);
        const results = await opened.exec(text);
        return { rows: (results.at(-1)?.rows ?? []) as Record<string, unknown>[] };
      },
      async close() {
        await opened.close();
        unlock();
      }
    };
  } catch (error) {
    await client?.close().catch(() => undefined);
    unlock();
    throw error;
  }
}

async function openServer(databaseUrl: string): Promise<Database> {
  const [{ default: pg }, { drizzle }] = await Promise.all([
    import('pg'),
    import('drizzle-orm/node-postgres')
  ]);
  const pool = new pg.Pool({ connectionString: databaseUrl });
  // A connection that breaks while idle is replaced with the next query, which says so if it cannot be.
  pool.on('error', () => undefined);
  try {
    (await pool.connect()).release();
  } catch (error) {
    await pool.end();
    const why = error instanceof Error ? error.message : String(error);
    throw new DomainError(
      'no-database',
      `The database server that DATABASE_URL names does not answer (${why}): start it, or correct the address.`,
      null,
      503
    );
  }
  return {
    db: drizzle({ client: pool, schema }) as unknown as Db,
    shared: true,
    rows: rowsOf,
    async executeSql(text, values = []) {
      const result = await pool.query<Record<string, unknown>>(text, [...values]);
      return { rows: result.rows };
    },
    close: () => pool.end()
  };
}

/**
 * Opens the database and brings its tables up to date. The embedded one is locked for this process: a new folder
 * takes seconds, one that is there some tenths of a second.
 *
 * @throws DomainError 503 when another process has it open, or the server does not answer
 */
export async function openDatabase(settings: Settings): Promise<Database> {
  const database =
    settings.databaseUrl === null ? await openEmbedded(settings) : await openServer(settings.databaseUrl);
  try {
    await migrate(database);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
