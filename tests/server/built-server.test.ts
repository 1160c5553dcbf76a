import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** `npm test` builds before it tests; without a build there is nothing to ask. */
const built = existsSync('build/server/handler.js');

const SERVE = `
import { serve } from './src/cli/serve.mjs';
const { address } = await serve({ host: '127.0.0.1', port: 0, say: () => undefined });
console.log(address);`;

let child: ChildProcess;
let address = '';

beforeAll(async () => {
  if (!built) return;
  child = spawn(process.execPath, ['--input-type=module', '--eval', SERVE], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', ORIGIN: undefined, BODY_SIZE_LIMIT: undefined }
  });
  address = await new Promise((resolve, reject) => {
    child.stdout?.once('data', (line) => resolve(String(line).trim()));
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
});
afterAll(() => void child?.kill());

function post(body: string, type = 'application/json'): Promise<Response> {
  return fetch(`${address}/api/v1/audit`, { method: 'POST', body, headers: { 'content-type': type } });
}

const request = JSON.stringify({
  documents: [
    { id: 'a', text: 'The bridge may open on Monday, the mayor said.' },
    { id: 'b', text: 'Critics say the mayor wasted $5 million on the bridge.' }
  ]
});

/** What a server says that is started with settings of its own, and where it listens if it does. */
async function startedWith(settings: Record<string, string>): Promise<{ said: string; code: number | null }> {
  const alone = `
import { command } from './src/cli/command.mjs';
import { serve } from './src/cli/serve.mjs';
const say = (sentence) => void process.stderr.write(sentence + '\\n');
await command(async () => say((await serve({ host: '127.0.0.1', port: 0, alone: true, say })).address));
process.exit();`;
  const starting = spawn(process.execPath, ['--input-type=module', '--eval', alone], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', ...settings }
  });
  let said = '';
  starting.stderr.on('data', (part) => (said += String(part)));
  const code = await new Promise<number | null>((resolve) => starting.once('close', resolve));
  return { said, code };
}

describe.skipIf(!built)('a server that cannot work', () => {
  test.each([
    ['a setting', { PARALLAX_RATE_LIMIT: 'abc' }, /^PARALLAX_RATE_LIMIT is "abc": .*\.\n$/],
    [
      'a database that is not there',
      { DATABASE_URL: 'postgres://a:secret@127.0.0.1:1/none' },
      /^The database server that DATABASE_URL names does not answer \(.*\.\n$/
    ]
  ])('says why in one sentence and does not listen: %s', async (_name, settings, sentence) => {
    const { said, code } = await startedWith(settings);
    expect(said).toMatch(sentence);
    expect(said).not.toContain('secret');
    expect(code).toBe(1);
  });

  test('says at its start that nothing can be kept, and serves all the same', async () => {
    const { said, code } = await startedWith({ PARALLAX_DATA: join(process.cwd(), 'package.json', 'data') });
    expect(said).toMatch(/^Nothing can be kept: .*PARALLAX_DATA\.\nhttp:\S+\n$/);
    expect(code).toBe(0);
  });

  test('whose library is damaged says so on the pages that need it, and shows the others', async () => {
    const data = mkdtempSync(join(tmpdir(), 'parallax-damaged-'));
    mkdirSync(join(data, 'db', 'base'), { recursive: true });
    writeFileSync(join(data, 'db', 'base', '1'), 'what is left of a database');
    const lost = spawn(process.execPath, ['--input-type=module', '--eval', SERVE], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, NODE_ENV: 'production', ORIGIN: undefined, PARALLAX_DATA: data }
    });
    const at = await new Promise<string>((resolve) =>
      lost.stdout.once('data', (line) => resolve(String(line).trim()))
    );
    const page = await fetch(`${at}/`);
    const body = await page.text();
    const methods = await fetch(`${at}/methods`);
    lost.kill();
    await once(lost, 'exit');
    rmSync(data, { recursive: true });
    expect(page.status).toBe(500);
    expect(body).toContain('its files are damaged');
    expect(body).toContain('aria-label="Main"');
    expect(methods.status).toBe(200);
  });
});

describe.skipIf(!built)('the built server', () => {
  test('audits, the same bytes twice', async () => {
    const first = await post(request);
    expect(first.status).toBe(200);
    const text = await first.text();
    expect(await (await post(request)).text()).toBe(text);
  });

  test('takes more than the half megabyte that the adapter would cut off', async () => {
    const text = 'The bridge opened on Monday. '.repeat(25_000);
    const response = await post(
      `${JSON.stringify({ documents: [{ id: 'a', text }] })}${' '.repeat(600_000)}`
    );
    expect(response.status).toBe(200);
  });

  test.each([
    ['20 MB', `"${'x'.repeat(2e7)}"`, 'application/json', 413],
    ['not JSON, labelled as a form', 'hello', 'text/plain', 400],
    ['not JSON', 'hello', 'application/json', 400]
  ])('%s is refused in the error shape', async (_name, body, type, status) => {
    const response = await post(body, type);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { code: expect.any(String), path: null } });
  });

  test.each([
    ['/api/v1/metrics', 'application/json; charset=utf-8', /^\{"error":\{"code":"other-host",.*\}\n$/],
    ['/methods', 'text/plain; charset=utf-8', /^This server answers to .*\.$/]
  ])('%s is not answered under the name of another host', async (path, type, said) => {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      get(`${address}${path}`, { headers: { host: 'rebound.example.org' } }, resolve).on('error', reject);
    });
    let body = '';
    for await (const part of answer) body += String(part);
    expect({ status: answer.statusCode, type: answer.headers['content-type'] }).toEqual({
      status: 421,
      type
    });
    expect(body).toMatch(said);
  });

  test('sends pages with their security headers', async () => {
    const response = await fetch(`${address}/methods`);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  });
});
