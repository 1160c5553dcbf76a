import { describe, expect, test, vi } from 'vitest';
import {
  draftOf,
  isBulk,
  wantedDrafts,
  type ImportBlock,
  type ImportPreview,
  type ImportSource
} from '$lib/view/import';
import { reasonText, runsOf, switchBlock, textOf, wordCount } from '$lib/view/import-blocks';
import { draftProblem, fieldProblem } from '$lib/view/import-fields';
import { knownText, originText } from '$lib/view/import-words';
import { queueSource, readSource, saveSources, type Post } from '$lib/view/import-request';
import { twinKey, twinsOf } from '$lib/view/import-twins';

const block = (text: string, reason: string | null = null): ImportBlock => ({
  text,
  gap: '\n\n',
  kept: reason === null,
  reason
});

function previewOf(key: string, blocks: readonly ImportBlock[] | null): ImportPreview {
  const known = {
    title: null,
    author: null,
    publisher: null,
    published: null,
    canonical: null,
    language: null
  };
  return {
    key,
    name: `${key}.html`,
    row: null,
    address: null,
    mediaType: 'text/html',
    encoding: 'utf-8',
    size: 10,
    words: 4,
    blocks,
    notices: [],
    known: null,
    ...known
  };
}

const BLOCKS = [
  block('Home', 'navigation'),
  block('Ad', 'promotion'),
  block('One two.'),
  block('Three four.')
];
const draft = draftOf(previewOf('a', BLOCKS));

function sourceOf(
  id: string,
  drafts: ImportSource['drafts'],
  bytes: Blob | null = new Blob(['x'])
): ImportSource {
  return {
    id,
    kind: 'file',
    name: `${id}.html`,
    state: 'ready',
    sent: null,
    problem: null,
    bytes,
    mediaType: null,
    address: null,
    drafts
  };
}

describe('a draft', () => {
  test('has the text of the blocks that are kept, and changes with them', () => {
    expect(textOf(draft)).toBe('One two.\n\nThree four.');
    const put = switchBlock(switchBlock(draft, 0), 3);
    expect([textOf(put), wordCount(put)]).toEqual(['Home\n\nOne two.', 3]);
    expect(textOf(switchBlock(put, 3))).toBe('Home\n\nOne two.\n\nThree four.');
  });

  test('folds away what was left out, by what it was', () => {
    expect(runsOf(draft.preview)).toEqual([
      { kept: false, places: [0, 1], what: 'navigation, advertising' },
      { kept: true, places: [2, 3], what: '' }
    ]);
    expect(reasonText('something new')).toBe('not part of the text');
  });

  test('cannot be saved without a block, unless it is not wanted', () => {
    const empty = switchBlock(switchBlock(draft, 2), 3);
    expect(draftProblem(empty)).toContain('Nothing is left');
    expect(draftProblem({ ...empty, wanted: false })).toBeNull();
    expect(draftProblem({ ...draft, fields: { ...draft.fields, published: 'May' } })).toContain(
      'Published: Write a day'
    );
  });

  test('says what it is', () => {
    expect(originText(draft)).toBe('a.html · web page · 4 words in all');
    const row = { ...draft.preview, row: 3, mediaType: 'text/csv', encoding: 'windows-1252' };
    expect(originText({ ...draft, preview: row })).toBe(
      'a.html, row 3 · table · windows-1252 · 4 words in all'
    );
  });
});

test.each([
  ['published', '2024-03-05', true],
  ['published', '2024-02-30', false],
  ['published', '5 March', false],
  ['canonical', 'https://a.test/x', true],
  ['canonical', 'a.test', false],
  ['canonical', 'javascript:alert(1)', false],
  ['language', 'en-GB', true],
  ['language', 'English', false],
  ['title', 'x'.repeat(501), false],
  ['author', '', true]
] as const)('%s %j can be saved: %j', (field, text, fine) => {
  expect(fieldProblem(field, text) === null).toBe(fine);
});

test('what the library knows is told by how much is the same', () => {
  const known = {
    collection: 'c',
    collectionTitle: 'Bridges',
    document: 'd',
    title: 'Opening',
    share: 0.614
  };
  expect(knownText({ ...known, kind: 'near' })).toContain('“Opening” in Bridges shares 61%');
  expect(knownText({ ...known, kind: 'same-bytes' })).toContain('This very document');
});

describe('documents of one import', () => {
  const long = (end: string) =>
    block(`The new bridge over the harbour opened on Monday and the mayor spoke for long ${end}`);
  const drafts = [
    long('indeed.'),
    long('there.'),
    block('Something else altogether, about ferries and their crews.')
  ];
  const sources = drafts.map((one, index) => sourceOf(`s${index}`, [draftOf(previewOf(`k${index}`, [one]))]));

  test('that are nearly the same are announced, the later by the earlier', () => {
    const twins = twinsOf(sources);
    expect([...twins.keys()]).toEqual([twinKey(sources[1]!, sources[1]!.drafts[0]!)]);
    expect([...twins.values()][0]!.message).toMatch(
      /^Nearly the same text as “k0.html” above: they share \d\d%/
    );
    expect([...twinsOf([sources[0]!, { ...sources[0]!, id: 's9' }]).values()]).toEqual([
      { same: true, message: 'The same text as “k0.html” above.' }
    ]);
  });

  test('are told anew when a title is typed or a block is left out', () => {
    const [first, second] = [sources[0]!, sources[1]!];
    const titled = { ...first.drafts[0]!, fields: { ...first.drafts[0]!.fields, title: 'Ferry' } };
    expect([...twinsOf([{ ...first, drafts: [titled] }, second]).values()][0]!.message).toContain('“Ferry”');
    const emptied = { ...first, drafts: [switchBlock(titled, 0)] };
    expect(twinsOf([emptied, second]).size).toBe(0);
    expect(twinsOf([first, second]).size).toBe(1);
  });

  test('that are not wanted are not compared, and not counted', () => {
    const without = { ...sources[0]!, drafts: [{ ...sources[0]!.drafts[0]!, wanted: false }] };
    expect(twinsOf([without, sources[1]!]).size).toBe(0);
    expect(wantedDrafts([without, sources[1]!])).toHaveLength(1);
  });

  test('whose texts are not shown are imported as a whole', () => {
    expect(isBulk(sourceOf('s', [draftOf(previewOf('k', null))]))).toBe(true);
    expect(isBulk(sources[0]!)).toBe(false);
  });
});

describe('asking the server', () => {
  const signal = new AbortController().signal;
  const answering = (body: unknown, status = 200) =>
    vi.fn<Post>(async () => new Response(JSON.stringify(body), { status }));

  test('a page comes back with its bytes', async () => {
    const fetched = {
      name: 'a.test story',
      mediaType: 'text/html; charset=utf-8',
      address: 'https://a.test/story',
      base64: btoa('<p>\xe9')
    };
    const post = answering({ documents: [previewOf('k', BLOCKS)], fetched });
    const read = await readSource({ kind: 'page', address: 'https://a.test' }, { post, signal });
    expect(new Uint8Array(await read.bytes!.arrayBuffer())).toEqual(new Uint8Array([60, 112, 62, 0xe9]));
    expect([read.address, read.name, read.drafts.length]).toEqual([
      'https://a.test/story',
      'a.test story',
      1
    ]);
  });

  test('a text that the reader named has that name as its title', async () => {
    const post = answering({ documents: [previewOf('k', BLOCKS)], fetched: null });
    const text = { kind: 'text', name: 'My notes', bytes: new Blob(['One two.']) } as const;
    const named = await readSource({ ...text, named: true }, { post, signal });
    const unnamed = await readSource(text, { post, signal });
    expect([named.drafts[0]?.fields.title, unnamed.drafts[0]?.fields.title]).toEqual(['My notes', '']);
  });

  test('a refusal is told in the words of the server', async () => {
    const wanted = { kind: 'file', name: 'a.pdf', bytes: new Blob(['x']) } as const;
    const refused = answering({ error: { code: 'broken', message: 'a.pdf is broken.', path: null } }, 422);
    await expect(readSource(wanted, { post: refused, signal })).rejects.toThrow('a.pdf is broken.');
    const gone = vi.fn<Post>(() => Promise.reject(new TypeError('failed')));
    await expect(readSource(wanted, { post: gone, signal })).rejects.toThrow('still here');
  });

  test('what is wanted is saved, with its corrections, bytes in the order of the sources', async () => {
    const changed = { ...switchBlock(switchBlock(draft, 3), 0), fields: { ...draft.fields, title: ' T ' } };
    const unwanted = { ...draftOf(previewOf('b', BLOCKS)), wanted: false };
    const post = answering({ collection: 'c~1', documents: [] });
    const sources = [
      sourceOf('s1', [changed, unwanted]),
      sourceOf('s2', [unwanted]),
      sourceOf('s3', [draft])
    ];
    expect(await saveSources(sources, { newTitle: 'New' }, { post, signal })).toBe('c~1');
    const form = post.mock.calls[0]![1].body as FormData;
    expect(form.getAll('file').map((file) => (file as File).name)).toEqual(['s1.html', 's3.html']);
    const request = JSON.parse(String(form.get('request'))) as { sources: { corrections: unknown[] }[] };
    expect(request.sources.map(({ corrections }) => corrections)).toEqual([
      [
        {
          key: 'a',
          title: 'T',
          author: null,
          publisher: null,
          published: null,
          canonical: null,
          language: null,
          switched: [0, 3]
        }
      ],
      [expect.objectContaining({ key: 'a', switched: [] })]
    ]);
  });

  test('a file with many documents goes to the queue', async () => {
    const post = answering({ collection: 'c~1' });
    await queueSource(sourceOf('s1', []), { id: 'c~1' }, { post, signal });
    expect(post.mock.calls[0]![0]).toBe('/api/v1/jobs');
    expect((post.mock.calls[0]![1].body as FormData).get('collection')).toBe('c~1');
  });
});
