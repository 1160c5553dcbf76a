// What the commands need installed and built; plain Node, no dependency, no TypeScript.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CommandError, npm, ROOT, run } from './command.mjs';
import { oneAtATime } from './one-at-a-time.mjs';

/** @param {readonly (string | Buffer)[]} parts */
function digest(parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}

/** @param {string} file */
const readOrEmpty = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/**
 * True when what is installed is what the lock file asks for, whoever installed it.
 * @param {string} lockText package-lock.json
 * @param {string} installedText node_modules/.package-lock.json
 */
export function matchesLock(lockText, installedText) {
  try {
    const wanted = JSON.parse(lockText).packages;
    const installed = JSON.parse(installedText).packages;
    return Object.entries(wanted).every(([name, { version, optional, link }]) => {
      if (name === '' || link) return true;
      const found = installed[name];
      return found ? found.version === version : Boolean(optional);
    });
  } catch {
    return false;
  }
}

/**
 * Installs the packages when they are missing or the lock file has changed.
 * @param {{ say: (sentence: string) => void, output?: 1 | 2, root?: string }} options
 * @returns {Promise<boolean>} whether anything was installed
 */
export async function ensureInstalled({ say, output = 2, root = ROOT }) {
  const stamp = join(root, 'node_modules', '.parallax-installed');
  const lock = readOrEmpty(join(root, 'package-lock.json'));
  const wanted = digest([lock, process.platform, process.arch]);
  if (readOrEmpty(stamp) === wanted) return false;
  if (
    !existsSync(stamp) &&
    matchesLock(lock, readOrEmpty(join(root, 'node_modules', '.package-lock.json')))
  ) {
    writeFileSync(stamp, wanted);
    return false;
  }
  return oneAtATime({ root, say }, async (begun) => {
    if (readOrEmpty(stamp) === wanted) return false;
    say('Installing packages (about a minute the first time) …');
    // The build needs development packages, also where NODE_ENV or a setting would leave them out.
    const include = ['--include=dev', '--include=optional'];
    const quietly = ['--no-audit', '--no-fund', '--loglevel=error'];
    const { code } = await npm(['ci', ...include, ...quietly], { output, begun });
    if (code !== 0) {
      throw new CommandError(
        'The packages could not be installed; npm says why above. Check the connection and try again.'
      );
    }
    writeFileSync(stamp, wanted);
    return true;
  });
}

/** @param {string} folder @returns {string[]} */
function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

const BUILT_FROM = [
  'package-lock.json',
  'package.json',
  'svelte.config.js',
  'vite.config.ts',
  'tsconfig.json'
];
const BUILDS = {
  server: { result: 'server/index.js', args: ['build'], folders: ['src', 'static'], then: null },
  engine: {
    result: 'engine/parallax.js',
    args: ['build', '--mode', 'engine'],
    folders: ['src'],
    /** Run once it is built; what it makes saves time, and nothing needs it. */
    then: 'engine/empty-library.js'
  }
};

/**
 * A hash of everything a build is made from.
 * @param {string} root
 * @param {readonly string[]} folders
 */
export function sourceHash(root, folders) {
  const files = [
    ...BUILT_FROM.map((name) => join(root, name)),
    ...folders.flatMap((folder) => filesUnder(join(root, folder)))
  ].filter((file) => existsSync(file));
  return digest(files.flatMap((file) => [file.slice(root.length), readFileSync(file)]));
}

/**
 * Builds the server or the engine when its sources are not those it was last built from; waits for another command
 * that builds in the same folder, and uses what that one has built.
 * @param {keyof typeof BUILDS} what
 * @param {{ say: (sentence: string) => void, output?: 1 | 2, root?: string }} options
 * @returns {Promise<boolean>} whether anything was built
 */
export async function ensureBuilt(what, { say, output = 2, root = ROOT }) {
  const { result, args, folders, then } = BUILDS[what];
  const stamp = join(root, 'build', `${what}.stamp`);
  const wanted = sourceHash(root, folders);
  const isBuilt = () => existsSync(join(root, 'build', result)) && readOrEmpty(stamp) === wanted;
  if (isBuilt()) return false;
  return oneAtATime({ root, say }, async (begun) => {
    if (isBuilt()) return false;
    say(`Building the ${what} …`);
    rmSync(stamp, { force: true });
    const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
    const how = { output, quiet: true, begun };
    const env = { ...process.env, NODE_ENV: 'production' };
    // What tsconfig.json rests on; a build of the server makes it by itself, one of the engine does not.
    if (!existsSync(join(root, '.svelte-kit', 'tsconfig.json'))) {
      const kit = join(root, 'node_modules', '@sveltejs', 'kit', 'svelte-kit.js');
      await run(process.execPath, [kit, 'sync'], { ...how, env });
    }
    const { code } = await run(process.execPath, [vite, ...args, '--logLevel', 'warn'], { ...how, env });
    if (code !== 0) throw new CommandError(`The ${what} could not be built; the messages above say why.`);
    if (then !== null) await run(process.execPath, [join(root, 'build', then)], { ...how, env });
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, wanted);
    return true;
  });
}
