import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createRawServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { DomainError } from '$lib/server/domain-error';
import { fetchPage, type FetchOptions } from '$lib/server/import/fetch-page';
import { importPage } from '$lib/server/import/import-page';

const PAGE =
  '<!doctype html><html><head><title>Bridge</title></head><body><p>The bridge opened.</p></body></html>';
const SMALL = { time: 2_000, idle: 300, bytes: 50_000 };
const running: { close: () => unknown }[] = [];

afterEach(() => {
  for (const server of running.splice(0)) server.close();
});

async function listening(server: Server | ReturnType<typeof createRawServer>): Promise<number> {
  running.push({
    close: () => ('closeAllConnections' in server && server.closeAllConnections(), server.close())
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const serve = (listener: RequestListener): Promise<number> => listening(createServer(listener));
const html: RequestListener = (_request, response) =>
  void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE);

/** Fetches from a server of the test, which the settings would have to name. */
function local(port: number, path = '/', options: FetchOptions = {}) {
  return fetchPage(`http://127.0.0.1:${port}${path}`, {
    allow: [`127.0.0.1:${port}`],
    limits: SMALL,
    ...options
  });
}

async function codeOf(fetched: Promise<unknown>): Promise<string> {
  const error: unknown = await fetched.then(
    () => new Error('fetched'),
    (reason: unknown) => reason
  );
  if (!(error instanceof DomainError)) throw error;
  return error.code;
}

describe('a page', () => {
  test('comes with its bytes, its type and its address, and is asked for without cookies', async () => {
    let headers: NodeJS.Dict<string | string[]> = {};
    const port = await serve((request, response) => {
      headers = request.headers;
      response.setHeader('set-cookie', 'a=b');
      html(request, response);
    });
    const page = await local(port, '/story?a=1#part');
    expect(Buffer.from(page.bytes).toString()).toBe(PAGE);
    expect([page.mediaType, page.redirected]).toEqual(['text/html; charset=utf-8', false]);
    expect(page.address).toBe(`http://127.0.0.1:${port}/story?a=1#part`);
    expect(Object.keys(headers).sort()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent'
    ]);
  });

  test('of a site that does not speak https is asked for by its right address', async () => {
    const port = await serve(html);
    const fetched = fetchPage(`https://127.0.0.1:${port}/`, { allow: [`127.0.0.1:${port}`], limits: SMALL });
    await expect(fetched).rejects.toThrow('did not answer in https');
  });

  test.each([
    ['gzip', gzipSync(PAGE)],
    ['deflate', deflateSync(PAGE)],
    ['br', brotliCompressSync(PAGE)]
  ])('is unpacked from %s', async (encoding, body) => {
    const port = await serve((_request, response) =>
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': encoding }).end(body)
    );
    expect(Buffer.from((await local(port)).bytes).toString()).toBe(PAGE);
  });

  test('is followed through redirects, each checked, and says that it was', async () => {
    const port = await serve((request, response) => {
      if (request.url === '/end') html(request, response);
      else
        response
          .writeHead(302, { location: request.url === '/' ? '/middle' : 'end', 'set-cookie': 'a=b' })
          .end();
    });
    const document = await importPage(`http://127.0.0.1:${port}/`, { allow: [`127.0.0.1:${port}`] });
    expect([document.text, document.origin.address]).toEqual([
      'The bridge opened.',
      `http://127.0.0.1:${port}/end`
    ]);
    expect(document.notices.map(({ code }) => code)).toContain('redirected');
    expect(Buffer.from(document.raw.bytes).toString()).toBe(PAGE);
  });
});

describe('a name', () => {
  test('is looked up once, and the connection goes to the address that was checked', async () => {
    const port = await serve(html);
    let lookups = 0;
    // What rebinding does: another answer each time.
    const resolve = async () => (lookups++ === 0 ? ['127.0.0.1'] : ['192.0.2.1']);
    await local(0, '/').catch(() => undefined);
    const page = await fetchPage(`http://rebind.news.com:${port}/`, {
      allow: [`rebind.news.com:${port}`],
      resolve,
      limits: SMALL
    });
    expect([lookups, Buffer.from(page.bytes).toString()]).toEqual([1, PAGE]);
  });

  test('that is allowed on one port is not on another', async () => {
    const port = await serve(html);
    expect(await codeOf(local(port, '/', { allow: [`127.0.0.1:${port + 1}`] }))).toBe('address-not-public');
  });
});

describe('a redirect', () => {
  test.each([
    ['into the local network', 'http://10.0.0.1/admin', 'address-not-public'],
    ['to the cloud’s own page', 'http://169.254.169.254/latest', 'address-not-public'],
    ['to this computer by another port', 'http://127.0.0.1:22/', 'address-not-public'],
    ['to a number', 'http://2130706433/', 'address-not-public'],
    ['to a file', 'file:///etc/passwd', 'invalid-address'],
    ['with a password', 'http://a:b@news.com/', 'invalid-address'],
    ['to nowhere', 'http://', 'broken-answer']
  ])('%s is not followed', async (_name, location, code) => {
    const port = await serve((_request, response) => response.writeHead(301, { location }).end());
    expect(await codeOf(local(port))).toBe(code);
  });

  test('without end is given up', async () => {
    let asked = 0;
    const port = await serve((_request, response) =>
      response.writeHead(302, { location: `/${asked++}` }).end()
    );
    expect([await codeOf(local(port)), asked]).toEqual(['too-many-redirects', 6]);
  });

  test('without an address is a broken answer', async () => {
    const port = await serve((_request, response) => response.writeHead(302).end());
    expect(await codeOf(local(port))).toBe('broken-answer');
  });
});

describe('an answer is given up', () => {
  const body =
    (headers: Record<string, string>, bytes: Buffer | string): RequestListener =>
    (_request, response) =>
      void response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(bytes);

  test.each<[string, RequestListener, string]>([
    ['that says it is too large', body({ 'content-length': '900000000' }, 'x'), 'too-large'],
    ['that is too large', body({}, Buffer.alloc(200_000, 'a')), 'too-large'],
    [
      'that unpacks to too much',
      body({ 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(3e7, 'a'))),
      'too-large'
    ],
    [
      'that unpacks to too much, by another packing',
      body({ 'content-encoding': 'br' }, brotliCompressSync(Buffer.alloc(3e7, 'a'))),
      'too-large'
    ],
    ['packed twice', body({ 'content-encoding': 'gzip, gzip' }, gzipSync(gzipSync('x'))), 'broken-answer'],
    ['packed as nobody asked', body({ 'content-encoding': 'zstd' }, 'x'), 'broken-answer'],
    ['whose packing is broken', body({ 'content-encoding': 'gzip' }, 'not packed at all'), 'unreachable'],
    ['that is a picture', body({ 'content-type': 'image/png' }, 'x'), 'unsupported-type'],
    ['that is an archive', body({ 'content-type': 'application/zip' }, 'x'), 'unsupported-type'],
    ['that is a program', body({ 'content-type': 'application/x-sh' }, 'x'), 'unsupported-type'],
    [
      'that there is no page',
      (_q, response) => void response.writeHead(404, { 'content-type': 'text/html' }).end(PAGE),
      'site-refused'
    ],
    ['that asks for a password', (_q, response) => void response.writeHead(401).end(), 'site-refused'],
    ['of a site with a problem', (_q, response) => void response.writeHead(503).end(), 'site-refused'],
    ['without a page', (_q, response) => void response.writeHead(204).end(), 'site-refused'],
    ['that does not come', () => undefined, 'too-slow'],
    [
      'that stops in the middle',
      (_q, response) => void response.writeHead(200, { 'content-type': 'text/html' }).write('<p>x'),
      'too-slow'
    ],
    [
      'that breaks off',
      (_q, response) => {
        response.writeHead(200, { 'content-type': 'text/html', 'content-length': '5000' });
        response.write('<p>x');
        setTimeout(() => response.destroy(), 20);
      },
      'unreachable'
    ],
    [
      'that drips without end',
      (_q, response) => {
        response.writeHead(200, { 'content-type': 'text/html' });
        const drip = setInterval(() => response.write('a'), 50);
        response.on('close', () => clearInterval(drip));
      },
      'too-slow'
    ]
  ])('%s', async (_name, listener, code) => {
    expect(await codeOf(local(await serve(listener)))).toBe(code);
  });

  test.each<[string, string]>([
    ['no words of HTTP', 'SSH-2.0-OpenSSH_9.2\r\n'],
    ['a header without end', `HTTP/1.1 200 OK\r\nx: ${'y'.repeat(200_000)}`]
  ])('in %s', async (_name, words) => {
    const port = await listening(
      createRawServer((socket) => {
        socket.on('error', () => undefined);
        socket.write(words);
      })
    );
    expect(await codeOf(local(port))).toBe('broken-answer');
  });

  test('when nobody listens', async () => {
    const port = await serve(html);
    running.splice(0).forEach((server) => server.close());
    expect(await codeOf(local(port))).toBe('unreachable');
  });

  test('when the reader cancels', async () => {
    const port = await serve(() => undefined);
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 30);
    expect(await codeOf(local(port, '/', { signal: controller.signal }))).toBe('cancelled');
  });
});
