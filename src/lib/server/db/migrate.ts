/** Brings the tables of a database to what this version of the schema says. */
import { sql } from 'drizzle-orm';
import { DomainError } from '../domain-error';
import type { Database } from './database-contract';

const BREAKPOINT = '--> statement-breakpoint';
/** Any number of our own; two servers that start at once migrate one after the other. */
const LOCK = 7_316_402;

const files = import.meta.glob<string>('./migrations/*.sql', {
  query: '?raw',
  import: 'default',
  eager: true
});

/** Names of the migrations, in the order they are applied. */
export const MIGRATIONS: readonly string[] = Object.keys(files).sort();

/**
 * Applies what has not been applied yet: all of it, or nothing.
 *
 * @throws DomainError 500 when the database was written by a later version
 */
export async function migrate({ db, rows }: Database): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
    await tx.execute(
      sql`create table if not exists parallax_migrations (n integer primary key, name text not null)`
    );
    const applied = await rows<{ n: number }>(tx, sql`select n from parallax_migrations order by n`);
    if (applied.length > MIGRATIONS.length) {
      throw new DomainError(
        'newer-library',
        'The library was written by a later version of Parallax: start that version, or restore an older backup.',
        null,
        500
      );
    }
    for (const [index, name] of MIGRATIONS.entries()) {
      if (index < applied.length) continue;
      for (const statement of (files[name] ?? '').split(BREAKPOINT)) await tx.execute(sql.raw(statement));
      await tx.execute(sql`insert into parallax_migrations (n, name) values (${index + 1}, ${name})`);
    }
  });
}
