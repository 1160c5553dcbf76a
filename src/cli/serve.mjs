// Serves the built dashboard: the server's handler behind a listener that finds its own port.
import { createServer } from 'node:http';
import { isIPv4 } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { CommandError, ROOT } from './command.mjs';

/** How many ports are tried after the first. */
const MORE_PORTS = 50;
/** Milliseconds that an answer which is being made may still take when the server stops. */
const CLOSE_WITHIN = 9_000;
/** How often connections are let go meanwhile that have their answer, in milliseconds. */
const LET_GO_EVERY = 100;
/** Milliseconds that a page which nobody has asked for yet may take. */
const PAGE_WITHIN = 3_000;
/** How long the address is not said while a database server does not answer or first pages are made, in milliseconds. */
const ANSWER_WITHIN = 10_000;
/** What browsers take from this computer: an answer is kept as it was compressed. */
const ENCODINGS = 'gzip, deflate, br';
/** A header of our own, set on every request, that tells the adapter the scheme. */
const SCHEME = 'x-parallax-scheme';

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
 * True for a name or address that only this computer can reach.
 * @param {string} host
 */
export function isLoopback(host) {
  const name = host.toLowerCase().replace(/^\[(.*)\]$/, '$1');
  return name === 'localhost' || name === '::1' || (isIPv4(name) && name.startsWith('127.'));
}

/**
 * True when a request's Host header names this computer as only this computer can. A page elsewhere whose name was
 * made to resolve to 127.0.0.1 sends its own name, and must not read the library with it.
 * @param {string | undefined} header
 */
export function namesThisComputer(header) {
  return isLoopback((header ?? '').replace(/:\d{1,5}$/, ''));
}

/**
 * Refuses a request that names another host; of the API in its error shape.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
function elsewhere({ url = '' }, response) {
  const message = 'This server answers to 127.0.0.1 and localhost alone.';
  const ofApi = url.startsWith('/api/');
  const type = ofApi ? 'application/json' : 'text/plain';
  const error = { code: 'other-host', message, path: null };
  response.writeHead(421, { 'content-type': `${type}; charset=utf-8` });
  response.end(ofApi ? `${JSON.stringify({ error })}\n` : message);
}

/**
 * The name to reach a host by in a browser on this computer.
 * @param {string} host
 */
export function reachable(host) {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

/** @param {unknown} error What the library or a setting says about it is one sentence. */
const asSentence = (error) => new CommandError(error instanceof Error ? error.message : String(error));

/**
 * Takes the library's folder for this process alone, and waits for what its first page needs and for a database server
 * where one is named.
 * @param {(sentence: string) => void} say
 * @returns {Promise<string[]>} paths of the pages that readers open first
 * @throws CommandError when another process has it, or the database does not answer
 */
async function claim(say) {
  /** @type {import('node:events').EventEmitter} */
  const emitter = process;
  /** @type {{ waitFor: Promise<unknown>[], notes: string[], pages: string[] }} */
  const begin = { waitFor: [], notes: [], pages: [] };
  try {
    emitter.emit('parallax:claim', begin);
    // One that neither answers nor refuses is not waited for: pages say what is the matter.
    await Promise.race([Promise.all(begin.waitFor), sleep(ANSWER_WITHIN, undefined, { ref: false })]);
  } catch (error) {
    throw asSentence(error);
  }
  for (const note of begin.notes) say(note);
  return begin.pages;
}

/**
 * Asks for pages once, so that the first reader of each waits no longer than the second.
 * @param {string} address
 * @param {readonly string[]} pages
 */
async function makeAhead(address, pages) {
  for (const page of pages) {
    const headers = { 'accept-encoding': ENCODINGS };
    await fetch(address + page, { headers, signal: AbortSignal.timeout(PAGE_WITHIN) })
      .then((response) => response.arrayBuffer())
      // What is the matter with a page is said to whoever opens it.
      .catch(() => undefined);
  }
}

/**
 * The server's handler. What its settings say is checked first.
 * @returns {Promise<any>}
 */
async function loadHandler() {
  const { ORIGIN } = process.env;
  // The adapter would end with a stack.
  if (ORIGIN !== undefined && !(URL.canParse(ORIGIN) && /^https?:/.test(ORIGIN))) {
    throw new CommandError(
      `ORIGIN is "${ORIGIN}": write the address that readers type, such as https://parallax.example.org.`
    );
  }
  try {
    const { handler } = await import(pathToFileURL(join(ROOT, 'build', 'server', 'handler.js')).href);
    return handler;
  } catch (error) {
    if (error instanceof Error && error.name === 'ConfigError') throw asSentence(error);
    throw error;
  }
}

/**
 * Runs what the parts of the server do before the process ends, such as closing the database.
 * @returns {Promise<void>}
 */
async function shutDown() {
  /** @type {import('node:events').EventEmitter} */
  const emitter = process;
  await Promise.allSettled(emitter.listeners('sveltekit:shutdown').map((listener) => listener('close')));
}

/**
 * Serves `build/server` until told to stop.
 * @param {{ host: string, port: number, strict?: boolean, openToNetwork?: boolean, alone?: boolean, say: (sentence: string) => void }} options
 *   openToNetwork: whether other computers may reach it, and read and change everything; alone: whether it must be the
 *   only one that works with the library
 * @returns {Promise<{ address: string, close: () => Promise<void> }>}
 */
export async function serve({ host, port, strict = false, openToNetwork = false, alone = false, say }) {
  if (!isLoopback(host) && !openToNetwork) {
    throw new CommandError(
      `${host} would let everybody who reaches this computer read, change and delete what is in the library: Parallax has no log-in. If that is what you want, add --open-to-network.`
    );
  }
  // The API has a limit of its own that answers in the error shape; the adapter's would cut bodies off first.
  process.env.BODY_SIZE_LIMIT ??= 'Infinity';
  // Pages are reached as localhost and as 127.0.0.1: their origin is what the browser asked for, over plain HTTP.
  if (process.env.ORIGIN === undefined) process.env.PROTOCOL_HEADER ??= SCHEME;
  const { default: compression } = await import('compression');
  const handler = await loadHandler();
  /** @type {string[]} */
  let pages = [];
  if (alone) {
    pages = await claim(say).catch(async (error) => {
      await shutDown();
      throw error;
    });
  }
  const compress = compression();
  /** @type {Set<import('node:http').ServerResponse>} */
  const answering = new Set();
  const server = createServer((request, response) => {
    answering.add(response);
    response.once('close', () => answering.delete(response));
    if (!openToNetwork && !namesThisComputer(request.headers.host)) {
      elsewhere(request, response);
      return;
    }
    if (process.env.PROTOCOL_HEADER === SCHEME) request.headers[SCHEME] = 'http';
    // The types of `compression` are those of Express, which asks for more than it uses.
    compress(/** @type {any} */ (request), /** @type {any} */ (response), () =>
      handler(request, response, () => {
        response.writeHead(404, { 'content-type': 'text/plain' }).end('There is nothing here.');
      })
    );
  });
  const taken = await listen(server, { host, port, strict, say }).catch(async (error) => {
    await shutDown();
    throw error;
  });
  const address = `http://${reachable(host)}:${taken}`;
  await makeAhead(address, pages);
  const close = async () => {
    await new Promise((/** @type {(value: void) => void} */ resolve) => {
      const letGo = setInterval(() => server.closeIdleConnections(), LET_GO_EVERY);
      server.close(() => {
        clearInterval(letGo);
        resolve();
      });
      server.closeIdleConnections();
      // What tells of progress has no end of its own; whoever listens asks again.
      for (const response of answering) {
        if (String(response.getHeader('content-type')).startsWith('text/event-stream')) response.destroy();
      }
      setTimeout(() => server.closeAllConnections(), CLOSE_WITHIN).unref();
    });
    await shutDown();
  };
  return { address, close };
}
