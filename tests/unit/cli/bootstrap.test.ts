import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ensureBuilt, ensureInstalled, matchesLock, sourceHash } from '../../../src/cli/bootstrap.mjs';

const root = mkdtempSync(join(tmpdir(), 'parallax bootstrap '));
afterAll(() => rmSync(root, { recursive: true }));

const lock = (version: string, more: object = {}) =>
  JSON.stringify({ packages: { '': {}, 'node_modules/a': { version }, ...more } });

describe('what is installed', () => {
  test('fits the lock file when every needed package is there in its version', () => {
    const optional = { 'node_modules/other-system': { version: '1.0.0', optional: true } };
    expect(matchesLock(lock('1.0.0', optional), lock('1.0.0'))).toBe(true);
    expect(matchesLock(lock('1.0.1'), lock('1.0.0'))).toBe(false);
    expect(matchesLock(lock('1.0.0', { 'node_modules/b': { version: '1.0.0' } }), lock('1.0.0'))).toBe(false);
    expect(matchesLock(lock('1.0.0'), '')).toBe(false);
  });

  test('is left alone when it fits, whoever installed it', async () => {
    mkdirSync(join(root, 'node_modules'), { recursive: true });
    writeFileSync(join(root, 'package-lock.json'), lock('1.0.0'));
    writeFileSync(join(root, 'node_modules', '.package-lock.json'), lock('1.0.0'));
    const said: string[] = [];
    const say = (sentence: string) => void said.push(sentence);
    expect(await ensureInstalled({ say, root })).toBe(false);
    expect(await ensureInstalled({ say, root })).toBe(false);
    expect(said).toEqual([]);
  });
});

describe('what is built', () => {
  test('is stale as soon as a source differs, is added or is renamed', () => {
    mkdirSync(join(root, 'src'), { recursive: true });
    writeFileSync(join(root, 'src', 'a.ts'), '1');
    const first = sourceHash(root, ['src', 'static']);
    expect(sourceHash(root, ['src', 'static'])).toBe(first);
    writeFileSync(join(root, 'src', 'a.ts'), '2');
    const second = sourceHash(root, ['src', 'static']);
    writeFileSync(join(root, 'src', 'b.ts'), '');
    expect(new Set([first, second, sourceHash(root, ['src', 'static'])]).size).toBe(3);
  });

  test('is left alone when its sources are those it was built from', async () => {
    mkdirSync(join(root, 'build', 'engine'), { recursive: true });
    writeFileSync(join(root, 'build', 'engine', 'parallax.js'), '');
    writeFileSync(join(root, 'build', 'engine.stamp'), sourceHash(root, ['src']));
    const say = (sentence: string) => expect.unreachable(sentence);
    expect(await ensureBuilt('engine', { say, root })).toBe(false);
  });
});
