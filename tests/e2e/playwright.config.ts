import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, devices } from '@playwright/test';
import { BROWSER_ARGS, findBrowser } from '../../src/cli/browser.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const port = Number(process.env.PARALLAX_E2E_PORT ?? 4180);
const baseURL = `http://127.0.0.1:${port}`;
const executablePath = (await findBrowser()) ?? undefined;

export default defineConfig({
  testDir: '.',
  outputDir: join(root, 'test-results', 'e2e'),
  // One set of pictures for every computer: they are drawn without fonts.
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  fullyParallel: true,
  // One more than there are processors: tests wait for pages more than they work.
  workers: 3,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    ...devices['Desktop Chrome'],
    baseURL,
    locale: 'en-GB',
    timezoneId: 'UTC',
    trace: 'off',
    launchOptions: { executablePath, args: BROWSER_ARGS }
  },
  // Changes to the registry show on every page of the collection: they are made when all else was looked at.
  projects: [
    { name: 'pages', testIgnore: '**/contested.spec.ts' },
    { name: 'registry', testMatch: '**/contested.spec.ts', dependencies: ['pages'] }
  ],
  // What is tested is what `npm start` serves.
  webServer: {
    command: `"${process.execPath}" src/cli/start.mjs --port ${port} --strict-port`,
    cwd: root,
    // Changes made in a test are kept apart from a reader's own.
    env: {
      PARALLAX_DATA: join(root, 'test-results', 'data'),
      // Pages are imported from a server of the test, which is not on the public internet.
      PARALLAX_IMPORT_ALLOW: `127.0.0.1:${port + 1000}`
    },
    url: `${baseURL}/api/v1/metrics`,
    timeout: 180_000,
    reuseExistingServer: false,
    stdout: 'ignore',
    stderr: 'pipe'
  }
});
