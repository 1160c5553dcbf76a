import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import {
  checkNode,
  CommandError,
  ensureBuilt,
  ensureInstalled,
  matchesLock,
  run,
  sourceHash
} from '../../../src/cli/bootstrap.mjs';
import {
  isLoopback,
  listen,
  namesThisComputer,
  reachable,
  readPort,
  serve
} from '../../../src/cli/serve.mjs';

const root = mkdtempSync(join(tmpdir(), 'parallax bootstrap '));
afterAll(() => rmSync(root, { recursive: true }));

const lock = (version: string, more: object = {}) =>
  JSON.stringify({ packages: { '': {}, 'node_modules/a': { version }, ...more } });

test.each([
  ['18.20.0', false],
  ['20.18.3', false],
  ['20.19.0', true],
  ['22.0.0', true]
])('Node %s: %s', (version, enough) => {
  if (enough) expect(() => checkNode(version)).not.toThrow();
  else expect(() => checkNode(version)).toThrow(CommandError);
});

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

describe('a program', () => {
  test('hands over its exit code, and one that is not there has its own', async () => {
    expect((await run(process.execPath, ['-e', 'process.exit(3)'], { quiet: true })).code).toBe(3);
    expect((await run('/no/such/program', [], { quiet: true })).code).toBe(127);
  });

  test('that hangs is ended, and its children with it', async () => {
    const spawner = "require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => 0, 1e6)']);";
    const endless = `${spawner} setInterval(() => 0, 1e6);`;
    const { timedOut } = await run(process.execPath, ['-e', endless], { quiet: true, limit: 500 });
    // The pipe of the children is closed as well, or this would not have come to an end.
    expect(timedOut).toBe(true);
  });
});

describe('the port', () => {
  test('that is taken gives way to the next, and says so', async () => {
    const host = '127.0.0.1';
    const said: string[] = [];
    const say = (sentence: string) => void said.push(sentence);
    const [first, second] = [createServer(), createServer()];
    const port = await listen(first, { host, port: 0, strict: false, say });
    const next = await listen(second, { host, port, strict: false, say });
    expect(next).toBeGreaterThan(port);
    expect(said[0]).toBe(`Port ${port} is taken, trying ${port + 1}.`);
    await expect(listen(createServer(), { host, port, strict: true, say })).rejects.toThrow(CommandError);
    first.close();
    second.close();
  });

  test.each(['', 'abc', '-1', '65536', '4173.5'])('"%s" is refused', (text) => {
    expect(() => readPort(text)).toThrow(CommandError);
  });
});

test.each([
  ['127.0.0.1', '127.0.0.1'],
  ['0.0.0.0', 'localhost'],
  ['::1', '[::1]']
])('a browser reaches %s at %s', (host, name) => expect(reachable(host)).toBe(name));

test.each([
  ['localhost', true],
  ['127.0.0.1', true],
  ['127.9.9.9', true],
  ['::1', true],
  ['[::1]', true],
  ['0.0.0.0', false],
  ['::', false],
  ['192.168.0.7', false],
  ['127.0.0.1.example.org', false],
  ['localhost.example.org', false]
])('%s is this computer alone: %s', (host, expected) => expect(isLoopback(host)).toBe(expected));

test.each([
  ['localhost:4173', true],
  ['127.0.0.1:4173', true],
  ['[::1]:4173', true],
  ['localhost', true],
  ['rebound.example.org:4173', false],
  ['', false],
  [undefined, false]
])('a request to the host %s is answered: %s', (header, expected) =>
  expect(namesThisComputer(header)).toBe(expected)
);

test('other computers are let in only when that is said', async () => {
  const say = (sentence: string) => expect.unreachable(sentence);
  await expect(serve({ host: '0.0.0.0', port: 0, say })).rejects.toThrow(/no log-in.*--open-to-network/);
});
