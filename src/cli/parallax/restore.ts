import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { DomainError } from '$lib/server/domain-error';
import { closeLibrary } from '$lib/server/library';
import { restoreLines } from '$lib/server/library/backup';

/**
 * `parallax restore FILE`: fills the library from a backup, with all of it or with nothing.
 *
 * @param replace whether what is in the library may be deleted first
 * @returns what to say
 * @throws DomainError when the file is no whole backup, or the library holds something and may not be replaced
 */
export async function restore(file: string, replace: boolean): Promise<string> {
  if (!existsSync(file)) throw new DomainError('not-found', `There is no file ${file}.`, file);
  async function* lines(): AsyncGenerator<string> {
    // Begun when the first line is asked for: what is wrong with the file must find somebody who listens.
    const unzipped = createGunzip();
    createReadStream(file)
      .on('error', (error) => unzipped.destroy(error))
      .pipe(unzipped);
    try {
      yield* createInterface({ input: unzipped, crlfDelay: Infinity });
    } catch {
      throw new DomainError(
        'broken-backup',
        `${file} is damaged or not whole: take another backup.`,
        file,
        422
      );
    }
  }
  try {
    const { rows } = await restoreLines(lines(), { replace });
    return `Restored ${rows} rows of the library from ${file}.\n`;
  } finally {
    await closeLibrary();
  }
}
