/** The one database of this process, opened when it is first needed. */
import { config } from '../config';
import { hasDatabase, openDatabase, type Database } from './database';

export type { Database, Db, Queries } from './database';
export * as tables from './schema';

let current: Promise<Database> | null = null;
const whenOpened: ((database: Database) => Promise<void>)[] = [];
const beforeClosing: (() => Promise<void>)[] = [];
const whenLost: ((database: Database) => void)[] = [];
let listening = false;

/** Adds work to be done once whenever the database has been opened, before anybody gets it. */
export function onOpen(work: (database: Database) => Promise<void>): void {
  whenOpened.push(work);
}

/** Adds work to be ended before the database is closed; what was added last is ended first. */
export function onClose(work: () => Promise<void>): void {
  beforeClosing.push(work);
}

/** Adds work to be done when a database is gone without having been closed; it may be opened anew by then. */
export function onLost(work: (database: Database) => void): void {
  whenLost.push(work);
}

async function open(): Promise<Database> {
  const database = await openDatabase(config());
  try {
    for (const work of whenOpened) await work(database);
    void database.lost.then(() => {
      current = null;
      for (const work of whenLost) work(database);
    });
    // Sent by the server when it is told to stop, before the process ends.
    if (!listening) process.on('sveltekit:shutdown', closeDatabase);
    listening = true;
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/**
 * The database, opened now if it is not open. An opening that failed is tried again the next time.
 *
 * @throws DomainError 503 when another process has it open, or the server does not answer
 */
export function openLibrary(): Promise<Database> {
  current ??= open().catch((error: unknown) => {
    current = null;
    throw error;
  });
  return current;
}

/** The database if it holds anything; null without waiting when nothing was ever written, or is only being made. */
export async function libraryIfAny(): Promise<Database | null> {
  return hasDatabase(config()) ? openLibrary() : null;
}

/** Ends what works on the database, then closes it once everything that was begun is written. */
export async function closeDatabase(): Promise<void> {
  for (const work of [...beforeClosing].reverse()) await work();
  const closing = current;
  current = null;
  if (closing !== null) await closing.then((database) => database.close()).catch(() => undefined);
}
