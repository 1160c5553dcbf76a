/**
 * The whole library as lines of JSON, and a library made of them again. One row a line, tables in the order in which
 * they may be filled; the same on an embedded database and on a server, so that a backup moves between the two.
 */
import { asc, getTableColumns, getTableName, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { openLibrary, tables, type Database, type Queries } from '../db';
import { MIGRATIONS } from '../db/migrate';
import { DomainError } from '../domain-error';
import { libraryChanged } from './version';

const SCHEMA_ID = 'parallax.backup/1';

/** With the columns that name a row. Kept audits are left out: they are computed again. */
const KEPT: readonly { readonly table: PgTable; readonly key: readonly string[] }[] = [
  { table: tables.collections, key: ['id'] },
  { table: tables.documents, key: ['collection', 'id'] },
  { table: tables.documentVersions, key: ['collection', 'document', 'n'] },
  { table: tables.registryChanges, key: ['collection', 'n'] },
  { table: tables.tasks, key: ['id'] },
  { table: tables.uploads, key: ['task'] }
];
/** Rows read at a time; a row of a version holds a file. */
const ROWS = 20;

type Row = Record<string, unknown>;

function columnsOf(table: PgTable): [string, PgColumn][] {
  return Object.entries(getTableColumns(table)).filter(([, column]) => column.generated === undefined);
}

function written(value: unknown): unknown {
  if (value instanceof Uint8Array) return { base64: Buffer.from(value).toString('base64') };
  return value instanceof Date ? { moment: value.toISOString() } : value;
}

function read(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  if ('base64' in value && typeof value.base64 === 'string') return Buffer.from(value.base64, 'base64');
  return 'moment' in value && typeof value.moment === 'string' ? new Date(value.moment) : value;
}

/** A view of the library as it is now, whatever is written meanwhile, until it is given back. */
async function momentOf({ db }: Database): Promise<{ queries: Queries; giveBack: () => Promise<void> }> {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return new Promise((resolve, reject) => {
    const reading = db.transaction(
      async (queries) => {
        resolve({ queries, giveBack: () => (end(), reading) });
        await ended;
      },
      { isolationLevel: 'repeatable read', accessMode: 'read only' }
    );
    reading.catch(reject);
  });
}

/** The library as it is at one moment, line by line; the last line says how many there were. */
export async function* backupLines(): AsyncGenerator<string> {
  const { queries, giveBack } = await momentOf(await openLibrary());
  try {
    yield* linesOf(queries);
  } finally {
    await giveBack();
  }
}

async function* linesOf(db: Queries): AsyncGenerator<string> {
  yield `${JSON.stringify({ schema: SCHEMA_ID, migrations: MIGRATIONS.length })}\n`;
  let count = 0;
  for (const { table, key } of KEPT) {
    const columns = columnsOf(table);
    const order = key.map((name) => asc(getTableColumns(table)[name]!));
    for (let offset = 0; ; offset += ROWS) {
      const rows = (await db
        .select(Object.fromEntries(columns))
        .from(table)
        .orderBy(...order)
        .offset(offset)
        .limit(ROWS)) as Row[];
      for (const row of rows) {
        const values = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, written(value)]));
        yield `${JSON.stringify([getTableName(table), values])}\n`;
        count++;
      }
      if (rows.length < ROWS) break;
    }
  }
  yield `${JSON.stringify({ rows: count })}\n`;
}

function broken(line: number, why: string): DomainError {
  return new DomainError('broken-backup', `Line ${line} of the backup ${why}.`, `line ${line}`, 422);
}

function parse(text: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw broken(line, 'is no JSON: the file was changed or is not whole');
  }
}

async function isEmpty(queries: Queries): Promise<boolean> {
  for (const { table } of KEPT) {
    const rows = await queries
      .select({ one: sql`1` })
      .from(table)
      .limit(1);
    if (rows.length > 0) return false;
  }
  return true;
}

/**
 * Fills the library from a backup: with all of it, or with nothing.
 *
 * @param replace whether what is in the library may be deleted first
 * @throws DomainError 409 when the library is not empty and may not be replaced; 422 naming the line that is wrong
 */
export async function restoreLines(
  lines: AsyncIterable<string>,
  { replace }: { readonly replace: boolean }
): Promise<{ rows: number }> {
  const { db } = await openLibrary();
  const known = new Map(KEPT.map(({ table }) => [getTableName(table), table]));
  const rows = await db.transaction(async (tx) => {
    if (replace) {
      for (const { table } of [...KEPT].reverse()) await tx.delete(table);
      await tx.delete(tables.audits);
      await tx.delete(tables.documentAudits);
    } else if (!(await isEmpty(tx))) {
      throw new DomainError(
        'not-empty',
        'The library is not empty: name another folder with PARALLAX_DATA, or write --replace to lose what is in it.',
        null,
        409
      );
    }
    let line = 0;
    let count = 0;
    let whole = false;
    for await (const text of lines) {
      line++;
      if (text === '') continue;
      const value = parse(text, line);
      if (line === 1) {
        const { schema, migrations } = (value ?? {}) as { schema?: unknown; migrations?: unknown };
        if (schema !== SCHEMA_ID) throw broken(line, 'does not say that this is a backup of Parallax');
        if (typeof migrations !== 'number' || migrations > MIGRATIONS.length)
          throw broken(line, 'says that it was written by a later version: restore it with that one');
      } else if (Array.isArray(value)) {
        const [name, row] = value as [unknown, unknown];
        const table = typeof name === 'string' ? known.get(name) : undefined;
        if (!table || row === null || typeof row !== 'object') throw broken(line, 'is no row of the library');
        const values = Object.entries(row).map(([column, item]) => [column, read(item)] as const);
        const columns = new Set(columnsOf(table).map(([column]) => column));
        if (values.some(([column]) => !columns.has(column)))
          throw broken(line, 'has a column that is not known');
        await tx
          .insert(table)
          .values(Object.fromEntries(values))
          .catch(() => {
            throw broken(line, 'does not fit the library');
          });
        count++;
      } else whole = (value as { rows?: unknown } | null)?.rows === count;
    }
    if (!whole) throw broken(line + 1, 'is missing: the file is not whole');
    return count;
  });
  libraryChanged();
  return { rows };
}
