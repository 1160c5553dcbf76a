/**
 * Keeps a second process off an embedded database, which two processes at once would destroy.
 *
 * The lock is a file that names its process. It is made whole in one step (a hard link), so that nobody reads half
 * of it; a lock whose process is gone, or whose number another process has by now, is taken away.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError } from '../domain-error';

const NAME = 'parallax.lock';
/** How often a lock that somebody else takes away or makes meanwhile is looked at again. */
const TRIES = 5;

interface Holder {
  readonly pid: number;
  /** When the process began, as the system tells it; null where it does not. */
  readonly began: string | null;
  /** Of this one lock. */
  readonly token: string;
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** What tells a process from a later one of the same number: the boot and the tick it began at (Linux). */
function beganAt(pid: number): string | null {
  const stat = readIfThere(`/proc/${pid}/stat`);
  const boot = readIfThere('/proc/sys/kernel/random/boot_id');
  // The name of the program, in brackets, may hold spaces; the start is the twentieth field after it.
  const tick = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  return tick === undefined || boot === null ? null : `${boot.trim()}:${tick}`;
}

function isAlive({ pid, began }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // A process of another user is alive, and may not be signalled.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return began === null || beganAt(pid) === began;
}

/** Whether a file was moved; false where it is gone. */
function moved(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

/** Gives a lock its name again, unless there is another by now. */
function putBack(away: string, file: string): void {
  try {
    linkSync(away, file);
  } catch {
    // Whoever made the other one holds the folder; the one moved away says so too late.
  } finally {
    rmSync(away, { force: true });
  }
}

function parseHolder(text: string): Holder | null {
  try {
    const value: unknown = JSON.parse(text);
    if (value === null || typeof value !== 'object') return null;
    const { pid, began, token } = value as Partial<Record<keyof Holder, unknown>>;
    if (typeof pid !== 'number' || !Number.isInteger(pid) || pid < 1) return null;
    return {
      pid,
      began: typeof began === 'string' ? began : null,
      token: typeof token === 'string' ? token : ''
    };
  } catch {
    return null;
  }
}

/** Tokens of the locks that this process holds: a lock of its own number that is not among them is left over. */
const own = new Set<string>();

function inUse(folder: string, holder: Holder | null): DomainError {
  const who = holder === null ? 'another process' : `the process ${holder.pid}`;
  return new DomainError(
    'library-in-use',
    `The library in ${folder} is open in ${who}: stop that one first, or name another folder with PARALLAX_DATA.`,
    folder,
    503
  );
}

/**
 * Takes the lock of a folder, which is made when it is not there.
 *
 * @returns what gives the lock back
 * @throws DomainError 503 naming the process that has it
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, NAME);
  const mine: Holder = { pid: process.pid, began: beganAt(process.pid), token: randomUUID() };
  const draft = `${file}.${mine.token}`;
  writeFileSync(draft, JSON.stringify(mine), { flag: 'wx' });
  try {
    for (let tries = 0; tries < TRIES; tries++) {
      try {
        linkSync(draft, file);
        own.add(mine.token);
        return () => {
          own.delete(mine.token);
          if (parseHolder(readIfThere(file) ?? '')?.token === mine.token) rmSync(file, { force: true });
        };
      } catch (error) {
        if (!existsSync(file)) {
          if (error instanceof Error && 'code' in error && error.code === 'EEXIST') continue;
          throw error;
        }
      }
      const text = readIfThere(file);
      if (text === null) continue;
      const holder = parseHolder(text);
      const left =
        holder === null || (holder.pid === process.pid ? !own.has(holder.token) : !isAlive(holder));
      if (!left) throw inUse(folder, holder);
      // Moved away rather than removed: should another process have put its own there meanwhile, it goes back.
      const away = `${draft}.old`;
      // Where its process took it away itself meanwhile, as one does that is just ending, there is none any more.
      if (!moved(file, away)) continue;
      if (readIfThere(away) !== text) {
        putBack(away, file);
        throw inUse(folder, null);
      }
      rmSync(away, { force: true });
    }
    throw inUse(folder, null);
  } finally {
    rmSync(draft, { force: true });
  }
}
