// How a command of the project runs, before anything is installed: plain Node, no dependency, no TypeScript.
import { spawn } from 'node:child_process';
import { basename } from 'node:path';
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
 * @param {{ output?: 1 | 2, quiet?: boolean, env?: NodeJS.ProcessEnv, limit?: number, shell?: boolean,
 *   begun?: (pid: number) => void }} [options]
 *   output: where both its streams go (1 standard output, 2 standard error); quiet: show them only when it
 *   fails; limit: milliseconds until it is ended, 0 for never; begun: told its number once it runs
 * @returns {Promise<{ code: number, timedOut: boolean }>} code 127 when it could not be started
 */
export function run(command, args, options = {}) {
  const { output = 2, quiet = false, env = process.env, limit = 0, shell = false, begun } = options;
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
    if (child.pid !== undefined) begun?.(child.pid);
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
