/**
 * The database of the library: PostgreSQL in a thread of this process (PGlite), or a server where one is named. Both are
 * reached by the same client, so that types, transactions and errors are the same.
 */
import { existsSync, readdirSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import type { SQL } from 'drizzle-orm';
import type { drizzle as Drizzle } from 'drizzle-orm/node-postgres';
import type { Pool } from 'pg';
import type { Config } from '../config';
import { DomainError, domainErrorIn } from '../domain-error';
import type { Database, Db, Queries } from './database-contract';
import { openEmbeddedDatabase } from './embedded';
import { databaseLost } from './embedded-stream';
import { lendUntilEnded } from './lending';
import { isThere } from './make-folder';
import { migrate } from './migrate';
import * as schema from './schema';

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
    settings.databaseUrl !== null || isThere(embeddedFolder(settings)) || oldRegistries(settings).length > 0
  );
}

/** The same over both: what the pool's connections lead to makes no difference here. */
function databaseOver(pool: Pool, drizzle: typeof Drizzle): Pick<Database, 'db' | 'rows' | 'executeSql'> {
  return {
    db: drizzle({ client: pool, schema }) as unknown as Db,
    rows: rowsOf,
    async executeSql(text, values = []) {
      const answer = await pool.query<Record<string, unknown>>(text, [...values]);
      // Several statements at once have several results; what is wanted is the last one's.
      const results: { rows: Record<string, unknown>[] }[] = Array.isArray(answer) ? answer : [answer];
      return { rows: results.at(-1)?.rows ?? [] };
    }
  };
}

async function drivers(): Promise<{ PgPool: typeof Pool; drizzle: typeof Drizzle }> {
  const [{ default: pg }, { drizzle }] = await Promise.all([
    import('pg'),
    import('drizzle-orm/node-postgres')
  ]);
  return { PgPool: pg.Pool, drizzle };
}

/**
 * Keeps a connection that breaks from ending the process, and has what is still asked over it, such as the end of its
 * transaction, refused for the same reason.
 */
function survive(pool: Pool, reason: (error: Error) => DomainError): Pool {
  // One that breaks while idle is replaced with the next query, which says so if it cannot be.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', (error) => {
      const refused = domainErrorIn(error) ?? reason(error);
      client.query = (() => Promise.reject(refused)) as typeof client.query;
    });
  });
  return pool;
}

function noServer(error: unknown): DomainError {
  const why = error instanceof Error ? error.message : String(error);
  return new DomainError(
    'no-database',
    `The database server that DATABASE_URL names does not answer (${why}): start it, or correct the address.`,
    null,
    503
  );
}

async function openEmbedded(settings: Settings): Promise<Database> {
  const [{ PgPool, drizzle }, embedded] = await Promise.all([
    drivers(),
    openEmbeddedDatabase(embeddedFolder(settings))
  ]);
  const pool = new PgPool({
    // There is one session, and it lasts as long as the database is open.
    max: 1,
    idleTimeoutMillis: 0,
    stream: () => embedded.connect() as unknown as Socket,
    // Named, so that what the environment says about a server is not read.
    user: 'postgres',
    database: 'postgres',
    password: '',
    host: 'embedded',
    ssl: false
  });
  const end = lendUntilEnded(survive(pool, databaseLost));
  return {
    ...databaseOver(pool, drizzle),
    shared: false,
    lost: embedded.lost,
    async close() {
      await end();
      await embedded.close();
    }
  };
}

async function openServer(databaseUrl: string): Promise<Database> {
  const { PgPool, drizzle } = await drivers();
  const pool = survive(new PgPool({ connectionString: databaseUrl }), noServer);
  const end = lendUntilEnded(pool);
  try {
    (await pool.connect()).release();
  } catch (error) {
    await end();
    throw noServer(error);
  }
  return {
    ...databaseOver(pool, drizzle),
    shared: true,
    lost: new Promise(() => undefined),
    close: end
  };
}

/**
 * Opens the database and brings its tables up to date: a new folder takes seconds, one that is there some tenths of a
 * second. Whoever opens an embedded one must hold its folder, see `lockFolder`.
 *
 * @throws DomainError 503 when the server does not answer
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
