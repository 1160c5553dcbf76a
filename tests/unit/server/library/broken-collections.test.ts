import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { DomainError } from '$lib/server/domain-error';

const corpus = mkdtempSync(join(tmpdir(), 'parallax corpus '));
const folder = join(corpus, 'bridge');

const COLLECTION = `title: The bridge
question: Was it late?
description: Two texts.
documents:
  - file: a.txt
    title: Bridge opens
    publisher: null
    author: null
    published: 2024-05-01
    retrieved: null
    shown:
      - field: title
        quote: Bridge opens
      - field: published
        quote: 1 May 2024
  - file: b.md
    title: null
    publisher: null
    author: null
    published: null
    retrieved: null
    shown: []
`;
const CONTESTED = `claims:
  - id: late
    statement: The bridge was late.
    whyContested: One says so. The other does not.
    positions:
      - view: It was late.
        references: []
      - view: It was on time.
        references: []
    cues:
      - [bridge]
`;

function write(collection: string, contested: string): void {
  writeFileSync(join(folder, 'collection.yaml'), collection);
  writeFileSync(join(folder, 'contested.yaml'), contested);
}

let library: typeof import('$lib/server/library');

beforeAll(async () => {
  vi.stubEnv('PARALLAX_CORPUS', corpus);
  vi.resetModules();
  library = await import('$lib/server/library');
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(corpus, { recursive: true });
});
beforeEach(() => {
  mkdirSync(join(folder, 'documents'), { recursive: true });
  writeFileSync(
    join(folder, 'documents', 'a.txt'),
    'Bridge opens\n1 May 2024\nThe bridge opened two years late.'
  );
  writeFileSync(join(folder, 'documents', 'b.md'), 'The mayor said that the bridge was on time.');
  write(COLLECTION, CONTESTED);
});

/** The error as the API would show it. */
async function problem(): Promise<{ code: string; message: string; path: string | null }> {
  const error: unknown = await library.openCollection('bridge').catch((cause: unknown) => cause);
  // The module was loaded anew for its corpus folder, so its error class is its own.
  expect((error as Error).name).toBe(new DomainError('', '').name);
  const { code, message, path } = error as DomainError;
  return { code, message, path };
}

test('a well-formed collection opens, with ids from the names of its files', async () => {
  const { documents, contested } = await library.openCollection('bridge');
  expect(documents.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(contested[0]).toMatchObject({ id: 'late', counterStatement: null, denials: [] });
});

describe('a broken file is named with the place', () => {
  test.each([
    ['no YAML', COLLECTION, `${CONTESTED}  - id: [`, 'contested.yaml', 'not valid YAML'],
    [
      'a missing field',
      COLLECTION,
      CONTESTED.replace(/ {4}whyContested.*\n/, ''),
      'contested.yaml:2',
      'missing'
    ],
    ['a misspelt field', COLLECTION, CONTESTED.replace('cues', 'cue'), 'contested.yaml', 'cue'],
    ['a field for a verdict', COLLECTION, `${CONTESTED}    verdict: false\n`, 'contested.yaml', 'verdict'],
    ['an id twice', COLLECTION, CONTESTED + CONTESTED.replace('claims:\n', ''), 'contested.yaml:12', 'taken'],
    [
      'one position',
      COLLECTION,
      CONTESTED.replace(/ {6}- view: It was on.*\n.*\n/, ''),
      'contested.yaml',
      'two'
    ],
    ['a duplicate key', COLLECTION, `${CONTESTED}    statement: Again.\n`, 'contested.yaml', 'unique'],
    ['a file that is not there', COLLECTION.replace('b.md', 'c.md'), CONTESTED, 'collection.yaml:16', 'c.md'],
    [
      'a path for a file',
      COLLECTION.replace('b.md', '../b.md'),
      CONTESTED,
      'collection.yaml:16',
      'without a path'
    ],
    [
      'a quote that is not in the text',
      COLLECTION.replace('quote: 1 May', 'quote: 2 May'),
      CONTESTED,
      'collection.yaml:15',
      'not in'
    ],
    [
      'a field that no quote shows',
      COLLECTION.replace('author: null', 'author: A. N. Other'),
      CONTESTED,
      'collection.yaml:8',
      'author'
    ],
    [
      'a date that is none',
      COLLECTION.replace('2024-05-01', '2024-02-31'),
      CONTESTED,
      'collection.yaml:9',
      'calendar'
    ],
    [
      'no documents',
      COLLECTION.replace(/documents:[\s\S]*/, 'documents: []\n'),
      CONTESTED,
      'collection.yaml:4',
      'empty'
    ]
  ])('%s', async (_name, collection, contested, place, said) => {
    write(collection, contested);
    const { code, message, path } = await problem();
    expect(code).toBe('broken-collection');
    expect(path).toContain(`bridge/${place}`);
    expect(message).toContain(said);
  });

  test('a text that is not UTF-8', async () => {
    writeFileSync(join(folder, 'documents', 'b.md'), Buffer.from([0x66, 0xff, 0xfe]));
    expect(await problem()).toMatchObject({ code: 'not-utf-8' });
  });

  test('the list still shows it, with what to mend', async () => {
    write('title: [', CONTESTED);
    expect(await library.listCollections()).toMatchObject([
      { id: 'bridge', problem: expect.stringContaining('collection.yaml') }
    ]);
  });
});

test('a mended file is read again', async () => {
  write('title: [', CONTESTED);
  await problem();
  write(COLLECTION, CONTESTED);
  expect((await library.openCollection('bridge')).title).toBe('The bridge');
  write(COLLECTION.replace('The bridge', 'A tunnel'), CONTESTED);
  utimesSync(join(folder, 'collection.yaml'), new Date(0), new Date(0));
  expect((await library.openCollection('bridge')).title).toBe('A tunnel');
});

test('an audit is computed once for the same texts, and anew for others', async () => {
  const first = await library.auditCollection('bridge');
  expect(await library.auditCollection('bridge')).toBe(first);
  writeFileSync(join(folder, 'documents', 'b.md'), 'The mayor said that the bridge was early.');
  const second = await library.auditCollection('bridge');
  expect(second.documents[1]?.textSha256).not.toBe(first.documents[1]?.textSha256);
});

test.each(['..', '../bridge', 'Bridge', '', 'nothing-here', 'bridge/documents'])(
  'there is no collection "%s"',
  async (id) => {
    await expect(library.openCollection(id)).rejects.toMatchObject({ code: 'not-found', status: 404 });
  }
);
