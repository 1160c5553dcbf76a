// Two commands that install or build in one folder at once would leave halves of both: pages of one build, a
// server of the other. Plain Node, for it is needed before anything is installed.
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** How often it is looked whether the other has ended, in milliseconds. */
const LOOK_EVERY = 250;
/** So long may a note be empty: it is made first, and written then. */
const JUST_MADE = 2_000;
/** Older than this, a note was left by a machine that went down, and its numbers are those of others by now. */
const STALE_AFTER = 30 * 60_000;

/** @param {string} file @returns {string} nothing when it is not there */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user is alive, and may not be signalled.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Whether a process of the note is still at work: a command that was killed may have left the builder it started.
 * @param {string} file @param {string} note
 */
function isAtWork(file, note) {
  const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  if (note === '') return age < JUST_MADE;
  const named = note.split('\n').map(Number);
  return age < STALE_AFTER && named.some((pid) => pid > 0 && isAlive(pid));
}

/** @param {string} file @param {string} note @returns {boolean} false where another was quicker */
function take(file, note) {
  try {
    writeFileSync(file, note, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Does the work when no other process does its own in the same folder; waits for it until then.
 *
 * @template T
 * @param {{ root: string, say: (sentence: string) => void }} place the project's folder
 * @param {(joined: (pid: number) => void) => Promise<T>} work told how to name a process it starts, which may
 *   outlive this one
 * @returns {Promise<T>} what the work gives
 */
export async function oneAtATime({ root, say }, work) {
  const file = join(root, 'build', 'at-work');
  mkdirSync(dirname(file), { recursive: true });
  let told = false;
  while (!take(file, `${process.pid}\n`)) {
    const note = read(file);
    if (!isAtWork(file, note) && note === read(file)) {
      // Moved away in one step: of two that wait, only one finds it there.
      const away = `${file}.${process.pid}`;
      try {
        renameSync(file, away);
        rmSync(away, { force: true });
      } catch {
        // The other one was quicker.
      }
      continue;
    }
    if (!told) say('Another command installs or builds here at this moment; waiting until it is done …');
    told = true;
    await wait(LOOK_EVERY);
  }
  let note = `${process.pid}\n`;
  try {
    return await work((pid) => {
      note += `${pid}\n`;
      writeFileSync(file, note);
    });
  } finally {
    rmSync(file, { force: true });
  }
}
