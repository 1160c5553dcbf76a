/** Making the folder of an embedded database: seconds of work, and much memory, once. */
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { threadEntry } from '../thread-entry';
import type { DatabaseErrand } from './embedded-stream';
import { writeOut, writeOutNames } from './write-out';

/** Name of the folder beside the built engine that holds a library with its tables and nothing in them. */
export const EMPTY_LIBRARY = 'empty-library';

/** Makes a database in a folder that is not there, and closes it. */
export async function make(folder: string): Promise<void> {
  const { openDurable } = await import('./durable-database');
  await (await openDurable(folder)).close();
}

function makeInThread(entry: string, folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const workerData: DatabaseErrand = { errand: 'make', folder, ready: null };
    const worker = new Worker(entry, { workerData, env: {}, execArgv: [] });
    let said = '';
    worker.once('message', (answer: string) => {
      said = answer;
      void worker.terminate();
    });
    worker.once('error', reject);
    worker.once('exit', () => {
      if (said === 'made') resolve();
      else reject(new Error(said === '' ? 'The thread that makes the database broke off.' : said));
    });
  });
}

/** Whether there is anything in the folder of a database: it gets its name when it is whole. */
export function isThere(folder: string): boolean {
  try {
    return readdirSync(folder).length > 0;
  } catch {
    // Where it is, and cannot be read, whoever opens it says so.
    return existsSync(folder);
  }
}

/**
 * Whether the folder of a database need not be made.
 *
 * @throws Error when what is there is none any more: it is somebody's, and never made anew
 */
function isMade(folder: string): boolean {
  if (!isThere(folder)) return false;
  if (!existsSync(join(folder, 'PG_VERSION'))) throw new Error('PG_VERSION is missing');
  return true;
}

/** Half a folder is never taken for a whole one: it has another name until it is finished. */
function draftOf(folder: string): { readonly draft: string; finish(): void } {
  const draft = `${folder}.making`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  return {
    draft,
    finish() {
      // Before it has its name: no log that is replayed has what is in it.
      writeOut(draft);
      rmSync(folder, { recursive: true, force: true });
      renameSync(draft, folder);
      writeOutNames(dirname(folder));
    }
  };
}

/** Copies an empty library where there is none; to be called in a thread, since nothing else happens meanwhile. */
export function copyFolder(ready: string, folder: string): void {
  if (isMade(folder)) return;
  const { draft, finish } = draftOf(folder);
  cpSync(ready, draft, { recursive: true });
  finish();
}

/**
 * Makes the folder of a database where there is none, from nothing; in a thread, where the app is built, so that pages
 * are answered meanwhile and the memory is given back.
 */
export async function makeFolder(folder: string): Promise<void> {
  if (isMade(folder)) return;
  const { draft, finish } = draftOf(folder);
  const entry = threadEntry('database-worker.js');
  await (entry === null ? make(draft) : makeInThread(entry, draft));
  finish();
}
