import { describe, expect, test, vi } from 'vitest';
import { addText, emptyDrafts, type Drafts } from '$lib/view/drafts';
import { addFile, keptTitle, keepTexts } from '$lib/view/drafts-keep';
import type { OwnResult } from '$lib/view/drafts-request';
import { draftOf, type ImportDraft, type ImportPreview } from '$lib/view/import';
import type { Post } from '$lib/view/import-request';

const preview = (name: string, text: string, more: Partial<ImportPreview> = {}): ImportPreview => ({
  key: name,
  name,
  row: null,
  address: null,
  mediaType: 'text/plain',
  encoding: 'utf-8',
  size: text.length,
  words: 3,
  blocks: [{ text, gap: '', kept: true, reason: null }],
  notices: [],
  known: null,
  title: null,
  author: null,
  publisher: null,
  published: null,
  canonical: null,
  language: null,
  ...more
});
const read = (...documents: ImportPreview[]): ImportDraft[] => documents.map(draftOf);

describe('a file in the form', () => {
  test('fills the first empty text, under its title or its name', () => {
    const first = addFile(emptyDrafts(), 'the_report.pdf', read(preview('the_report.pdf', 'One.')));
    const second = addFile(first.drafts, 'b.html', read(preview('b.html', 'Two.', { title: 'A headline' })));
    expect(second.drafts.texts.map(({ name, text }) => [name, text])).toEqual([
      ['the report', 'One.'],
      ['A headline', 'Two.']
    ]);
    expect(second.remarks).toEqual([]);
  });

  test('of many documents fills as many as there is room for, and says what found none', () => {
    const nine = Array.from({ length: 9 }).reduce<Drafts>(
      (drafts, _, index) => addText(drafts, '', `Text ${index}.`),
      emptyDrafts()
    );
    const zip = read(preview('a.zip/x.txt', 'Ten.'), preview('a.zip/y.txt', 'Eleven.'));
    const { drafts, remarks } = addFile(nine, 'a.zip', zip);
    expect([drafts.texts.length, drafts.texts[9]!.name]).toEqual([10, 'x']);
    expect(remarks).toEqual([expect.stringContaining('a.zip: the last 1 document found no room')]);
    expect(addFile(drafts, 'b.txt', read(preview('b.txt', 'Twelve.')))).toEqual({
      drafts,
      remarks: ['b.txt: there are 10 texts already.']
    });
  });

  test('passes on what its reader should know, under the name it is about', () => {
    const notices = [
      {
        code: 'members-skipped',
        message: '1 file could not be read.',
        refused: [{ name: 'p.png', why: 'x' }]
      },
      { code: 'encoding-guessed', message: 'Read as windows-1252.' }
    ];
    const { remarks } = addFile(emptyDrafts(), 'a.zip', read(preview('a.zip/x.txt', 'One.', { notices })));
    expect(remarks).toEqual(['a.zip: 1 file could not be read.', 'a.zip/x.txt: Read as windows-1252.']);
  });
});

describe('a comparison that is kept', () => {
  const documents = [
    { id: 't1', text: 'One.', title: 'First' },
    { id: 't2', text: 'Two.', title: null },
    { id: 't3', text: 'Three.', title: 'Third' }
  ];

  test('is called by its texts', () => {
    expect(keptTitle(documents)).toBe('First, Third and 1 other');
    expect(keptTitle(documents.map((one) => ({ ...one, title: null })))).toBe('Your own texts');
  });

  test('sends every text under its name, then the claims, counted', async () => {
    const post = vi.fn<Post>(async (path, { body }) => {
      if (path.endsWith('/import')) {
        const { name, text } = JSON.parse(String(body)) as { name: string; text: string };
        return new Response(JSON.stringify({ documents: [preview(name, text)], fetched: null }));
      }
      return new Response(JSON.stringify({ collection: 'c~1' }));
    });
    const claims = [
      { id: 'c1', statement: 'It rained.' },
      { id: 'c2', statement: 'It snowed.' }
    ];
    const result = { documents, request: { documents: [], claims }, audit: {} } as unknown as OwnResult;
    const signal = new AbortController().signal;
    expect(await keepTexts(result, { post, signal })).toBe('c~1');
    const sent = post.mock.calls.map(([path, { body }]) => [path, body] as const);
    expect(sent.map(([path]) => path)).toEqual([
      ...Array.from({ length: 3 }, () => '/api/v1/import'),
      '/api/v1/import/save',
      ...Array.from({ length: 2 }, () => '/api/v1/collections/c~1/contested')
    ]);
    const saved = JSON.parse(String((sent[3]![1] as FormData).get('request'))) as {
      target: unknown;
      sources: { corrections: { title: string }[] }[];
    };
    expect(saved.sources.map(({ corrections }) => corrections[0]!.title)).toEqual([
      'First',
      'Text 2',
      'Third'
    ]);
    expect(sent.slice(4).map(([, body]) => JSON.parse(String(body)) as { since: number })).toMatchObject([
      { since: 0, change: { kind: 'add', claim: { statement: 'It rained.' } } },
      { since: 1, change: { kind: 'add', claim: { statement: 'It snowed.' } } }
    ]);
  });
});
