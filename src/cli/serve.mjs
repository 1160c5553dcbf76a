// Serves the built dashboard: the server's handler behind a listener that finds its own port.
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CommandError, ROOT } from './bootstrap.mjs';

/** How many ports are tried after the first. */
const MORE_PORTS = 50;
const CLOSE_WITHIN = 3_000;

const FORM_TYPE = /^\s*(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)/i;

/**
 * @param {string} text
 * @returns {number}
 */
export function readPort(text) {
  const port = /^\d{1,5}$/.test(text.trim()) ? Number(text) : NaN;
  if (port >= 0 && port <= 65_535) return port;
  throw new CommandError(`The port is "${text}": write a number from 0 to 65535.`);
}

/**
 * Listens on the first free port from the wanted one on.
 * @param {import('node:http').Server} server
 * @param {{ host: string, port: number, strict: boolean, say: (sentence: string) => void }} options
 * @returns {Promise<number>} the port
 */
export async function listen(server, { host, port, strict, say }) {
  for (let candidate = port; ; candidate++) {
    /** @type {NodeJS.ErrnoException | null} */
    const error = await new Promise((resolve) => {
      server.once('error', resolve);
      server.listen(candidate, host, () => {
        server.removeListener('error', resolve);
        resolve(null);
      });
    });
    if (error === null) {
      const address = server.address();
      return address !== null && typeof address === 'object' ? address.port : candidate;
    }
    if (error.code !== 'EADDRINUSE') {
      throw new CommandError(`Cannot listen on ${host} port ${candidate} (${error.code ?? error.message}).`);
    }
    if (strict || candidate - port >= MORE_PORTS || candidate >= 65_535) {
      throw new CommandError(`Port ${candidate} is taken: choose another with --port.`);
    }
    say(`Port ${candidate} is taken, trying ${candidate + 1}.`);
  }
}

/**
 * SvelteKit refuses a post with a form's content type and no Origin header before any of our code runs, in
 * plain text. The API takes JSON whatever it is labelled, keeps no session that a forged form could ride on,
 * and answers in its own error shape: so on its paths the label is taken off.
 * @param {import('node:http').IncomingMessage} request
 */
export function unlabel(request) {
  if (request.url?.startsWith('/api/') && FORM_TYPE.test(request.headers['content-type'] ?? '')) {
    request.headers['content-type'] = 'application/octet-stream';
  }
}

/**
 * The name to reach a host by in a browser on this computer.
 * @param {string} host
 */
export function reachable(host) {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

/**
 * Serves `build/server` until told to stop.
 * @param {{ host: string, port: number, strict?: boolean, say: (sentence: string) => void }} options
 * @returns {Promise<{ address: string, close: () => Promise<void> }>}
 */
export async function serve({ host, port, strict = false, say }) {
  /** @type {import('node:http').RequestListener | undefined} */
  let answer;
  const server = createServer((request, response) => {
    unlabel(request);
    if (answer) answer(request, response);
    else response.writeHead(503, { 'retry-after': '1' }).end('Starting.');
  });
  const taken = await listen(server, { host, port, strict, say });
  const address = `http://${reachable(host)}:${taken}`;
  // The API has a limit of its own that answers in the error shape; the adapter's would cut bodies off first.
  process.env.BODY_SIZE_LIMIT ??= 'Infinity';
  process.env.ORIGIN ??= address;
  const { handler } = await import(pathToFileURL(join(ROOT, 'build', 'server', 'handler.js')).href);
  answer = (request, response) =>
    handler(request, response, () => {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('There is nothing here.');
    });
  const close = () =>
    new Promise((/** @type {(value: void) => void} */ resolve) => {
      server.close(() => resolve());
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), CLOSE_WITHIN).unref();
    });
  return { address, close };
}
