/** ZIP archives, read with limits: nothing is unpacked to disk, and nothing is believed that they say of themselves. */
import { promisify } from 'node:util';
import { fromBuffer, type Entry, type Options, type ZipFile } from 'yauzl';
import { DomainError } from '../domain-error';
import { importError } from './import-error';
import { LIMITS, sizeText } from './limits';

export interface ArchiveLimits {
  readonly members: number;
  /** Bytes of one member and of all, unpacked. */
  readonly member: number;
  readonly unpacked: number;
}

export interface Member {
  readonly path: string;
  /** As the archive states it; reading checks it. */
  readonly size: number;
  read(): Promise<Uint8Array>;
}

const openBuffer = promisify<Buffer, Options, ZipFile>(fromBuffer);
const UNIX_LINK = 0o120000;
const UNIX_TYPE = 0o170000;

const broken = (name: string): DomainError =>
  importError('broken', `${name} is broken as a ZIP archive: pack it again, and try again.`);

function bomb(name: string, member: string): DomainError {
  return importError(
    'archive-bomb',
    `${name} is refused: "${member}" unpacks to far more than documents do. Unpack the archive and add the files you want.`
  );
}

/** A path that would lead out of the folder it is unpacked in has no honest reason. */
function checkPath(name: string, path: string): void {
  const tricky =
    path === '' ||
    path.length > 1_000 ||
    /^[/\\]|^[A-Za-z]:|\p{Cc}/u.test(path) ||
    path.split('/').some((part) => part === '..');
  if (!tricky) return;
  throw importError(
    'archive-path',
    `${name} is refused: it holds a file whose path leads out of the archive. Unpack it and add the files you want.`
  );
}

function checkEntry(name: string, entry: Entry, limits: ArchiveLimits): void {
  checkPath(name, entry.fileName);
  if (entry.isEncrypted()) {
    throw importError('encrypted', `${name} is locked with a password: pack it without one, and try again.`);
  }
  if (((entry.externalFileAttributes >>> 16) & UNIX_TYPE) === UNIX_LINK) {
    throw importError(
      'archive-path',
      `${name} is refused: "${entry.fileName}" is a link. Pack the files themselves.`
    );
  }
  if (entry.uncompressedSize > limits.member) {
    throw importError(
      'too-large',
      `"${entry.fileName}" in ${name} has ${sizeText(entry.uncompressedSize)} unpacked, and ${sizeText(limits.member)} are possible.`,
      413
    );
  }
  const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
  if (entry.uncompressedSize > LIMITS.ratioFrom && ratio > LIMITS.ratio) throw bomb(name, entry.fileName);
}

/** Two members on the same bytes of the archive are how small archives unpack to enormous ones. */
function checkOverlap(name: string, entries: readonly Entry[]): void {
  const places = entries
    .filter(({ compressedSize }) => compressedSize > 0)
    .map(({ relativeOffsetOfLocalHeader: start, compressedSize, fileName }) => ({
      start,
      end: start + compressedSize,
      fileName
    }))
    .sort((a, b) => a.start - b.start);
  places.forEach(({ start, fileName }, index) => {
    if (index > 0 && start < places[index - 1]!.end) throw bomb(name, fileName);
  });
}

async function unpack(name: string, zip: ZipFile, entry: Entry, limit: number): Promise<Uint8Array> {
  const open = promisify<Entry, NodeJS.ReadableStream>(zip.openReadStream.bind(zip));
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of await open(entry)) {
      size += (chunk as Buffer).length;
      if (size > limit) throw bomb(name, entry.fileName);
      chunks.push(chunk as Buffer);
    }
  } catch (error) {
    throw error instanceof DomainError ? error : broken(name);
  }
  return Buffer.concat(chunks, size);
}

/**
 * Lists the files of an archive and checks every one before any is unpacked.
 *
 * @throws DomainError when the archive is broken, locked, too large, or built to do harm
 */
export async function openArchive(bytes: Uint8Array, name: string, limits: ArchiveLimits): Promise<Member[]> {
  let zip: ZipFile;
  const entries: Entry[] = [];
  try {
    zip = await openBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
      autoClose: false,
      // Old tools of Windows write folders with backslashes: read as slashes, then checked like any other path.
      strictFileNames: false,
      validateEntrySizes: true
    });
  } catch {
    throw broken(name);
  }
  if (zip.entryCount > limits.members) {
    throw importError(
      'too-large',
      `${name} holds ${zip.entryCount} files, and ${limits.members} are possible: pack fewer.`,
      413
    );
  }
  let total = 0;
  await new Promise<void>((resolve, reject) => {
    zip.on('error', (error: Error) => {
      // What yauzl finds in names it says in words of its own.
      const path = /relative path|absolute path|invalid characters in fileName/i.test(error.message);
      reject(
        path
          ? importError(
              'archive-path',
              `${name} is refused: it holds a file whose path leads out of the archive. Unpack it and add the files you want.`
            )
          : broken(name)
      );
    });
    zip.on('end', resolve);
    zip.on('entry', (entry: Entry) => {
      try {
        checkEntry(name, entry, limits);
        total += entry.uncompressedSize;
        if (total > limits.unpacked) {
          throw importError(
            'too-large',
            `${name} unpacks to more than ${sizeText(limits.unpacked)}: pack fewer files.`,
            413
          );
        }
        entries.push(entry);
        zip.readEntry();
      } catch (error) {
        reject(error instanceof Error ? error : broken(name));
      }
    });
    zip.readEntry();
  });
  checkOverlap(name, entries);
  return entries
    .filter(({ fileName }) => !fileName.endsWith('/'))
    .map((entry) => ({
      path: entry.fileName,
      size: entry.uncompressedSize,
      read: () => unpack(name, zip, entry, limits.member)
    }));
}
