/** The changes to the registries of contested claims, of bundled and stored collections alike; only added to. */
import { asc, eq } from 'drizzle-orm';
import { libraryIfAny, onOpen, openLibrary, tables } from '../db';
import { brokenOldJournal, carryOver } from './old-journal';
import type { Change, Entry } from './registry-change';

const { registryChanges } = tables;

onOpen(carryOver);

/**
 * The changes of a collection, oldest first; none when nobody made any.
 *
 * @throws DomainError 500 naming file and line when changes of old could not be taken over
 */
export async function readJournal(collection: string): Promise<Entry[]> {
  const database = await libraryIfAny();
  if (database === null) return [];
  const broken = brokenOldJournal(collection);
  if (broken !== null) throw broken;
  const rows = await database.db
    .select({ n: registryChanges.n, at: registryChanges.at, change: registryChanges.change })
    .from(registryChanges)
    .where(eq(registryChanges.collection, collection))
    .orderBy(asc(registryChanges.n));
  return rows.map(({ n, at, change }) => ({ n, at, change: change as Change }));
}

/**
 * Adds a change after the last one that its maker had seen.
 *
 * @param seen number of that one; 0 where there was none
 * @returns the change with its number, once it is safe on the disk; null where somebody else's came first
 */
export async function appendChange(
  collection: string,
  change: Change,
  at: Date,
  seen: number
): Promise<Entry | null> {
  const { db } = await openLibrary();
  const entry: Entry = { n: seen + 1, at: at.toISOString(), change };
  const added = await db
    .insert(registryChanges)
    .values({ collection, ...entry })
    .onConflictDoNothing()
    .returning({ n: registryChanges.n });
  return added.length > 0 ? entry : null;
}
