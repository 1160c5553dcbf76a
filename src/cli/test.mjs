// `npm test`: installs what is missing, a browser too, then runs every test and counts.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { ensureBuilt, ensureInstalled } from './bootstrap.mjs';
import { command, CommandError, ROOT, run } from './command.mjs';
import { listen } from './serve.mjs';
import { countPlaywright, countVitest, summary } from './test-results.mjs';

const RESULTS = join(ROOT, 'test-results');
/**
 * Milliseconds for all tests, which take about eight minutes on two processors; a run that hangs is ended and
 * counted as a failure.
 */
const TOTAL_LIMIT = 600_000;
const UNIT_LIMIT = 340_000;
/** Playwright ends by itself this much earlier, so that what ran is still counted. */
const BROWSER_MARGIN = 15_000;

/** @param {string} sentence */
const say = (sentence) => process.stdout.write(`${sentence}\n`);

/** @param {string} name */
function report(name) {
  const file = join(RESULTS, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** Tests are run as tests, whatever the shell they are typed in is set to. */
function testEnvironment() {
  const env = { ...process.env };
  delete env.NODE_ENV;
  return env;
}

async function freePort() {
  const server = createServer();
  const port = await listen(server, { host: '127.0.0.1', port: 0, strict: true, say });
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * @param {string} name
 * @param {string} script below node_modules
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {number} limit in milliseconds
 */
async function runner(name, script, args, env, limit) {
  const { code, timedOut } = await run(process.execPath, [join(ROOT, 'node_modules', script), ...args], {
    output: 1,
    env,
    limit
  });
  if (timedOut) say(`${name} took longer than ${limit / 1000} seconds and was ended.`);
  return code;
}

async function unitTests() {
  say('\nUnit, property, golden and server tests\n');
  const args = ['run', '--maxWorkers=2', '--reporter=default', '--reporter=json'];
  args.push(`--outputFile.json=${join(RESULTS, 'vitest.json')}`);
  const code = await runner('vitest', 'vitest/vitest.mjs', args, testEnvironment(), UNIT_LIMIT);
  return countVitest(report('vitest.json'), code);
}

/** @param {number} limit in milliseconds */
async function browserTests(limit) {
  say('\nBrowser tests\n');
  const browser = await ensureBrowser(say);
  if (!browser) return { passed: 0, failed: 1 };
  say(`Browser: ${browser}`);
  const env = {
    ...testEnvironment(),
    CHROMIUM_PATH: browser,
    PARALLAX_E2E_PORT: String(await freePort()),
    PLAYWRIGHT_JSON_OUTPUT_NAME: join(RESULTS, 'playwright.json')
  };
  const args = ['test', '--config', join('tests', 'e2e', 'playwright.config.ts'), '--reporter=list,json'];
  args.push(`--global-timeout=${limit - BROWSER_MARGIN}`);
  const code = await runner('Playwright', '@playwright/test/cli.js', args, env, limit);
  return countPlaywright(report('playwright.json'), code);
}

await command(async () => {
  let counts = [{ passed: 0, failed: 1 }];
  try {
    await ensureInstalled({ say, output: 1 });
    await ensureBuilt('server', { say, output: 1 });
    await ensureBuilt('engine', { say, output: 1 });
    rmSync(RESULTS, { recursive: true, force: true });
    mkdirSync(RESULTS, { recursive: true });
    const begin = performance.now();
    counts = [await unitTests()];
    counts.push(await browserTests(TOTAL_LIMIT - Math.round(performance.now() - begin)));
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    say(error.message);
  }
  const { line, exitCode } = summary(counts);
  say(`\n${line}`);
  return exitCode;
});
