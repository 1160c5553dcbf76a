import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { oneAtATime } from '../../../src/cli/one-at-a-time.mjs';

let root: string;
const note = () => join(root, 'build', 'at-work');
const silent = () => undefined;

beforeEach(() => void (root = mkdtempSync(join(tmpdir(), 'parallax one at a time '))));
afterEach(() => rmSync(root, { recursive: true }));

const leave = (text: string) => {
  mkdirSync(join(root, 'build'), { recursive: true });
  writeFileSync(note(), text);
};

test('of several that come at once each does its work alone, and those that wait say so', async () => {
  const said: string[] = [];
  let atOnce = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++atOnce);
    await wait(20);
    return atOnce--;
  };
  const place = { root, say: (sentence: string) => void said.push(sentence) };
  expect(await Promise.all([1, 2, 3].map(() => oneAtATime(place, work)))).toEqual([1, 1, 1]);
  expect(most).toBe(1);
  expect(said).toHaveLength(2);
  expect(said[0]).toMatch(/Another command .* waiting/);
  expect(existsSync(note())).toBe(false);
});

test('work that fails lets the next begin', async () => {
  const failing = () => Promise.reject(new Error('no space left'));
  await expect(oneAtATime({ root, say: silent }, failing)).rejects.toThrow('no space left');
  expect(await oneAtATime({ root, say: silent }, () => Promise.resolve('done'))).toBe('done');
});

test('the note of a command that is gone is no reason to wait', async () => {
  const gone = spawn(process.execPath, ['-e', '']);
  await new Promise((resolve) => gone.on('close', resolve));
  leave(`${gone.pid}\n`);
  const say = (sentence: string) => expect.unreachable(sentence);
  expect(await oneAtATime({ root, say }, () => Promise.resolve('done'))).toBe('done');
});

test('a builder that outlives the command that began it is waited for', async () => {
  const builder = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1e6)']);
  const ended = new Promise((resolve) => builder.on('close', resolve));
  const kept = await oneAtATime({ root, say: silent }, (begun) => {
    begun(builder.pid ?? 0);
    return Promise.resolve(readFileSync(note(), 'utf8'));
  });
  expect(kept).toBe(`${process.pid}\n${builder.pid}\n`);
  // As a command killed in the middle leaves it: its own process is gone, the builder is not.
  leave(`${builder.pid}\n`);
  const order: string[] = [];
  const waited = () => {
    order.push('said');
    builder.kill('SIGKILL');
  };
  const next = oneAtATime({ root, say: waited }, () => Promise.resolve(order.push('begun')));
  await Promise.all([next, ended]);
  expect(order).toEqual(['said', 'begun']);
});
