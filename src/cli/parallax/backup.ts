import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { DomainError } from '$lib/server/domain-error';
import { closeLibrary } from '$lib/server/library';
import { backupLines } from '$lib/server/library/backup';

/**
 * `parallax backup FILE`: the whole library in one file, compressed. The file gets its name once it is whole.
 *
 * @returns what to say
 * @throws DomainError when the file is there already, or the library is open in another process
 */
export async function backup(file: string): Promise<string> {
  if (existsSync(file))
    throw new DomainError('exists', `There is a file ${file} already: choose another name.`, file);
  const draft = `${file}.part`;
  let rows = 0;
  async function* lines(): AsyncGenerator<string> {
    for await (const line of backupLines()) {
      if (line.startsWith('[')) rows++;
      yield line;
    }
  }
  try {
    await pipeline(
      Readable.from(lines()),
      createGzip(),
      createWriteStream(draft, { flags: 'wx', flush: true })
    );
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
    await closeLibrary();
  }
  return `Backed up ${rows} rows of the library to ${file}.\n`;
}
