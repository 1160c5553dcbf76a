import * as v from 'valibot';
import { beforeAll, describe, expect, test } from 'vitest';
import { ErrorSchema } from '$lib/analysis/audit-schema';
import { withinRate } from '$lib/server/http/rate-limit';
import { useLibrary } from '../unit/server/test-library';
import { ask, form, json, operations, paths, type Parameters, type Sent } from './asking';
import { BUNDLED, CLAIM, fill, NOWHERE, places, prepare, save, takenBy, text } from './library-to-ask';

useLibrary();
const changing = operations.filter(({ method }) => method !== 'GET');

/** Somebody who has used up the requests of a minute. */
const BUSY = '192.0.2.1';
beforeAll(async () => {
  for (let n = 0; n < 601; n++) await withinRate(BUSY).catch(() => undefined);
});

let taskOver: Parameters;
// What is refused changes nothing: only what does something begins anew.
beforeAll(fill);

async function errorOf(response: Response) {
  return v.parse(ErrorSchema, await response.clone().json()).error;
}

describe.each(operations)('$name', ({ name, method, path, operation }) => {
  const documented = Object.keys(operation.responses);
  const takesJson = operation.requestBody?.content['application/json'] !== undefined;
  const takesForm = operation.requestBody?.content['multipart/form-data'] !== undefined;
  const refusal = async (sent: Sent, status: number): Promise<void> => {
    const response = await ask(method, path, { parameters: places.stored, ...sent });
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
      refusal({ ...takenBy(name), parameters: NOWHERE }, 404));
});

test.each(changing.filter(({ path }) => path.includes('{collection}') && !path.endsWith('/contested')))(
  '$name does not change what came with Parallax',
  async ({ name, method, path, operation }) => {
    const response = await ask(method, path, { ...takenBy(name), parameters: BUNDLED });
    expect((await errorOf(response)).code).toBe('bundled');
    expect(Object.keys(operation.responses)).toContain(String(response.status));
  }
);

test.each(
  operations.filter(({ path }) => /\/(audit|evidence|exports\/\{file\})$/.test(path) && path.includes('{'))
)('$name says that a collection is empty', async ({ name, method, path }) => {
  const { status } = await ask(method, path, { ...takenBy(name), parameters: places.empty });
  expect(status).toBe(409);
  expect(Object.keys(paths[path]!.get!.responses)).toContain('409');
});

const exemplary = operations.filter(
  ({ method, operation: { parameters = [] } }) =>
    method === 'GET' && parameters.length > 0 && parameters.every(({ example }) => example !== undefined)
);
test.each(exemplary)('$name answers to its example, with something in it', async ({ path, operation }) => {
  const given = (place: 'path' | 'query') =>
    (operation.parameters ?? [])
      .filter((parameter) => parameter.in === place)
      .map(({ name, example }): [string, string] => [name, example!]);
  const query = new URLSearchParams(given('query')).toString();
  const response = await ask('GET', path, {
    parameters: Object.fromEntries(given('path')),
    query: query === '' ? '' : `?${query}`
  });
  expect(response.status).toBe(200);
  expect((await response.text()).length).toBeGreaterThan(100);
});

/** What is refused by one operation alone. */
const single: readonly (readonly [string, string, () => Sent, number])[] = [
  ['GET', '/api/v1/rules', () => ({}), 400],
  ['GET', '/api/v1/collections/{collection}/documents/{document}/evidence', () => ({}), 400],
  [
    'GET',
    '/api/v1/collections/{collection}/exports/{file}',
    () => ({ parameters: { ...places.stored, file: 'x' } }),
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
    taskOver = places.stored;
    if (method === 'DELETE') await ask('DELETE', path, { parameters: taskOver });
    const response = await ask(method, path, { parameters: places.stored, ...sent() });
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
    expect(
      (await errorOf(await ask('PATCH', path, { parameters: places.stored, ...json({}) }))).message
    ).toMatch(/^There is nothing to change/);
});
