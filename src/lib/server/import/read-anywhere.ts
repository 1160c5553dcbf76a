import { existsSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DomainError } from '../domain-error';
import { stopIfCancelled } from './import-error';
import { readFile, type FileKind, type ReadInput } from './files';
import { IsolatedReader, unreadable } from './isolated-reader';
import type { ImportedDocument } from './imported-document';

const ENTRY = 'import-worker.js';
const ENGINE = join('build', 'engine', ENTRY);

/** The built thread beside the build that this code runs from; null when it runs from its sources. */
export function threadEntry(from = fileURLToPath(import.meta.url)): string | null {
  // Run from its sources the build may be an older one, and a test must test what is written.
  if (!from.includes(`${sep}build${sep}`)) return null;
  for (let folder = dirname(from); folder !== dirname(folder); folder = dirname(folder)) {
    const found = [join(folder, ENTRY), join(folder, ENGINE)].find((entry) => existsSync(entry));
    if (found) return found;
  }
  return null;
}

let reader: IsolatedReader | null | undefined;

/**
 * Reads one file: in a thread with limits where the app is built, in this one where it runs from its sources.
 *
 * @param signal ends the reading: at once in a thread, before it begins in this one
 * @throws DomainError when it cannot be read, or is cancelled
 */
export async function readAnywhere(
  kind: FileKind,
  input: ReadInput,
  signal?: AbortSignal
): Promise<ImportedDocument[]> {
  if (reader === undefined) {
    const entry = threadEntry();
    reader = entry === null ? null : new IsolatedReader(entry);
  }
  if (reader) return reader.read(kind, input, signal);
  stopIfCancelled(signal);
  try {
    return await readFile(kind, input);
  } catch (error) {
    throw error instanceof DomainError ? error : unreadable(input.name);
  }
}
