import { describe, expect, test } from 'vitest';
import { draftOf, type ImportBlock, type ImportDraft, type ImportPreview } from '$lib/view/import';
import { versionOfFile } from '$lib/view/version-file';

const kept = (text: string): ImportBlock => ({ text, gap: '\n\n', kept: true, reason: null });
const read = (blocks: readonly ImportBlock[], notices: ImportPreview['notices'] = []): ImportDraft =>
  draftOf({
    key: 'a',
    name: 'draft.docx',
    row: null,
    address: null,
    mediaType: 'text/plain',
    encoding: null,
    size: 1,
    words: 1,
    blocks,
    notices,
    known: null,
    title: null,
    author: null,
    publisher: null,
    published: null,
    canonical: null,
    language: null
  });

describe('a new version from a file', () => {
  test('is the text that an import would save, and says what was left out of it', () => {
    const pageNumber: ImportBlock = { text: 'Page 1', gap: '\n\n', kept: false, reason: 'page-chrome' };
    const draft = read(
      [kept('One.'), pageNumber, kept('Two.')],
      [
        { code: 'little-text', message: 'Only 2 words were found.' },
        { code: 'not-english', message: 'This does not read as English.' }
      ]
    );
    expect(versionOfFile('draft.docx', [draft])).toEqual({
      text: 'One.\n\nTwo.',
      remarks: ['1 piece of the file was left out as not part of the text.', 'This does not read as English.']
    });
  });

  test('is refused, with what to do, where the file holds many documents or no text', () => {
    const one = read([kept('One.')]);
    expect(versionOfFile('many.zip', [one, one])).toEqual({
      problem: expect.stringMatching(/^many\.zip holds 2 documents.*choose the file of that text/s) as string
    });
    expect(versionOfFile('empty.docx', [read([])])).toEqual({
      problem: expect.stringContaining('holds no text') as string
    });
  });
});
