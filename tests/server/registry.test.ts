import type { RequestEvent } from '@sveltejs/kit';
import { rmSync } from 'node:fs';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ErrorSchema } from '$lib/analysis/audit-schema';
import { registrySchemas } from '$lib/server/http/openapi-registry';
import { EXPORT_FILES } from '$lib/server/library';
import { GET, POST } from '../../src/routes/api/v1/collections/[collection]/contested/+server';
import { GET as exported } from '../../src/routes/api/v1/collections/[collection]/exports/[file]/+server';

const data = vi.hoisted(() => {
  const folder = `${process.env.TMPDIR ?? '/tmp'}/parallax-registry-api-${process.pid}`;
  process.env.PARALLAX_DATA = folder;
  return folder;
});
const clear = () => rmSync(data, { recursive: true, force: true });
beforeAll(clear);
afterAll(clear);

const BASE = 'http://localhost/api/v1/collections/russia-nato';

function eventFor(path: string, params: Record<string, string> = {}, init: RequestInit = {}): RequestEvent {
  const url = new URL(`${BASE}${path}`);
  const request = new Request(url, init);
  return {
    url,
    params: { collection: 'russia-nato', ...params },
    request,
    locals: {},
    route: { id: null }
  } as unknown as RequestEvent;
}

const post = (body: unknown) =>
  POST(eventFor('/contested', {}, { method: 'POST', body: JSON.stringify(body) }));

const CHANGE = { kind: 'add', claim: { statement: 'An attack on one member is an attack on all.' } };

describe('the registry over HTTP', () => {
  test('is handed out as its schema says, before and after a change', async () => {
    const { Registry, ChangedRegistry } = registrySchemas.answer;
    v.parse(v.strictObject(Registry.entries), await (await GET(eventFor('/contested'))).json());
    const answer = v.parse(
      v.strictObject(ChangedRegistry.entries),
      await (await post({ change: CHANGE, since: 0 })).json()
    );
    expect(answer.undo).toBe(1);
    expect(answer.claims.at(-1)!.id).toBe('an-attack-on-one-member-is-an-attack-on-all');
    expect((await post({ step: 'undo' })).status).toBe(200);
  });

  test.each<[string, unknown, number]>([
    ['neither a change nor a step', { chance: 1 }, 400],
    ['a change of no kind', { change: { kind: 'verdict' } }, 400],
    ['seen too long ago', { change: CHANGE, since: 99 }, 409]
  ])('refuses what is %s, in the error shape', async (_, body, status) => {
    const before = await (await GET(eventFor('/contested'))).text();
    const answer = await post(body);
    expect(answer.status).toBe(status);
    v.parse(ErrorSchema, await answer.json());
    expect(await (await GET(eventFor('/contested'))).text()).toBe(before);
  });
});

test.each(EXPORT_FILES)('the export %s can be downloaded', async (file) => {
  const answer = await exported(eventFor(`/exports/${file}`, { file }));
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="russia-nato-${file}"`);
  const body = await answer.text();
  if (answer.headers.get('content-type')!.includes('json')) expect(() => JSON.parse(body)).not.toThrow();
  else expect(body).toMatch(/^\w+,\w+/);
});

test('an unknown export is named with those there are', async () => {
  const answer = await exported(eventFor('/exports/x.exe', { file: 'x.exe' }));
  expect(answer.status).toBe(404);
  expect(v.parse(ErrorSchema, await answer.json()).error.message).toContain('bundle.json');
});
