/** The one database of this process, opened when it is first needed. */
import { config } from '../config';
import { DomainError } from '../domain-error';
import { log } from '../log';
import { asNotWritable } from './cannot-open';
import { hasDatabase, openDatabase } from './database';
import type { Database } from './database-contract';
import { lockFolder } from './folder-lock';
import { stopping } from './lending';

export type { Database, Db, Queries } from './database-contract';
export * as tables from './schema';

let current: Promise<Database> | null = null;
/** Settled when the last one that was closed has written everything out. */
let writtenOut: Promise<void> = Promise.resolve();
const whenOpened: ((database: Database) => Promise<void>)[] = [];
const beforeClosing: (() => Promise<void>)[] = [];
const whenLost: ((database: Database, error: DomainError) => void)[] = [];
let listening = false;
let ending = false;
/** Gives the folder of an embedded database back; null while this process does not hold it. */
let unlock: (() => void) | null = null;
/** Whether the folder is held until the end, also while no database is open. */
let claimed = false;

function hold(): void {
  const { data, databaseUrl } = config();
  if (databaseUrl !== null) return;
  try {
    unlock ??= lockFolder(data);
  } catch (error) {
    throw asNotWritable(data, error);
  }
}

function letGo(): void {
  if (claimed) return;
  unlock?.();
  unlock = null;
}

/**
 * Takes the folder of an embedded library for this process until it ends, also where nothing was ever written to it:
 * a second server then stops before anybody works with it.
 *
 * @returns what to know when nothing can be kept there, as one sentence; else null
 * @throws DomainError 503 naming the process that has it
 */
export function claimFolder(): string | null {
  listen();
  try {
    hold();
    claimed = unlock !== null;
    return null;
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'not-writable') throw error;
    return error.message;
  }
}

/** Closes the database when the server is told to stop, before the process ends, which is too late to open it again. */
function listen(): void {
  if (!listening)
    process.on('sveltekit:shutdown', () => {
      ending = true;
      return closeDatabase();
    });
  listening = true;
}

/** Adds work to be done once whenever the database has been opened, before anybody gets it. */
export function onOpen(work: (database: Database) => Promise<void>): void {
  whenOpened.push(work);
}

/** Adds work to be ended before the database is closed; what was added last is ended first. */
export function onClose(work: () => Promise<void>): void {
  beforeClosing.push(work);
}

/** Adds work to be done when a database is gone without having been closed; it may be opened anew by then. */
export function onLost(work: (database: Database, error: DomainError) => void): void {
  whenLost.push(work);
}

async function open(): Promise<Database> {
  // Never two at once on one folder: the last one may still be writing itself out.
  await writtenOut;
  hold();
  const database = await openDatabase(config()).catch((error: unknown) => {
    letGo();
    throw error;
  });
  try {
    for (const work of whenOpened) await work(database);
    void database.lost.then((error) => {
      current = null;
      letGo();
      for (const work of whenLost) work(database, error);
    });
    listen();
    return database;
  } catch (error) {
    await database.close();
    letGo();
    throw error;
  }
}

/**
 * The database, opened now if it is not open. An opening that failed is tried again the next time.
 *
 * @throws DomainError 503 when another process has it open, the server does not answer, or this process ends
 */
export function openLibrary(): Promise<Database> {
  if (ending && current === null) return Promise.reject(stopping());
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

/** Says that something could not be ended; nothing that comes after it is left undone for that. */
function couldNotEnd(error: unknown): void {
  // Of an error that came from a query the message would repeat it.
  log().error({ error: error instanceof Error ? error.name : 'unknown' }, 'not everything could be ended');
}

/** Ends what works on the database, then closes it once everything that was begun is written. */
export async function closeDatabase(): Promise<void> {
  for (const work of [...beforeClosing].reverse()) await work().catch(couldNotEnd);
  const closing = current;
  current = null;
  // One that could not be opened has said so to whoever asked for it.
  const closed = closing?.then(
    (database) => database.close().catch(couldNotEnd),
    () => undefined
  );
  if (closed) writtenOut = closed;
  await writtenOut;
  claimed = false;
  // Unless it was opened again meanwhile.
  if (current === null) letGo();
}
