import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findBrowser } from '../../../src/cli/browser.mjs';

const folder = mkdtempSync(join(tmpdir(), 'parallax browser '));
afterAll(() => rmSync(folder, { recursive: true }));

function program(name: string, script: string): string {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

test('the chosen browser comes first', async () => {
  const chosen = program('chosen', 'echo "Chromium 150.0"');
  expect(await findBrowser(chosen)).toBe(chosen);
});

test('a program that only asks to install a browser is none', async () => {
  const stub = program('stub', 'echo "Chromium requires the snap to be installed" >&2; exit 1');
  expect(await findBrowser(stub)).not.toBe(stub);
  expect(await findBrowser(join(folder, 'missing'))).not.toBe(join(folder, 'missing'));
});
