import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { lockFolder } from '$lib/server/db/folder-lock';

let folder = '';
const made: string[] = [];
beforeEach(() => void made.push((folder = mkdtempSync(join(tmpdir(), 'parallax-lock-')))));
afterAll(() => made.forEach((name) => rmSync(name, { recursive: true, force: true })));

const file = () => join(folder, 'parallax.lock');

test('a folder that is open is refused, naming the process, until it is given back', () => {
  const unlock = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(`the process ${process.pid}`);
  unlock();
  lockFolder(folder)();
  expect(readdirSync(folder)).toEqual([]);
});

test('a lock of a live process is respected, and stays', () => {
  // The parent of this process is alive.
  const lock = JSON.stringify({ pid: process.ppid, began: null, token: 'other' });
  writeFileSync(file(), lock);
  expect(() => lockFolder(folder)).toThrow(`the process ${process.ppid}`);
  expect(readFileSync(file(), 'utf8')).toBe(lock);
});

const ended = spawnSync(process.execPath, ['--version']).pid;

test.each([
  ['of a process that has ended', { pid: ended, began: null, token: 'old' }],
  ['of an earlier process of the same number', { pid: process.ppid, began: 'earlier-boot:1', token: 'old' }],
  ['left over by an earlier process of our own number', { pid: process.pid, began: null, token: 'old' }]
])('a lock %s is taken over', (name, holder) => {
  if (name.includes('same number') && !existsSync('/proc/self/stat')) return;
  writeFileSync(file(), JSON.stringify(holder));
  lockFolder(folder)();
  expect(readdirSync(folder)).toEqual([]);
});

test('a lock that was cut off in the middle is taken over', () => {
  writeFileSync(file(), '{"pid":');
  lockFolder(folder)();
  expect(readdirSync(folder)).toEqual([]);
});

/** What happens when it is looked at whether a process is there: `meanwhile`, and then the error of that code. */
function lookingAtProcess(code: string, meanwhile: () => void = () => undefined) {
  return vi.spyOn(process, 'kill').mockImplementation(() => {
    meanwhile();
    throw Object.assign(new Error(code), { code });
  });
}

test('a lock of a process of another user, which may not be asked whether it is there, is respected', () => {
  writeFileSync(file(), JSON.stringify({ pid: process.ppid, began: null, token: 'theirs' }));
  const kill = lookingAtProcess('EPERM');
  try {
    expect(() => lockFolder(folder)).toThrow(`the process ${process.ppid}`);
  } finally {
    kill.mockRestore();
  }
  expect(readdirSync(folder)).toEqual(['parallax.lock']);
});

test('a lock that another process takes over first is that one’s', () => {
  writeFileSync(file(), JSON.stringify({ pid: ended, began: null, token: 'left' }));
  const theirs = JSON.stringify({ pid: process.ppid, began: null, token: 'theirs' });
  const kill = lookingAtProcess('ESRCH', () => writeFileSync(file(), theirs));
  try {
    expect(() => lockFolder(folder)).toThrow('is open in another process');
  } finally {
    kill.mockRestore();
  }
  expect(readFileSync(file(), 'utf8')).toBe(theirs);
  expect(readdirSync(folder)).toEqual(['parallax.lock']);
});

test('a lock that its process takes away while it is being looked at is no obstacle', () => {
  writeFileSync(file(), JSON.stringify({ pid: process.ppid, began: null, token: 'ending' }));
  const kill = vi.spyOn(process, 'kill').mockImplementation(() => {
    // As a server that is just ending: its lock is gone, and by now so is the process.
    rmSync(file(), { force: true });
    throw Object.assign(new Error('no such process'), { code: 'ESRCH' });
  });
  try {
    lockFolder(folder)();
  } finally {
    kill.mockRestore();
  }
  expect(readdirSync(folder)).toEqual([]);
});
