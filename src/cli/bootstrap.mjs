// What the commands need before anything is installed: plain Node, no dependency, no TypeScript.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, whatever folder a command is typed in. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A failure that is told in one sentence, without a stack. */
export class CommandError extends Error {}

const NEEDED = [20, 19];

/**
 * Throws a CommandError when Node is too old.
 * @param {string} version such as `20.19.0`
 */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = NEEDED;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  throw new CommandError(
    `Parallax needs Node.js ${NEEDED.join('.')} or newer, and this is ${version}. Get it from https://nodejs.org and try again.`
  );
}

/** @type {{ end: (signal: NodeJS.Signals) => void } | undefined} */
let running;

/** With a child at work its end decides; else a command handles the signal itself, or ends here. */
function passSignalsOn() {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      if (running) running.end(signal);
      else if (process.listenerCount(signal) === 1) process.exit(128 + (signal === 'SIGINT' ? 2 : 15));
    });
  }
}

/**
 * Runs a program in the project's folder and waits for it.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ output?: 1 | 2, quiet?: boolean, env?: NodeJS.ProcessEnv, limit?: number, shell?: boolean }} [options]
 *   output: where both its streams go (1 standard output, 2 standard error); quiet: show them only when it
 *   fails; limit: milliseconds until it is ended, 0 for never
 * @returns {Promise<{ code: number, timedOut: boolean }>} code 127 when it could not be started
 */
export function run(command, args, options = {}) {
  const { output = 2, quiet = false, env = process.env, limit = 0, shell = false } = options;
  return new Promise((resolve) => {
    let timedOut = false;
    const stream = quiet ? 'pipe' : output;
    // A runner has workers of its own; in one group with it they can be ended together.
    const detached = process.platform !== 'win32';
    const child = spawn(command, [...args], {
      cwd: ROOT,
      env,
      stdio: ['ignore', stream, stream],
      shell,
      detached
    });
    /** @param {NodeJS.Signals} signal */
    const kill = (signal) => {
      try {
        if (detached && child.pid !== undefined) process.kill(-child.pid, signal);
        else child.kill(signal);
      } catch {
        // It has ended by itself.
      }
    };
    /** @type {Buffer[]} */
    const held = [];
    for (const source of [child.stdout, child.stderr]) source?.on('data', (chunk) => held.push(chunk));
    const current = { end: kill };
    running = current;
    const timer = limit
      ? setTimeout(() => {
          timedOut = true;
          kill('SIGTERM');
          setTimeout(() => kill('SIGKILL'), 5_000).unref();
        }, limit)
      : undefined;
    /** @param {number} code */
    const end = (code) => {
      clearTimeout(timer);
      if (running === current) running = undefined;
      if (code !== 0) (output === 1 ? process.stdout : process.stderr).write(Buffer.concat(held));
      resolve({ code, timedOut });
    };
    child.on('error', () => end(127));
    child.on('close', (code) => end(code ?? 1));
  });
}

/**
 * Runs npm, the very one that runs this command where there is one.
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function npm(args, options) {
  const script = process.env.npm_execpath;
  if (script && basename(script) === 'npm-cli.js') return run(process.execPath, [script, ...args], options);
  return run('npm', args, { ...options, shell: process.platform === 'win32' });
}

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
  say('Installing packages (about a minute the first time) …');
  // The build needs development packages, also where NODE_ENV or a setting would leave them out.
  const include = ['--include=dev', '--include=optional'];
  const { code } = await npm(['ci', ...include, '--no-audit', '--no-fund', '--loglevel=error'], { output });
  if (code !== 0) {
    throw new CommandError(
      'The packages could not be installed; npm says why above. Check the connection and try again.'
    );
  }
  writeFileSync(stamp, wanted);
  return true;
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
 * Builds the server or the engine when its sources are not those it was last built from.
 * @param {keyof typeof BUILDS} what
 * @param {{ say: (sentence: string) => void, output?: 1 | 2, root?: string }} options
 * @returns {Promise<boolean>} whether anything was built
 */
export async function ensureBuilt(what, { say, output = 2, root = ROOT }) {
  const { result, args, folders, then } = BUILDS[what];
  const stamp = join(root, 'build', `${what}.stamp`);
  const wanted = sourceHash(root, folders);
  if (existsSync(join(root, 'build', result)) && readOrEmpty(stamp) === wanted) return false;
  say(`Building the ${what} …`);
  rmSync(stamp, { force: true });
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const env = { ...process.env, NODE_ENV: 'production' };
  // What tsconfig.json rests on; a build of the server makes it by itself, one of the engine does not.
  if (!existsSync(join(root, '.svelte-kit', 'tsconfig.json'))) {
    const kit = join(root, 'node_modules', '@sveltejs', 'kit', 'svelte-kit.js');
    await run(process.execPath, [kit, 'sync'], { output, quiet: true, env });
  }
  const { code } = await run(process.execPath, [vite, ...args, '--logLevel', 'warn'], {
    output,
    quiet: true,
    env
  });
  if (code !== 0) throw new CommandError(`The ${what} could not be built; the messages above say why.`);
  if (then !== null) await run(process.execPath, [join(root, 'build', then)], { output, quiet: true, env });
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
  return true;
}

/**
 * Runs a command's main function; a CommandError becomes one sentence and exit code 1.
 * @param {() => Promise<number | void>} main gives the exit code, or nothing to keep running
 */
export async function command(main) {
  passSignalsOn();
  try {
    checkNode();
    const code = await main();
    if (code !== undefined) process.exitCode = code;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
