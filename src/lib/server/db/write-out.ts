/** Has a folder written to the disk, so that it is whole also after a power cut. */
import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

function writeOutOne(path: string, flags: 'r' | 'r+'): void {
  const file = openSync(path, flags);
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Has the names in a folder written to the disk, where the system can do that. */
export function writeOutNames(folder: string): void {
  try {
    writeOutOne(folder, 'r');
  } catch {
    // Windows opens no folder, and writes names out by itself.
  }
}

/** Has a folder with all that is in it written to the disk. */
export function writeOut(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) writeOut(path);
    else writeOutOne(path, 'r+');
  }
  writeOutNames(folder);
}
