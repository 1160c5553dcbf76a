import type { RequestEvent } from '@sveltejs/kit';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { DomainError } from '$lib/server/domain-error';
import { handle, handleError } from '../../src/hooks.server';

vi.hoisted(() => (process.env.PARALLAX_RATE_LIMIT = '3'));

let addresses = 0;

interface Asked {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly from?: string;
}

function eventFor(path: string, { method = 'GET', headers = {}, from }: Asked = {}) {
  const url = new URL(path, 'http://localhost');
  return {
    url,
    params: {},
    route: { id: url.pathname },
    locals: {},
    isDataRequest: false,
    getClientAddress: () => from ?? `10.1.0.${addresses++}`,
    request: new Request(url, { method, headers: { host: 'localhost', ...headers } })
  } as unknown as RequestEvent;
}

describe('a request that may change something', () => {
  test.each<[string, Record<string, string>]>([
    ['from another site, as the browser says', { 'sec-fetch-site': 'cross-site' }],
    ['from another origin', { origin: 'http://elsewhere.example' }],
    ['from a broken origin', { origin: 'null' }],
    ['from another port of this machine', { origin: 'http://localhost:9999' }]
  ])('%s never reaches a route', async (_, headers) => {
    const resolve = vi.fn(() => new Response('changed'));
    const answer = await handle({ event: eventFor('/api/v1/audit', { method: 'POST', headers }), resolve });
    expect(answer.status).toBe(403);
    expect((await answer.json()).error.code).toBe('other-site');
    expect(resolve).not.toHaveBeenCalled();
  });

  test.each<[string, Record<string, string>]>([
    ['a page of this server', { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' }],
    ['what a reader opened without any page', { 'sec-fetch-site': 'none' }],
    ['a program', {}]
  ])('from %s does', async (_, headers) => {
    const event = eventFor('/api/v1/audit', { method: 'POST', headers });
    expect((await handle({ event, resolve: () => new Response('done') })).status).toBe(200);
  });

  test('more often than the limit is told when to go on; others are not held up', async () => {
    const ask = async (from: string) => {
      const event = eventFor('/api/v1/audit', { method: 'POST', from });
      return handle({ event, resolve: () => new Response('done') });
    };
    const answers = [];
    for (let n = 0; n < 4; n++) answers.push(await ask('10.0.0.1'));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect((await answers[3]!.json()).error.message).toMatch(/more than 3 requests.*wait [1-9]\d? seconds? /);
    expect((await ask('10.0.0.2')).status).toBe(200);
  });
});

describe('pages', () => {
  let names = 0;
  /** Any number of requests for one new page. */
  const page = (headers: Record<string, string> = {}) => {
    const path = `/methods?${names++}`;
    return () => eventFor(path, { headers });
  };

  test('are made once, kept compressed, and made again when the library changes', async () => {
    let made = 0;
    const resolve = () => new Response(`<p>${++made}</p>`, { headers: { 'content-type': 'text/html' } });
    const ask = page({ 'accept-encoding': 'gzip, br' });
    const read = async () => {
      const answer = await handle({ event: ask(), resolve });
      expect(answer.headers.get('content-encoding')).toBe('br');
      expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f]{8}$/);
      return brotliDecompressSync(Buffer.from(await answer.arrayBuffer())).toString();
    };
    expect(await read()).toBe('<p>1</p>');
    expect(await read()).toBe('<p>1</p>');
    const change = eventFor('/api/v1/collections/a/contested', { method: 'POST' });
    await handle({ event: change, resolve: () => new Response('done') });
    expect(await read()).toBe('<p>2</p>');
  });

  test('are kept while texts are audited that nobody stores', async () => {
    let made = 0;
    const resolve = () => new Response(`<p>${++made}</p>`);
    const ask = page({ 'accept-encoding': 'identity' });
    const read = async () => (await handle({ event: ask(), resolve })).text();
    expect(await read()).toBe('<p>1</p>');
    const audited = eventFor('/api/v1/audit', { method: 'POST' });
    await handle({ event: audited, resolve: () => new Response('done') });
    expect(await read()).toBe('<p>1</p>');
  });

  test('are whole also after somebody asked for their head alone', async () => {
    const path = '/methods?head';
    const ask = (method: string) =>
      handle({
        event: eventFor(path, { method, headers: { 'accept-encoding': 'identity' } }),
        resolve: () => new Response(method === 'HEAD' ? null : '<p>whole</p>')
      });
    expect(await (await ask('HEAD')).text()).toBe('');
    expect(await (await ask('GET')).text()).toBe('<p>whole</p>');
  });

  test('and their data are two things', async () => {
    const event = page({ 'accept-encoding': 'identity' });
    const data = { ...event(), isDataRequest: true } as RequestEvent;
    const shown = await handle({ event: event(), resolve: () => new Response('<p>page</p>') });
    const asked = await handle({ event: data, resolve: () => new Response('{"data":1}') });
    expect([await shown.text(), await asked.text()]).toEqual(['<p>page</p>', '{"data":1}']);
  });

  test('that failed are not kept', async () => {
    let made = 0;
    const resolve = () => new Response('x', { status: ++made === 1 ? 500 : 200 });
    const ask = page();
    expect((await handle({ event: ask(), resolve })).status).toBe(500);
    expect((await handle({ event: ask(), resolve })).status).toBe(200);
  });

  test.each(['br;q=0', 'br;q=0.000, gzip; q=0.0', 'identity'])(
    'are sent as they are to %s',
    async (taken) => {
      const answer = await handle({
        event: page({ 'accept-encoding': taken })(),
        resolve: () => new Response('plain')
      });
      expect(answer.headers.get('content-encoding')).toBe(null);
      expect(await answer.text()).toBe('plain');
    }
  );
});

test('a page that cannot be made says what somebody can correct, and of all else an id', async () => {
  const said = (error: unknown) => {
    const event = eventFor('/methods');
    return handleError({ error, event, status: 500, message: 'Internal Error' });
  };
  const known = new DomainError('library-in-use', 'The library is open elsewhere: stop that one first.');
  expect(await said(known)).toEqual({ message: known.message });
  expect(await said(new Error('query', { cause: known }))).toEqual({ message: known.message });
  const unknown = await said(new Error('secret text'));
  expect(JSON.stringify(unknown)).not.toContain('secret');
  expect(unknown).toMatchObject({ id: expect.stringMatching(/^[0-9a-f]{8}$/) as string });
});
