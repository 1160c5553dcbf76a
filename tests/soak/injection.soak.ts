import { chromium, type Browser, type Page } from '@playwright/test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EXPORT_FILES } from '$lib/server/library';
import { BROWSER_ARGS, findBrowser } from '../../src/cli/browser.mjs';
import { SCRIPT_INJECTIONS } from '../fixtures/import/script-injections';
import { collectionOf, saveText } from './library-client';
import { startServer, type RunningServer } from './server';

const data = mkdtempSync(join(tmpdir(), 'parallax-injection-'));
let server: RunningServer;
let browser: Browser;
let collection = '';

beforeAll(async () => {
  server = await startServer(data);
  const executablePath = (await findBrowser()) ?? undefined;
  browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: BROWSER_ARGS });
  let target: { id: string } | { newTitle: string } = { newTitle: SCRIPT_INJECTIONS[0] ?? '' };
  for (const [n, injection] of SCRIPT_INJECTIONS.entries()) {
    const text = `The mayor of ${n + 2} towns said that ${injection} was built in 2004. Critics called ${injection} a disaster, and 40 people left.`;
    const told = { title: injection, author: injection, publisher: injection };
    const saved = await saveText(server.address, target, `text-${n}.txt`, text, told);
    target = { id: saved.collection };
    collection = saved.collection;
  }
  const change = { kind: 'add', claim: { statement: `The mayor built ${SCRIPT_INJECTIONS[0]} in 2004.` } };
  const answer = await fetch(`${server.address}/api/v1/collections/${collection}/contested`, {
    method: 'POST',
    body: JSON.stringify({ change })
  });
  expect(answer.status).toBe(200);
});
afterAll(async () => {
  await browser.close();
  await server.stop('SIGTERM');
  rmSync(data, { recursive: true, force: true });
});

/** What a page did that it must not: ran a text, opened a dialogue, or asked another site. */
async function misdeeds(address: string): Promise<string[]> {
  const page: Page = await browser.newPage();
  const found: string[] = [];
  page.on('dialog', (dialog) => {
    found.push(`dialogue on ${address}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const url = request.url();
    if (/^https?:/.test(url) && !url.startsWith(server.address)) found.push(`${address} asked ${url}`);
  });
  const response = await page.goto(address, { waitUntil: 'load' });
  if (response && response.status() >= 400) found.push(`${address} answered ${response.status()}`);
  await page.mouse.move(300, 300);
  await page.waitForTimeout(300);
  if (await page.evaluate(() => 'ran' in globalThis)) found.push(`a text ran on ${address}`);
  await page.close();
  return found;
}

test(`${SCRIPT_INJECTIONS.length} texts that try to run, on every page`, async () => {
  const base = `${server.address}/collections/${collection}`;
  const { documents } = await collectionOf(server.address, collection);
  expect(documents).toHaveLength(SCRIPT_INJECTIONS.length);
  const [a, b, c] = documents.map(({ id }) => id);
  const addresses = [
    `${server.address}/`,
    `${server.address}/?q=${encodeURIComponent('<script>window.ran=1</script>')}`,
    `${server.address}/library/${collection}`,
    ...['', '/claims', '/figures', '/contested', '/report', `/compare?documents=${a},${b},${c}`].map(
      (path) => base + path
    ),
    ...documents.map(({ id }) => `${base}/documents/${id}`)
  ];
  const found: string[] = [];
  for (const address of addresses) found.push(...(await misdeeds(address)));
  process.stdout.write(
    `injection: ${SCRIPT_INJECTIONS.length} texts, ${addresses.length} pages, ${found.length} misdeeds\n`
  );
  expect(found).toEqual([]);
});

test('and in every export', async () => {
  const found: string[] = [];
  for (const file of [...EXPORT_FILES, 'report.html']) {
    const answer = await fetch(`${server.address}/api/v1/collections/${collection}/exports/${file}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const body = await answer.text();
    if (file.endsWith('.csv') && /(^|,)"?[=@+]/m.test(body)) found.push(`a formula in ${file}`);
    if (!file.endsWith('.html')) continue;
    const saved = join(data, file);
    writeFileSync(saved, body);
    found.push(...(await misdeeds(pathToFileURL(saved).href)));
  }
  process.stdout.write(`injection: ${EXPORT_FILES.length + 1} exports, ${found.length} misdeeds\n`);
  expect(found).toEqual([]);
});
