/** What is said where the folder of an embedded library cannot be worked with. */
import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { DomainError } from '../domain-error';
import { log } from '../log';
import { databaseLost } from './embedded-stream';

/** What the system says by a code, in words. */
const WHY: Readonly<Record<string, string>> = {
  EACCES: 'it belongs to another user',
  EDQUOT: 'there is no room left for it',
  ENOSPC: 'the disk is full',
  EPERM: 'it belongs to another user',
  EROFS: 'it can only be read'
};
/** Less than this, in bytes, is too little for a database to begin with. */
const ROOM = 32 * 1024 ** 2;

function notWritable(folder: string, code: string): DomainError {
  return new DomainError(
    'not-writable',
    `Nothing can be kept: the folder ${folder} cannot be written to (${WHY[code] ?? code}). What is in it stays as it is. Mend that, or name another folder with PARALLAX_DATA.`,
    folder,
    503
  );
}

/** The code of what the system refused; null of any other error. From a thread comes no more than the message. */
function codeIn(error: unknown): string | null {
  const message = error instanceof Error ? error.message : String(error);
  return /^(E[A-Z]{3,}): /.exec(message)?.[1] ?? null;
}

/** Of a folder that cannot be written to; any other error is itself. */
export function asNotWritable(folder: string, error: unknown): unknown {
  const code = codeIn(error);
  return code === null ? error : notWritable(folder, code);
}

/**
 * What whoever was waiting is told when a database is gone; the next use opens it again.
 *
 * @param folder of the database, within that of the library
 * @param reason as its thread said it; null when that said nothing
 */
export function databaseGone(folder: string, reason: string | null): DomainError {
  const code = reason === null ? null : codeIn(reason);
  return code === null ? databaseLost() : notWritable(dirname(folder), code);
}

function isFull(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < ROOM;
  } catch {
    return false;
  }
}

/**
 * Why a database that is there could not be opened.
 *
 * @param folder of the database, within that of the library
 * @param reason as it was said by what tried
 */
export function cannotOpen(folder: string, reason: string): DomainError {
  const data = dirname(folder);
  log().error({ reason }, 'the database could not be opened');
  const code = isFull(data) ? 'ENOSPC' : codeIn(reason);
  if (code !== null) return notWritable(data, code);
  return new DomainError(
    'damaged-library',
    `The library in ${data} cannot be opened: its files are damaged. They are left as they are. Keep the folder, name a new one with PARALLAX_DATA, and fill that from a backup with "parallax restore".`,
    data,
    500
  );
}
