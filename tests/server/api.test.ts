import type { RequestEvent, RequestHandler } from '@sveltejs/kit';
import * as v from 'valibot';
import { describe, expect, test, vi } from 'vitest';
import { AuditSchema, ErrorSchema } from '$lib/analysis/audit-schema';
import { handle, handleError } from '../../src/hooks.server';
import { fallback, POST } from '../../src/routes/api/v1/audit/+server';
import { GET as openCollection } from '../../src/routes/api/v1/collections/[collection]/+server';
import { GET as auditCollection } from '../../src/routes/api/v1/collections/[collection]/audit/+server';
import { GET as evidence } from '../../src/routes/api/v1/collections/[collection]/documents/[document]/evidence/+server';
import { GET as auditDocument } from '../../src/routes/api/v1/collections/[collection]/documents/[document]/audit/+server';
import { GET as openDocument } from '../../src/routes/api/v1/collections/[collection]/documents/[document]/+server';
import { GET as listCollections } from '../../src/routes/api/v1/collections/+server';
import { endpoint } from '$lib/server/http/respond';

const ID = '004_a030eb584eb5d23c';

function eventFor(path: string, init: RequestInit & { params?: Record<string, string> } = {}): RequestEvent {
  const url = new URL(path, 'http://localhost');
  const { params = {}, ...request } = init;
  return {
    url,
    params,
    route: { id: null },
    locals: {},
    getClientAddress: () => '127.0.0.1',
    request: new Request(url, request)
  } as unknown as RequestEvent;
}

function audit(body: BodyInit): Response | Promise<Response> {
  return POST(eventFor('/api/v1/audit', { method: 'POST', body }));
}

async function errorOf(response: Response) {
  expect(response.headers.get('content-type')).toContain('application/json');
  return v.parse(ErrorSchema, await response.json()).error;
}

describe('POST /api/v1/audit', () => {
  const request = JSON.stringify({
    documents: [
      { id: 'a', text: 'The bridge may open on Monday, the mayor said. It is a disaster.' },
      { id: 'b', text: 'Critics say the mayor wasted $5 million on the bridge.' }
    ],
    claims: [{ id: 'waste', statement: 'The mayor wasted money on the bridge.' }]
  });

  test('answers what the contract says, the same bytes twice', async () => {
    const first = await (await audit(request)).text();
    expect(v.is(AuditSchema, JSON.parse(first))).toBe(true);
    expect(await (await audit(request)).text()).toBe(first);
  });

  test.each<[string, string, number, string | null]>([
    ['not JSON', 'hello', 400, null],
    ['no documents', '{}', 400, 'documents'],
    ['empty text', '{"documents":[{"id":"a","text":" "}]}', 400, 'documents[0].text'],
    ['wrong type', '{"documents":[{"id":"a","text":5}]}', 400, 'documents[0].text'],
    ['duplicate ids', '{"documents":[{"id":"a","text":"x"},{"id":"a","text":"y"}]}', 400, 'documents[1].id'],
    ['20 MB', `{"documents":[{"id":"a","text":"${'a '.repeat(1e7)}"}]}`, 413, null]
  ])('%s is refused in the error shape', async (_name, body, status, path) => {
    const response = await audit(body);
    expect(response.status).toBe(status);
    expect((await errorOf(response)).path).toBe(path);
  });

  test('another method is refused and told which there is', async () => {
    const response = await fallback(eventFor('/api/v1/audit', { method: 'PUT' }));
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    expect((await errorOf(response)).code).toBe('method-not-allowed');
  });
});

describe('collections', () => {
  const params = { collection: 'russia-nato', document: ID };
  const get = async (handler: RequestHandler, path: string, names: Record<string, string> = params) =>
    handler(eventFor(path, { params: names }));

  test('are listed, opened and audited', async () => {
    expect(await (await get(listCollections, '/')).json()).toMatchObject([
      { id: 'russia-nato', documents: 5 }
    ]);
    expect((await (await get(openCollection, '/')).json()).contested[0].id).toBe('orange-revolution-2004');
    expect(v.is(AuditSchema, await (await get(auditCollection, '/')).json())).toBe(true);
  });

  test('evidence is the words of the document at that place', async () => {
    const { documents } = await (await get(openCollection, '/')).json();
    const { text } = documents.find(({ id }: { id: string }) => id === ID);
    const found = await (await get(evidence, '/?metric=attribution')).json();
    expect(found.length).toBeGreaterThan(5);
    for (const { start, end, quote } of found) expect(text.slice(start, end)).toBe(quote);
  });

  test('one document is had by itself, and what the audit says of it', async () => {
    const whole = (list: { id: string }[]) => list.find(({ id }) => id === ID);
    const { documents } = await (await get(openCollection, '/')).json();
    expect(await (await get(openDocument, '/')).json()).toEqual(whole(documents));
    const audit = await (await get(auditCollection, '/')).json();
    expect(await (await get(auditDocument, '/')).json()).toEqual(whole(audit.documents));
    for (const handler of [openDocument, auditDocument]) {
      const response = await get(handler, '/', { collection: 'russia-nato', document: 'nobody' });
      expect(response.status).toBe(404);
      expect((await errorOf(response)).message).toMatch(/\.$/);
    }
  });

  test.each<[string, Record<string, string>, number]>([
    ['/?metric=attribution', { collection: 'russia-nato', document: 'nobody' }, 404],
    ['/?metric=attribution', { collection: '../corpus', document: ID }, 404],
    ['/?metric=beauty', params, 404],
    ['/?metric=constructor', params, 404],
    ['/', params, 400]
  ])('evidence at %s for %o is refused', async (path, names, status) => {
    const response = await get(evidence, path, names);
    expect(response.status).toBe(status);
    expect((await errorOf(response)).message).toMatch(/\.$/);
  });
});

describe('what nobody foresaw', () => {
  test('goes to the log under an id, and only the id goes out', async () => {
    const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const broken = endpoint(() => {
      throw new Error('the secret of /etc/passwd');
    });
    const response = await broken(eventFor('/api/v1/collections?q=private'));
    const lines = log.mock.calls.map(([line]) => String(line));
    log.mockRestore();
    expect(response.status).toBe(500);
    const { code, message } = await errorOf(response);
    expect(code).toBe('internal');
    expect(message).not.toContain('secret');
    expect(lines).toHaveLength(1);
    const line = JSON.parse(lines[0]!);
    expect(line.error).toContain('the secret');
    expect(message).toContain(line.id);
    expect(lines[0]).not.toContain('private');
  });

  test('a page shows the id and no error either', async () => {
    const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const shown = await handleError({
      error: new Error('secret'),
      event: eventFor('/'),
      status: 500,
      message: 'Internal Error'
    });
    const line = JSON.parse(String(log.mock.calls[0]?.[0]));
    log.mockRestore();
    expect(shown).toEqual({ message: 'Something went wrong on our side.', id: line.id });
  });

  test('an unknown path of the API is answered in the error shape; every answer has its headers', async () => {
    const resolve = () => new Response('a page');
    const unknown = await handle({ event: eventFor('/api/v2/x'), resolve });
    expect(unknown.status).toBe(404);
    expect((await errorOf(unknown)).code).toBe('not-found');
    const page = await handle({ event: eventFor('/methods'), resolve });
    expect(await page.text()).toBe('a page');
    for (const answer of [unknown, page])
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });
});
