// Finds a Chromium for the browser tests, or brings one.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run } from './command.mjs';

const KNOWN_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
];
const DOWNLOAD_LIMIT = 120_000;
const PACKAGE_LIMIT = 240_000;

/** Arguments for a browser that runs tests: no calls of its own, and it starts in a container too. */
export const BROWSER_ARGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
  // Chromium's sandbox does not start for root, which is what containers run as.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])
];

/**
 * A browser that is there may still lack its libraries, or be a stub that asks for a snap.
 * @param {string} file
 */
function works(file) {
  if (!existsSync(file)) return false;
  if (process.platform === 'win32') return true;
  const { status, stdout } = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return status === 0 && /chrom/i.test(stdout);
}

async function playwrightsOwn() {
  try {
    const { chromium } = await import('@playwright/test');
    return chromium.executablePath();
  } catch {
    return '';
  }
}

/**
 * A Chromium that is on this computer.
 * @param {string | undefined} [chosen] the path somebody set in CHROMIUM_PATH
 * @returns {Promise<string | null>}
 */
export async function findBrowser(chosen = process.env.CHROMIUM_PATH) {
  const places = [chosen, ...KNOWN_PLACES, await playwrightsOwn()];
  return places.find((place) => place && works(place)) ?? null;
}

/** The words before `apt-get` that make it work, or null where it cannot. */
function packageManager() {
  if (!existsSync('/usr/bin/apt-get')) return null;
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true'], { timeout: 5_000 }).status === 0 ? ['sudo', '-n'] : null;
}

/**
 * Finds a browser, downloads Playwright's own, or installs the system's package, in this order.
 * @param {(sentence: string) => void} say
 * @returns {Promise<string | null>} null when none of it works
 */
export async function ensureBrowser(say) {
  let found = await findBrowser();
  if (found) return found;
  say('No Chromium found. Downloading the one that Playwright brings …');
  const playwright = join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js');
  await run(process.execPath, [playwright, 'install', 'chromium'], { output: 1, limit: DOWNLOAD_LIMIT });
  found = await findBrowser();
  if (found) return found;
  const before = packageManager();
  if (before !== null) {
    say("That did not work. Installing the system's package …");
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [
      ['update', '-qq'],
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium']
    ]) {
      const [program = 'apt-get', ...rest] = [...before, 'apt-get', ...args];
      await run(program, rest, { output: 1, limit: PACKAGE_LIMIT, env });
    }
    found = await findBrowser();
  }
  if (!found) {
    say(
      'There is no Chromium, and none could be installed: install one (on Debian "apt-get install chromium") or set CHROMIUM_PATH to it, and run npm test again.'
    );
  }
  return found;
}
