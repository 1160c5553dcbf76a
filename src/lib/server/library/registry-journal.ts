/**
 * The file that keeps the changes to a registry: one change a line, only ever added to.
 *
 * A line counts once its line feed is written, and each is flushed to the disk before it is acknowledged. After a
 * crash the file holds the old state or the new one: a line that was cut off is no change, and is removed before
 * the next one is written.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeSync
} from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { config } from '../config';
import { DomainError } from '../domain-error';
import { EntrySchema, type Change, type Entry } from './registry-change';

const LINE_FEED = 10;

/** Where the changes of a collection are kept. */
export function journalFile(collection: string): string {
  return join(config().data, 'registries', `${collection}.jsonl`);
}

function wholeLines(bytes: Uint8Array): number {
  return bytes.lastIndexOf(LINE_FEED) + 1;
}

/**
 * The changes of a collection, oldest first; none when nobody made any.
 *
 * @throws DomainError 500 naming file and line when a line is not as it was written
 */
export function readJournal(collection: string): Entry[] {
  const file = journalFile(collection);
  if (!existsSync(file)) return [];
  const bytes = readFileSync(file);
  const lines = new TextDecoder()
    .decode(bytes.subarray(0, wholeLines(bytes)))
    .split('\n')
    .slice(0, -1);
  return lines.map((line, index) => {
    const parsed = v.safeParse(EntrySchema, parse(line));
    if (parsed.success && parsed.output.n === index + 1) return parsed.output;
    throw new DomainError(
      'broken-registry',
      `${file}:${index + 1} is no change that Parallax wrote: restore the file from a copy, or remove this line and all after it.`,
      `${file}:${index + 1}`,
      500
    );
  });
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** Adds a change and returns it with its number, once it is safe on the disk. */
export function appendChange(collection: string, change: Change, at: Date): Entry {
  const entry: Entry = { n: readJournal(collection).length + 1, at: at.toISOString(), change };
  const file = journalFile(collection);
  mkdirSync(dirname(file), { recursive: true });
  const handle = openSync(file, existsSync(file) ? 'r+' : 'w+');
  try {
    const end = wholeLines(readFileSync(handle));
    ftruncateSync(handle, end);
    const line = Buffer.from(`${JSON.stringify(entry)}\n`, 'utf8');
    writeSync(handle, line, 0, line.length, end);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return entry;
}
