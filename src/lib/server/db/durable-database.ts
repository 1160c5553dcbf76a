/**
 * PGlite as a database that keeps its word: what was answered is on the disk, also after a power cut. As it comes it
 * never asks the system to write anything out, and the file system that it runs on would not pass the wish on.
 */
import { fsyncSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** The option of PostgreSQL that turns `fsync` off. */
const WITHOUT_FSYNC = '-F';
/** The only way of writing the log out that this file system passes on: it takes `fdatasync` for done at once. */
const BY_FSYNC = ['-c', 'wal_sync_method=fsync'];
/** The number of an input or output error as WebAssembly's system interface counts them. */
const EIO = 29;

type Init = Parameters<NodeFS['init']>;
type Settings = Awaited<ReturnType<NodeFS['init']>>['emscriptenOpts'];
type Prepare = NonNullable<Settings['preRun']>[number];

/** An open file or folder, as the file system below PostgreSQL knows it. */
interface OpenFile {
  readonly nfd: number;
  readonly node: { readonly mode: number };
}

/** The part of that file system that is added here; its types do not have it. */
interface FileSystems {
  readonly filesystems: {
    readonly NODEFS: { readonly stream_ops: { fsync?: (file: OpenFile) => number } };
  };
  isDir(mode: number): boolean;
}

const passFsyncOn: Prepare = (module) => {
  const { FS } = module as unknown as { readonly FS: FileSystems };
  FS.filesystems.NODEFS.stream_ops.fsync = ({ nfd, node }) => {
    try {
      fsyncSync(nfd);
      return 0;
    } catch {
      // Not every system writes folders out, and none needs it that does not. Of a file, PostgreSQL is told, and stops.
      return FS.isDir(node.mode) ? 0 : EIO;
    }
  };
};

class DurableFiles extends NodeFS {
  override async init(...[database, options]: Init): Promise<{ emscriptenOpts: Settings }> {
    const { emscriptenOpts } = await super.init(database, options);
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), passFsyncOn] } };
  }
}

/** Opens the database in a folder, or makes one there. */
export function openDurable(folder: string): Promise<PGlite> {
  const startParams = [...PGlite.defaultStartParams.filter((one) => one !== WITHOUT_FSYNC), ...BY_FSYNC];
  return PGlite.create({ fs: new DurableFiles(folder), startParams });
}
