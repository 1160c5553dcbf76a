import autocannon from 'autocannon';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setting } from './random';
import { startServer, type RunningServer } from './server';

const SECONDS = setting('SOAK_LOAD_SECONDS', 60);
const CONNECTIONS = 50;
/** The least that this server can answer, a page that shows no data, and what is read most. */
const PATHS = [
  '/healthz',
  '/your-texts',
  '/collections/russia-nato',
  '/api/v1/collections/russia-nato/audit'
];

const data = mkdtempSync(join(tmpdir(), 'parallax-load-'));
let server: RunningServer;
beforeAll(async () => {
  server = await startServer(data);
});
afterAll(async () => {
  await server.stop('SIGTERM');
  rmSync(data, { recursive: true, force: true });
});

test(`${CONNECTIONS} connections for ${SECONDS} seconds each`, async () => {
  const rates = new Map<string, number>();
  for (const path of PATHS) {
    const url = `${server.address}${path}`;
    const headers = { 'accept-encoding': 'gzip, br' };
    await (await fetch(url, { headers })).arrayBuffer();
    const result = await autocannon({ url, headers, connections: CONNECTIONS, duration: SECONDS });
    const { requests, latency, errors, timeouts, non2xx } = result;
    const figures = [
      `${Math.round(requests.average)} requests a second`,
      `p50 ${latency.p50} ms, p99 ${latency.p99} ms`,
      `${errors + timeouts + non2xx} errors`
    ];
    process.stdout.write(`load: ${path}: ${figures.join(', ')}\n`);
    expect(errors + timeouts + non2xx).toBe(0);
    rates.set(path, requests.average);
  }
  const [least = NaN, empty = NaN, overview = 0] = PATHS.map((path) => rates.get(path) ?? 0);
  process.stdout.write(
    `load: the overview at ${(overview / empty).toFixed(2)} of the rate of a page without data, ${(overview / least).toFixed(2)} of the rate of the shortest answer\n`
  );
  expect(overview).toBeGreaterThan(empty / 3);
});
