import { rmSync } from 'node:fs';
import type { RequestEvent, RequestHandler } from '@sveltejs/kit';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { docx } from '../fixtures/import/docx';
import { zip } from '../fixtures/import/zip';

const set = await vi.hoisted(async () => {
  const { createServer: serve } = await import('node:http');
  const { mkdtempSync: make } = await import('node:fs');
  const { tmpdir: tmp } = await import('node:os');
  const { join: at } = await import('node:path');
  const page =
    '<html lang="en"><head><title>Bridge</title></head><body><nav>Home</nav><article><p>The bridge opened on Monday, and the mayor spoke.</p></article></body></html>';
  const site = serve((_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
  );
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const address = site.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const data = make(at(tmp(), 'parallax-import-'));
  process.env.PARALLAX_DATA = data;
  process.env.PARALLAX_IMPORT_ALLOW = `127.0.0.1:${port}`;
  return { site, port, data, page };
});

const { POST: preview } = await import('../../src/routes/api/v1/import/+server');
const { POST: save } = await import('../../src/routes/api/v1/import/save/+server');
const { closeLibrary, listCollections, openCollection } = await import('$lib/server/library');

afterAll(async () => {
  set.site.close();
  await closeLibrary();
  rmSync(set.data, { recursive: true, force: true });
});

async function ask(handler: RequestHandler, body: BodyInit, type?: string) {
  const request = new Request('http://localhost/api/v1/import', {
    method: 'POST',
    body,
    ...(type ? { headers: { 'content-type': type } } : {})
  });
  const event = { request, url: new URL(request.url), params: {}, locals: {} } as unknown as RequestEvent;
  const response = await handler(event);
  return { status: response.status, body: (await response.json()) as never };
}

const json = (value: unknown) => [JSON.stringify(value), 'application/json'] as const;

function form(files: readonly { name: string; bytes: Uint8Array | string }[], request?: unknown): FormData {
  const data = new FormData();
  if (request !== undefined) data.append('request', JSON.stringify(request));
  for (const { name, bytes } of files) data.append('file', new File([bytes as BlobPart], name));
  return data;
}

interface Shown {
  documents: {
    key: string;
    title: string | null;
    words: number;
    blocks: { text: string; kept: boolean }[] | null;
    notices: { code: string }[];
    known: { kind: string; collection: string } | null;
  }[];
  fetched: { address: string; base64: string; mediaType: string; name: string } | null;
}
const shown = (answer: { body: unknown }): Shown => answer.body as Shown;
const errorOf = (answer: { body: unknown }) =>
  (answer.body as { error: { code: string; path: string | null } }).error;
const NOTHING = {
  title: null,
  author: null,
  publisher: null,
  published: null,
  canonical: null,
  language: null
};

describe('a preview', () => {
  test('shows a file, stores nothing, and says the same twice', async () => {
    const file = { name: 'a.docx', bytes: docx(['First paragraph.', 'Second.']) };
    const first = await ask(preview, form([file]));
    expect(first.status).toBe(200);
    expect(shown(first).documents[0]?.blocks?.map(({ text }) => text)).toEqual([
      'First paragraph.',
      'Second.'
    ]);
    expect((await ask(preview, form([file]))).body).toEqual(first.body);
    expect((await listCollections()).filter(({ stored }) => stored)).toEqual([]);
  });

  test('shows a text, and a page with its bytes', async () => {
    const text = shown(await ask(preview, ...json({ text: 'One two three.', name: 'Notes' })));
    expect([text.documents[0]?.words, text.fetched]).toEqual([3, null]);
    const page = shown(await ask(preview, ...json({ url: `http://127.0.0.1:${set.port}/story` })));
    expect(page.documents[0]?.title).toBe('Bridge');
    expect(page.documents[0]?.blocks?.filter(({ kept }) => !kept).map(({ text: cut }) => cut)).toEqual([
      'Home'
    ]);
    expect(Buffer.from(page.fetched!.base64, 'base64').toString()).toBe(set.page);
  });

  test('knows the documents of the library', async () => {
    const collection = await openCollection('russia-nato');
    const { id, text } = collection.documents[0]!;
    const { documents } = shown(await ask(preview, ...json({ text })));
    expect(documents[0]?.known).toMatchObject({
      kind: 'same-bytes',
      collection: 'russia-nato',
      document: id
    });
  });

  test('of many documents leaves their texts out', async () => {
    const members = Array.from({ length: 301 }, (_, index) => ({
      path: `${index}.txt`,
      data: `Text ${index}.`
    }));
    const { documents } = shown(await ask(preview, form([{ name: 'many.zip', bytes: zip(members) }])));
    expect([documents.length, documents[0]?.blocks]).toEqual([301, null]);
  });

  test.each<[string, Parameters<typeof ask>, number, string]>([
    ['no file', [preview, form([])], 400, 'invalid-request'],
    [
      'two files',
      [
        preview,
        form([
          { name: 'a', bytes: 'x' },
          { name: 'b', bytes: 'y' }
        ])
      ],
      400,
      'invalid-request'
    ],
    ['an empty file', [preview, form([{ name: 'a.txt', bytes: '' }])], 422, 'empty'],
    ['neither text nor address', [preview, ...json({})], 400, 'invalid-request'],
    ['both', [preview, ...json({ text: 'a', url: 'b' })], 400, 'invalid-request'],
    ['an empty text', [preview, ...json({ text: ' ' })], 422, 'no-text'],
    [
      'an address of this computer',
      [preview, ...json({ url: 'http://127.0.0.1:1/' })],
      403,
      'address-not-public'
    ],
    ['no JSON', [preview, 'x', 'application/json'], 400, 'not-json']
  ])('%s is refused in the error shape', async (_name, request, status, code) => {
    const answer = await ask(...request);
    expect([answer.status, errorOf(answer).code]).toEqual([status, code]);
  });
});

describe('saving', () => {
  const text = 'First part.\n\nSecond part.\n\nShare this';

  async function keyOf(name: string, bytes: string): Promise<string> {
    return shown(await ask(preview, form([{ name, bytes }]))).documents[0]!.key;
  }

  test('keeps what the reader corrected, and the bytes as they came', async () => {
    const key = await keyOf('a.txt', text);
    const correction = { ...NOTHING, key, title: ' My  title ', published: '2024-03-05', switched: [2] };
    const source = { kind: 'file', name: 'a.txt', corrections: [correction] };
    const request = { target: { newTitle: 'Saved' }, sources: [source] };
    const answer = await ask(save, form([{ name: 'a.txt', bytes: text }], request));
    expect(answer.status).toBe(201);
    const { collection } = answer.body as { collection: string };
    const [document] = (await openCollection(collection)).documents;
    expect(document).toMatchObject({
      title: 'My title',
      published: '2024-03-05',
      text: 'First part.\n\nSecond part.'
    });
    const again = shown(await ask(preview, form([{ name: 'a.txt', bytes: text }])));
    expect(again.documents[0]?.known).toMatchObject({ kind: 'same-bytes', collection });
  });

  test('is all or nothing: one source that cannot be read keeps the others out', async () => {
    const before = await listCollections();
    const good = {
      kind: 'file',
      name: 'a.txt',
      corrections: [{ ...NOTHING, key: await keyOf('a.txt', text) }]
    };
    const bad = { kind: 'file', name: 'b.pdf', corrections: [{ ...NOTHING, key: 'x' }] };
    const request = { target: { newTitle: 'Half' }, sources: [good, bad] };
    const files = [
      { name: 'a.txt', bytes: text },
      { name: 'b.pdf', bytes: '%PDF-1.4 broken' }
    ];
    expect((await ask(save, form(files, request))).status).toBe(422);
    expect(await listCollections()).toEqual(before);
  });

  test.each<[string, Record<string, unknown>, string, number, string]>([
    ['other bytes than in the preview', {}, 'Other words.', 409, 'changed'],
    ['a block that is not there', { switched: [9] }, text, 400, 'invalid-request'],
    ['all blocks left out', { switched: [0, 1, 2] }, text, 422, 'no-text'],
    ['a day that is none', { published: '2024-02-30' }, text, 400, 'invalid-request'],
    ['an address that runs', { canonical: 'javascript:alert(1)' }, text, 400, 'invalid-request']
  ])('%s is refused', async (_name, change, bytes, status, code) => {
    const correction = { ...NOTHING, key: await keyOf('a.txt', text), ...change };
    const sources = [{ kind: 'file', name: 'a.txt', corrections: [correction] }];
    const answer = await ask(save, form([{ name: 'a.txt', bytes }], { target: { newTitle: 'T' }, sources }));
    expect([answer.status, errorOf(answer).code]).toEqual([status, code]);
  });

  test.each<[string, BodyInit]>([
    ['no form', '{}'],
    ['no request', form([{ name: 'a', bytes: 'x' }])],
    ['no target', form([{ name: 'a', bytes: 'x' }], { sources: [] })],
    [
      'fewer files than sources',
      form([], {
        target: { newTitle: 'T' },
        sources: [{ kind: 'file', name: 'a', corrections: [{ ...NOTHING, key: 'k' }] }]
      })
    ]
  ])('%s is refused', async (_name, body) => {
    const answer = await ask(save, body);
    expect([answer.status, errorOf(answer).code]).toEqual([400, 'invalid-request']);
  });

  test('into a collection that is not there, or is a file, is refused', async () => {
    const sources = [{ kind: 'text', name: 'Pasted text', corrections: [{ ...NOTHING, key: '' }] }];
    const key = shown(await ask(preview, ...json({ text }))).documents[0]!.key;
    sources[0]!.corrections[0]!.key = key;
    for (const id of ['atlantis', 'russia-nato']) {
      const answer = await ask(
        save,
        form([{ name: 'Pasted text', bytes: text }], { target: { id }, sources })
      );
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
    }
  });
});
