import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
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
      JSON.stringify({ documents: [{ id: 'a', text }], padding: 'x'.repeat(600_000) })
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

  test('sends pages with their security headers', async () => {
    const response = await fetch(`${address}/methods`);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  });
});
