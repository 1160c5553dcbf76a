import { existsSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { DomainError } from '$lib/server/domain-error';
import { closeLibrary } from '$lib/server/library';
import { backupLines } from '$lib/server/library/backup';

/** Whether the system refused something, such as room on the disk. */
function isOfSystem(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}

function notWritable(file: string, error: unknown): DomainError {
  const why = isOfSystem(error) ? error.code : String(error);
  return new DomainError(
    'not-writable',
    `${file} cannot be written (${why}): name a folder that is there, that you may write to, and that has room.`,
    file
  );
}

/**
 * `parallax backup FILE`: the whole library in one file, compressed. The file gets its name once it is whole.
 *
 * @returns what to say
 * @throws DomainError when the file is there already or cannot be written, or the library is open in another process
 */
export async function backup(file: string): Promise<string> {
  if (existsSync(file))
    throw new DomainError('exists', `There is a file ${file} already: choose another name.`, file);
  // Of this process alone: what one left behind that was ended does not stop the next.
  const draft = `${file}.${process.pid}.part`;
  const source = backupLines();
  let rows = 0;
  try {
    // The library is opened before there is a file: where it cannot be, nothing is left behind.
    const first = await source.next();
    const target = await open(draft, 'w').catch((error: unknown) => {
      throw notWritable(file, error);
    });
    async function* lines(): AsyncGenerator<string> {
      if (!first.done) yield first.value;
      for await (const line of source) {
        if (line.startsWith('[')) rows++;
        yield line;
      }
    }
    await pipeline(Readable.from(lines()), createGzip(), target.createWriteStream({ flush: true })).catch(
      (error: unknown) => {
        throw isOfSystem(error) ? notWritable(file, error) : error;
      }
    );
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
    // Where it was not read to its end, it still holds the library.
    await source.return(undefined);
    await closeLibrary();
  }
  return `Backed up ${rows} rows of the library to ${file}.\n`;
}
