// `npm start`: installs what is missing, builds what is stale, serves the dashboard.
import { parseArgs } from 'node:util';
import { ensureBuilt, ensureInstalled } from './bootstrap.mjs';
import { command, CommandError } from './command.mjs';
import { readPort, serve } from './serve.mjs';

const HELP = `npm start -- [--host HOST] [--port PORT] [--strict-port] [--open-to-network]

Installs and builds what is missing, then serves the dashboard.
  --host HOST     where to listen; 127.0.0.1 unless HOST is set: only this computer can reach it
  --port PORT     4173 unless PORT is set; when it is taken, the next free one
  --strict-port   stop when the port is taken
  --open-to-network
                  let other computers in: everybody who reaches HOST can read, change and delete the library

Settings from the environment are listed and explained in .env.example.`;

/** How often it is looked whether npm is still there, in milliseconds. */
const LOOK_EVERY = 500;

/** @param {string} sentence */
const say = (sentence) => process.stdout.write(`${sentence}\n`);

function options() {
  try {
    return parseArgs({
      options: {
        host: { type: 'string' },
        port: { type: 'string' },
        'strict-port': { type: 'boolean' },
        'open-to-network': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' }
      }
    }).values;
  } catch (error) {
    throw new CommandError(`${error instanceof Error ? error.message : error}\n\n${HELP}`);
  }
}

/**
 * Calls back once when whoever started this process is gone, where that was npm: a signal to npm alone ends npm and its
 * shell, and tells nobody else. Started in any other way, this process may outlive its parent.
 * @param {() => void} gone
 */
function whenNpmIsGone(gone) {
  if (process.env.npm_lifecycle_event !== 'start') return;
  const parent = process.ppid;
  const looking = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(looking);
    gone();
  }, LOOK_EVERY);
}

await command(async () => {
  const { host, port, 'strict-port': strict, 'open-to-network': openToNetwork, help } = options();
  if (help) {
    say(HELP);
    return 0;
  }
  const wanted = readPort(port ?? (process.env.PORT || '4173'));
  await ensureInstalled({ say, output: 1 });
  await ensureBuilt('server', { say, output: 1 });
  // Its threads: audits, files that are read, a database that is made.
  await ensureBuilt('engine', { say, output: 1 });
  const { address, close } = await serve({
    host: host ?? (process.env.HOST || '127.0.0.1'),
    port: wanted,
    strict: strict ?? false,
    openToNetwork: openToNetwork ?? false,
    alone: true,
    say
  });
  // Whoever read what is said may be gone too; what is begun is ended all the same.
  process.stdout.on('error', () => undefined);
  let stopping = false;
  const stop = () => {
    stopping = true;
    say('Stopping.');
    void close().then(() => process.exit(0));
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stop();
    });
  }
  whenNpmIsGone(() => {
    if (!stopping) stop();
  });
  say('');
  say(`Parallax is at ${address}  (stop it with Ctrl+C)`);
});
// What was begun, such as a thread, does not keep a server that could not start.
if (process.exitCode !== undefined) process.exit();
