/** What a database of the library offers, embedded or on a server. */
import type { SQL } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { DomainError } from '../domain-error';
import type * as schema from './schema';

export type Db = PgDatabase<PgQueryResultHKT, typeof schema>;
/** A database or a transaction on it: queries do not care which. */
export type Queries = Pick<Db, 'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'execute'>;

export interface Database {
  readonly db: Db;
  /** Whether other processes may work on it at the same time. */
  readonly shared: boolean;
  /** Settled when it is gone without having been closed: with what those who waited were told. */
  readonly lost: Promise<DomainError>;
  /** The rows of a query written in SQL. */
  rows<Row extends Record<string, unknown>>(queries: Queries, query: SQL): Promise<Row[]>;
  /** Runs SQL as text, several statements when there are no values: what a job queue needs. */
  executeSql(text: string, values?: readonly unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
  close(): Promise<void>;
}
