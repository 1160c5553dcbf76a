/**
 * Changes to registries as they were kept before there was a database: files with one change a line. They are taken
 * over once, and stay beside it under another name.
 *
 * A line counts once its line feed is written: a line that was cut off is no change.
 */
import { readFileSync, renameSync } from 'node:fs';
import { basename } from 'node:path';
import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { config } from '../config';
import { tables, type Database } from '../db';
import { oldRegistries } from '../db/database';
import { DomainError } from '../domain-error';
import { log } from '../log';
import { EntrySchema, type Entry } from './registry-change';

const LINE_FEED = 10;
const { registryChanges } = tables;

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function readEntries(file: string): Entry[] {
  const bytes = readFileSync(file);
  const lines = new TextDecoder()
    .decode(bytes.subarray(0, bytes.lastIndexOf(LINE_FEED) + 1))
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

const broken = new Map<string, DomainError>();

/** Why the old changes of a collection could not be taken over; null when there is nothing of the kind. */
export function brokenOldJournal(collection: string): DomainError | null {
  return broken.get(collection) ?? null;
}

/** Takes over the old files; one that is broken stays, and its registry says so until it is mended. */
export async function carryOver({ db }: Database): Promise<void> {
  broken.clear();
  for (const file of oldRegistries(config())) {
    const collection = basename(file, '.jsonl');
    try {
      const entries = readEntries(file);
      await db.transaction(async (tx) => {
        // Taken over before, and interrupted before the file got its other name.
        const [there] = await tx
          .select({ n: registryChanges.n })
          .from(registryChanges)
          .where(eq(registryChanges.collection, collection))
          .limit(1);
        if (!there && entries.length > 0)
          await tx.insert(registryChanges).values(entries.map((entry) => ({ collection, ...entry })));
      });
      renameSync(file, `${file}.taken-over`);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      broken.set(collection, error);
      log().error({ file, error: error.message });
    }
  }
}
