import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { beforeAll, describe, expect, test } from 'vitest';
import { ErrorSchema } from '$lib/analysis/audit-schema';
import { openApiDocument } from '$lib/server/http/openapi';
import { withinRate } from '$lib/server/http/rate-limit';
import { addDocuments, createCollection, putInTrash } from '$lib/server/library';
import { wantImport } from '$lib/server/jobs';
import { handle } from '../../src/hooks.server';
import { imported, useLibrary, wipeLibrary } from '../unit/server/test-library';

type Endpoint = Record<string, ((event: RequestEvent) => Promise<Response>) | undefined>;
type Operation = { requestBody?: { content: Record<string, unknown> }; responses: Record<string, unknown> };
type Parameters = Readonly<Record<string, string>>;

useLibrary();
const modules = import.meta.glob<Endpoint>('../../src/routes/api/v1/**/+server.ts');
const { paths } = openApiDocument() as { paths: Record<string, Record<string, Operation>> };
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    name: `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    path,
    operation
  }))
);
const changing = operations.filter(({ method }) => method !== 'GET');

/** Somebody who has used up the requests of a minute. */
const BUSY = '192.0.2.1';
beforeAll(async () => {
  for (let n = 0; n < 601; n++) await withinRate(BUSY).catch(() => undefined);
});

let stored: Parameters;
let empty: Parameters;
let taskOver: Parameters;
async function fill(): Promise<void> {
  await wipeLibrary();
  const { collection } = await addDocuments({ newTitle: 'Bridge' }, [
    imported('The bridge may open on Monday.', { title: 'A' }),
    imported('It will not open.', { title: 'B' })
  ]);
  stored = { collection, document: 'a', version: '1', file: 'metrics.csv' };
  empty = { ...stored, collection: (await createCollection({ title: 'Nothing yet' })).id };
}
// What is refused changes nothing: only what does something begins anew.
beforeAll(fill);
const bundled: Parameters = {
  collection: 'russia-nato',
  document: '004_a030eb584eb5d23c',
  version: '1',
  file: 'metrics.csv',
  job: '-'
};
const nowhere: Parameters = {
  collection: 'atlantis',
  document: 'a',
  version: '9',
  file: 'none',
  job: 'none'
};

interface Sent {
  readonly parameters?: Parameters;
  readonly query?: string;
  readonly body?: BodyInit | null;
  readonly headers?: Record<string, string>;
  readonly from?: string;
}

/** Asks as a server would, through what stands before every endpoint. */
async function ask(method: string, path: string, sent: Sent = {}): Promise<Response> {
  const { parameters = stored, query = '', body = null, headers = {}, from = '127.0.0.1' } = sent;
  const fixed = path.endsWith('/exports/{file}') && parameters.file === 'report.html';
  const route = (fixed ? path.replace('{file}', 'report.html') : path).replace(/\{(\w+)\}/g, '[$1]');
  const load = modules[`../../src/routes${route}/+server.ts`];
  expect(load, `there is no endpoint at ${route}`).toBeDefined();
  const endpoint = await load!();
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => parameters[name] ?? '-');
  const url = new URL(`${filled}${query}`, 'http://localhost');
  const event = {
    url,
    params: parameters,
    route: { id: route },
    locals: {},
    getClientAddress: () => from,
    request: new Request(url, {
      method,
      headers: { host: 'localhost', ...headers },
      ...(body === null ? {} : { body })
    })
  } as unknown as RequestEvent;
  return handle({ event, resolve: async (at) => endpoint[method]!(at as RequestEvent) });
}

const json = (value: unknown): Sent => ({ body: JSON.stringify(value) });
function form(fields: Record<string, string | File>): Sent {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return { body };
}
const text = new File(['The ferry sank in 1998, nobody was hurt.'], 'ferry.txt');
const CLAIM = { change: { kind: 'add', claim: { statement: 'The bridge opened late.' } } };

/** What each operation takes, where it takes something. */
const TAKEN: Readonly<Record<string, () => Sent>> = {
  'POST /api/v1/audit': () => json({ documents: [{ id: 'a', text: 'It rains.' }] }),
  'POST /api/v1/revision': () => json({ before: 'It rains.', after: 'It may rain.' }),
  'POST /api/v1/report': () =>
    json({ documents: [{ id: 'a', text: 'It rains.' }], about: { title: 'Rain' } }),
  'POST /api/v1/collections': () => json({ title: 'New' }),
  'PATCH /api/v1/collections/{collection}': () => json({ title: 'Other' }),
  'POST /api/v1/collections/{collection}/contested': () => json(CLAIM),
  'PATCH /api/v1/collections/{collection}/documents': () => json({ changes: [{ id: 'a', title: 'T' }] }),
  'PATCH /api/v1/collections/{collection}/documents/{document}': () => json({ title: 'T' }),
  'POST /api/v1/collections/{collection}/documents/{document}/versions': () =>
    json({ text: 'A later text.' }),
  'GET /api/v1/collections/{collection}/documents/{document}/evidence': () => ({ query: '?metric=hedging' }),
  'GET /api/v1/rules': () => ({ query: '?ids=hedges/may' }),
  'GET /api/v1/library/search': () => ({ query: '?q=bridge' }),
  'POST /api/v1/library/trash': () => json({ collection: stored.collection, document: 'b' }),
  'POST /api/v1/library/archives': () => form({ file: new File([archive], 'one.json') }),
  'POST /api/v1/jobs': () => form({ file: text, collection: stored.collection ?? '' }),
  'POST /api/v1/import': () => json({ text: 'The ferry sank.' }),
  'POST /api/v1/import/save': () => form({ request: JSON.stringify(save()), file: text })
};
let archive = '';
let key = '';
const save = (over: object = {}) => ({
  target: { newTitle: 'Ferry' },
  sources: [
    {
      kind: 'file',
      name: 'ferry.txt',
      mediaType: 'text/plain',
      corrections: [
        { key, title: null, author: null, publisher: null, published: null, canonical: null, language: null }
      ]
    }
  ],
  ...over
});

async function prepare(): Promise<void> {
  await fill();
  archive = await (await ask('GET', '/api/v1/collections/{collection}/archive')).text();
  const preview = await ask('POST', '/api/v1/import', form({ file: text }));
  key = ((await preview.json()) as { documents: { key: string }[] }).documents[0]!.key;
  const { id } = await wantImport(
    { id: stored.collection! },
    {
      name: 'a.txt',
      mediaType: null,
      bytes: new TextEncoder().encode('The ferry sank.')
    }
  );
  stored = { ...stored, job: id };
  await putInTrash({ collection: stored.collection!, document: 'b' });
}

const takenBy = (name: string): Sent => TAKEN[name]?.() ?? {};

async function errorOf(response: Response) {
  return v.parse(ErrorSchema, await response.clone().json()).error;
}

describe.each(operations)('$name', ({ name, method, path, operation }) => {
  const documented = Object.keys(operation.responses);
  const takesJson = operation.requestBody?.content['application/json'] !== undefined;
  const takesForm = operation.requestBody?.content['multipart/form-data'] !== undefined;
  const refusal = async (sent: Sent, status: number): Promise<void> => {
    const response = await ask(method, path, sent);
    const { message } = await errorOf(response);
    expect(`${response.status} ${message}`).toMatch(new RegExp(`^${status} .*[.…]$`, 's'));
    expect(documented).toContain(String(status));
  };

  test('answers what is asked as described', async () => {
    await prepare();
    const response = await ask(method, path, takenBy(name));
    const said = response.status < 300 ? '' : (await errorOf(response)).message;
    expect(`${response.status} ${said}`).toMatch(/^20\d $/);
    expect(documented).toContain(String(response.status));
    await response.body?.cancel();
  });

  if (method !== 'GET')
    test('refuses other sites, and whoever asks too often', async () => {
      await refusal({ ...takenBy(name), headers: { 'sec-fetch-site': 'cross-site' } }, 403);
      await refusal({ ...takenBy(name), from: BUSY }, 429);
    });

  if (takesJson)
    test('refuses what is no such JSON, and what is too large', async () => {
      await refusal(json({ nonsense: 1 }), 400);
      await refusal(json({}), 400);
      await refusal({ body: '{"a": 1' }, 400);
      await refusal({ body: `"${'a'.repeat(11e6)}"` }, 413);
    });
  else if (takesForm)
    test('refuses what is no such form, and what is too large', async () => {
      await refusal(json({}), 400);
      const { body } = form({ file: text });
      await refusal({ body: body!, headers: { 'content-length': '9000000000' } }, 413);
    });

  if (path.includes('{') && documented.includes('404'))
    test('says of what is not there that it is not', () =>
      refusal({ ...takenBy(name), parameters: nowhere }, 404));
});

test.each(changing.filter(({ path }) => path.includes('{collection}') && !path.endsWith('/contested')))(
  '$name does not change what came with Parallax',
  async ({ name, method, path, operation }) => {
    const response = await ask(method, path, { ...takenBy(name), parameters: bundled });
    expect((await errorOf(response)).code).toBe('bundled');
    expect(Object.keys(operation.responses)).toContain(String(response.status));
  }
);

test.each(
  operations.filter(({ path }) => /\/(audit|evidence|exports\/\{file\})$/.test(path) && path.includes('{'))
)('$name says that a collection is empty', async ({ name, method, path }) => {
  const { status } = await ask(method, path, { ...takenBy(name), parameters: empty });
  expect(status).toBe(409);
  expect(Object.keys(paths[path]!.get!.responses)).toContain('409');
});

/** What is refused by one operation alone. */
const single: readonly (readonly [string, string, () => Sent, number])[] = [
  ['GET', '/api/v1/rules', () => ({}), 400],
  ['GET', '/api/v1/collections/{collection}/documents/{document}/evidence', () => ({}), 400],
  [
    'GET',
    '/api/v1/collections/{collection}/exports/{file}',
    () => ({ parameters: { ...stored, file: 'x' } }),
    404
  ],
  ['POST', '/api/v1/collections/{collection}/contested', () => json({ ...CLAIM, since: 7 }), 409],
  ['POST', '/api/v1/collections/{collection}/contested', () => json({ step: 'undo' }), 409],
  ['POST', '/api/v1/collections/{collection}/documents/{document}/versions', () => json({ text: ' ' }), 422],
  ['POST', '/api/v1/library/trash', () => json({ collection: 'atlantis' }), 404],
  ['POST', '/api/v1/library/trash', () => json({ collection: 'russia-nato' }), 409],
  ['POST', '/api/v1/library/archives', () => form({ file: new File(['{}'], 'a.json') }), 422],
  ['POST', '/api/v1/jobs', () => form({ file: text, collection: 'atlantis' }), 404],
  ['POST', '/api/v1/jobs', () => form({ file: text, collection: 'russia-nato' }), 409],
  ['DELETE', '/api/v1/jobs/{job}', () => ({ parameters: taskOver }), 409],
  ['POST', '/api/v1/import', () => json({ url: 'http://127.0.0.1/' }), 403],
  ['POST', '/api/v1/import', () => form({ file: new File(['%PDF-1.7 broken'], 'a.pdf') }), 422],
  [
    'POST',
    '/api/v1/import/save',
    () => form({ request: JSON.stringify(save({ target: { id: 'atlantis' } })), file: text }),
    404
  ],
  [
    'POST',
    '/api/v1/import/save',
    () => form({ request: JSON.stringify(save()), file: new File(['Other.'], 'ferry.txt') }),
    409
  ],
  [
    'POST',
    '/api/v1/import/save',
    () =>
      form({
        request: JSON.stringify(save({ sources: [{ ...save().sources[0], name: 'a.pdf' }] })),
        file: new File(['%PDF-1.7 broken'], 'a.pdf')
      }),
    422
  ]
];
test.each(single.map(([method, path, sent, status], n) => ({ n, method, path, sent, status })))(
  '$method $path can be refused with $status ($n)',
  async ({ method, path, sent, status }) => {
    await prepare();
    taskOver = stored;
    if (method === 'DELETE') await ask('DELETE', path);
    const response = await ask(method, path, sent());
    expect(`${response.status} ${(await errorOf(response)).message}`).toMatch(new RegExp(`^${status} `));
    expect(Object.keys(paths[path]![method.toLowerCase()]!.responses)).toContain(String(status));
  }
);

test('a field that no request has is named, also of a document or a claim', async () => {
  const document = { id: 'a', text: 'It rains.' };
  for (const [request, path] of [
    [{ documents: [{ ...document, publised: '2020-01-01' }] }, 'documents[0].publised'],
    [{ documents: [document], claim: [] }, 'claim'],
    [{ documents: [document], claims: [{ id: 'c', statement: 'It rains.', cue: [] }] }, 'claims[0].cue']
  ] as const) {
    const { path: where, message } = await errorOf(await ask('POST', '/api/v1/audit', json(request)));
    expect(where).toBe(path);
    expect(message).toBe(`${path} is no field here: leave it out, or correct its name.`);
  }
});

test('a change that changes nothing is refused', async () => {
  for (const path of [
    '/api/v1/collections/{collection}',
    '/api/v1/collections/{collection}/documents/{document}'
  ])
    expect((await errorOf(await ask('PATCH', path, json({})))).message).toMatch(
      /^There is nothing to change/
    );
});
