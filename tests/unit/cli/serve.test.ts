import { createServer } from 'node:http';
import { describe, expect, test } from 'vitest';
import { CommandError } from '../../../src/cli/command.mjs';
import {
  isLoopback,
  listen,
  namesThisComputer,
  reachable,
  readPort,
  serve
} from '../../../src/cli/serve.mjs';

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
