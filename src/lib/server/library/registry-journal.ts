/** The changes to the registries of contested claims, of bundled and stored collections alike; only added to. */
import { asc, eq, max } from 'drizzle-orm';
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

/** Adds a change and returns it with its number, once it is safe on the disk. */
export async function appendChange(collection: string, change: Change, at: Date): Promise<Entry> {
  const { db } = await openLibrary();
  for (;;) {
    const [last] = await db
      .select({ n: max(registryChanges.n) })
      .from(registryChanges)
      .where(eq(registryChanges.collection, collection));
    const entry: Entry = { n: (last?.n ?? 0) + 1, at: at.toISOString(), change };
    const added = await db
      .insert(registryChanges)
      .values({ collection, ...entry })
      .onConflictDoNothing()
      .returning({ n: registryChanges.n });
    // Somebody else took the number meanwhile: the change comes after theirs.
    if (added.length > 0) return entry;
  }
}
