import { beforeAll, describe, expect, test } from 'vitest';
import { useLibrary } from '../unit/server/test-library';
import { ask, components, json, operations, type Operation, type Parameters, type Sent } from './asking';
import { wrongIn, type Schema } from './json-schema';
import { BODIES, BUNDLED, NOWHERE, places, prepare, takenBy } from './library-to-ask';

useLibrary();
const { schemas } = components;

/** What somebody might write in the place of a name. */
const STRANGE = [
  '',
  'a\0b',
  '~',
  '..',
  '../../etc/passwd',
  '%00',
  "' or 1=1 --",
  '__proto__',
  'constructor',
  '\ud800',
  'ü'.repeat(3_000),
  '9'.repeat(40),
  '-1',
  'bridge~aaaaa\0'
];
/** What somebody might send in the place of anything. */
const OTHERS: readonly unknown[] = [
  null,
  true,
  -1,
  1.5,
  9e15,
  '',
  ' ',
  'a\0b',
  '\ud800',
  'x'.repeat(70_000),
  [],
  [null],
  {},
  { __proto__: null, a: 1 },
  [[]]
];

/** Changes to a registry that are no addition; each is made of a claim that is there. */
const CHANGES: readonly object[] = [
  { kind: 'edit', claim: { id: 'the-bridge-opened-late', statement: 'It opened late.' } },
  { kind: 'judge', claim: 'the-bridge-opened-late', document: 'a', stance: 'asserts', reason: 'It does.' },
  { kind: 'unjudge', claim: 'the-bridge-opened-late', document: 'a' },
  { kind: 'withdraw', claim: 'the-bridge-opened-late', reason: 'Said twice.' },
  { kind: 'dismiss', proposal: 'none', reason: 'No claim.' },
  { kind: 'undo', of: 1 }
];

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** A value with one place of it changed in each way: taken away, added to, or something else in its stead. */
function* changed(value: unknown): Generator<unknown> {
  yield* OTHERS;
  if (Array.isArray(value)) {
    yield [...value, ...(value as unknown[])];
    for (const [index, item] of value.entries())
      for (const other of changed(item)) yield value.with(index, other);
  }
  if (isObject(value)) {
    yield { ...value, nobodyKnows: 1 };
    for (const name of Object.keys(value)) {
      yield Object.fromEntries(Object.entries(value).filter(([other]) => other !== name));
      for (const other of changed(value[name])) yield { ...value, [name]: other };
    }
  }
}

/** What an answer says, where it is not as described; empty when all is. */
async function wrongInAnswer(response: Response, { responses }: Operation): Promise<string[]> {
  const described = responses[response.status];
  const body = await response.text();
  if (described === undefined) return [`${response.status} is not described: ${body.slice(0, 200)}`];
  // Nothing that was sent here is the server's own fault.
  if (response.status >= 500) return [`${response.status} ${body.slice(0, 200)}`];
  const schema = described.content?.['application/json']?.schema;
  if (schema === undefined) return [];
  return wrongIn(schema, JSON.parse(body), schemas, true).map((one) => `${response.status}: ${one}`);
}

const bodySchema = ({ requestBody }: Operation): Schema | undefined =>
  requestBody?.content['application/json']?.schema;

let asked = 0;
beforeAll(prepare);

test('changes to a registry answer as described, with one place of each changed', async () => {
  const path = '/api/v1/collections/{collection}/contested';
  const operation = operations.find((one) => one.method === 'POST' && one.path === path)!.operation;
  const schema = bodySchema(operation)!;
  for (const change of CHANGES) {
    await prepare();
    await ask('POST', path, takenBy(`POST ${path}`));
    const possible = !['dismiss', 'undo'].includes((change as { kind: string }).kind);
    for (const body of [{ change, since: 1 }, ...changed({ change, since: 1 })]) {
      const wrong = wrongIn(schema, body, schemas);
      const response = await ask('POST', path, {
        parameters: places.stored,
        ...json(body),
        from: `192.0.2.${asked++ % 250}`
      });
      const { status } = response;
      expect(await wrongInAnswer(response, operation), JSON.stringify(body).slice(0, 300)).toEqual([]);
      if (wrong.length > 0) expect([400, 409], wrong.join(', ')).toContain(status);
      else if (possible && (body as { change?: unknown }).change === change)
        expect([200, 409]).toContain(status);
      if (status === 200) {
        await prepare();
        await ask('POST', path, takenBy(`POST ${path}`));
      }
    }
  }
});

describe.each(operations)('$name answers as described', ({ name, method, path, operation }) => {
  const answered = async (sent: Sent, what: unknown): Promise<number> => {
    // Nobody asks too often here.
    const response = await ask(method, path, { ...sent, from: `192.0.2.${asked++ % 250}` });
    const { status } = response;
    const wrong = await wrongInAnswer(response, operation);
    expect(wrong, `sent ${JSON.stringify(what).slice(0, 300)}`).toEqual([]);
    return status;
  };
  const names = (operation.parameters ?? []).filter((one) => one.in === 'path').map((one) => one.name);
  const queries = (operation.parameters ?? []).filter((one) => one.in === 'query').map((one) => one.name);

  test('what is asked for as it should be', async () => {
    await prepare();
    expect(await answered(takenBy(name), 'what it takes')).toBeLessThan(300);
  });

  test('of what is there, what came with Parallax, what is empty and what is nowhere', async () => {
    await prepare();
    const all: readonly Parameters[] = [places.stored, places.empty, BUNDLED, NOWHERE];
    for (const parameters of all) await answered({ ...takenBy(name), parameters }, parameters);
  });

  if (names.length > 0)
    test('under strange names', async () => {
      for (const one of names)
        for (const strange of STRANGE) {
          const parameters = { ...places.stored, [one]: strange };
          const status = await answered({ ...takenBy(name), parameters }, [one, strange]);
          expect({ strange, status }).toEqual({ strange, status: 404 });
        }
    });

  if (queries.length > 0)
    test('of strange questions', async () => {
      for (const one of queries)
        for (const strange of [...STRANGE, 'a'.repeat(10_000), '"', '-', '& | !', '""""']) {
          const query = `?${one}=${encodeURIComponent(strange.toWellFormed())}`;
          await answered({ ...takenBy(name), query }, query);
        }
      await answered({ parameters: places.stored }, 'no question');
    });

  const fields = Object.keys(operation.requestBody?.content['multipart/form-data']?.schema?.properties ?? {});
  if (fields.length > 0)
    test('forms with one field changed', async () => {
      await prepare();
      const good = takenBy(name).body as FormData;
      for (const field of fields)
        for (const strange of [
          ...STRANGE,
          null,
          new File(['\0\xff'], 'a\0.txt'),
          new File([], ''),
          '{}',
          '[1]'
        ]) {
          const body = new FormData();
          for (const [key, value] of good) if (key !== field) body.append(key, value);
          if (strange !== null) body.append(field, strange);
          const status = await answered({ ...takenBy(name), body }, [field, strange]);
          if (status < 300) await prepare();
        }
    });

  const schema = bodySchema(operation);
  if (schema !== undefined)
    test('what is sent with one place changed, and takes nothing that is not described', async () => {
      await prepare();
      const good = BODIES[name]!();
      expect(wrongIn(schema, good, schemas)).toEqual([]);
      for (const body of changed(good)) {
        const wrong = wrongIn(schema, body, schemas);
        const status = await answered({ ...takenBy(name), ...json(body) }, body);
        if (wrong.length > 0)
          expect({ status, body: JSON.stringify(body).slice(0, 300), wrong }).toMatchObject({ status: 400 });
        // What was renamed or thrown away is there again.
        if (status < 300 && !name.startsWith('POST /api/v1/revision')) await prepare();
      }
      for (const body of [
        '',
        '{',
        '"a',
        'null',
        '[]',
        '1',
        new Uint8Array([0xff, 0xfe]),
        `${'['.repeat(9_000)}`
      ])
        expect(await answered({ ...takenBy(name), body }, String(body))).toBe(400);
    });
});
