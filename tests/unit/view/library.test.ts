import { describe, expect, test } from 'vitest';
import {
  chooseDocuments,
  hrefOfCollection,
  readDocumentSort,
  readMost,
  readSort,
  changedText,
  sharedTitles,
  sortCollections,
  taskSentence,
  type LibraryCollection,
  type LibraryDocument,
  type LibraryTask
} from '$lib/view/library';

const document = (id: string, more: Partial<LibraryDocument> = {}): LibraryDocument => ({
  id,
  title: null,
  author: null,
  publisher: null,
  published: null,
  note: null,
  version: 1,
  words: 10,
  file: `${id}.txt`,
  ...more
});
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);

describe('documents of a collection', () => {
  const all = [
    document('a', { title: 'Élan and ruin', publisher: 'Harbour News', published: '2024-03-05', words: 5 }),
    document('b', { title: 'bridge', author: 'Anna Brown', words: 90 }),
    document('c', { title: 'Elan', published: '2024-04-01' }),
    document('d')
  ];

  test('are found by words of title, author, publisher and file, whatever their case and accents', () => {
    expect(ids(chooseDocuments(all, 'élan', 'added'))).toEqual(['a', 'c']);
    expect(ids(chooseDocuments(all, 'NEWS elan', 'added'))).toEqual(['a']);
    expect(ids(chooseDocuments(all, ' anna ', 'added'))).toEqual(['b']);
    expect(ids(chooseDocuments(all, 'd.txt', 'added'))).toEqual(['d']);
    expect(chooseDocuments(all, 'nobody', 'added')).toEqual([]);
  });

  test('stand in the order asked for, those without a date last', () => {
    expect(ids(chooseDocuments(all, '', 'added'))).toEqual(['a', 'b', 'c', 'd']);
    expect(ids(chooseDocuments(all, '', 'title'))).toEqual(['b', 'd', 'c', 'a']);
    expect(ids(chooseDocuments(all, '', 'published'))).toEqual(['c', 'a', 'b', 'd']);
    expect(ids(chooseDocuments(all, '', 'words'))[0]).toBe('b');
    expect([readDocumentSort('words'), readDocumentSort('rubbish'), readDocumentSort(null)]).toEqual([
      'words',
      'added',
      'added'
    ]);
  });
});

describe('collections', () => {
  const collection = (id: string, more: Partial<LibraryCollection> = {}): LibraryCollection => ({
    id,
    title: id,
    question: '',
    documents: 2,
    problem: null,
    stored: true,
    changedAt: null,
    ...more
  });

  test('stand by date, by title or by size', () => {
    const all = [
      collection('b', { changedAt: '2024-01-01T00:00:00Z' }),
      collection('a', { documents: 9 }),
      collection('c', { changedAt: '2025-01-01T00:00:00Z' })
    ];
    expect(ids(sortCollections(all, readSort(null)))).toEqual(['c', 'b', 'a']);
    expect(ids(sortCollections(all, 'title'))).toEqual(['a', 'b', 'c']);
    expect(ids(sortCollections(all, 'documents'))[0]).toBe('a');
  });

  test('lead to their comparison, an empty one to its page in the library', () => {
    expect(hrefOfCollection(collection('a b'))).toBe('/collections/a%20b');
    expect(hrefOfCollection(collection('a', { documents: 0 }))).toBe('/library/a');
  });
});

describe('a task', () => {
  const task: LibraryTask = {
    id: 't',
    kind: 'import',
    title: 'many.csv',
    collection: 'c',
    state: 'running',
    done: 25,
    total: 400,
    problem: null
  };

  test.each([
    [{}, 'Import of many.csv: 25 of 400 documents.'],
    [{ total: null }, 'Import of many.csv: reading the file.'],
    [{ state: 'waiting', done: 0 }, 'Import of many.csv: waiting.'],
    [{ state: 'done', done: 400 }, 'Import of many.csv: done, 400 documents.'],
    [{ state: 'cancelled' }, 'Import of many.csv: cancelled; 25 of 400 documents stay.'],
    [{ state: 'failed', problem: 'It broke.' }, 'Import of many.csv failed. It broke.'],
    [{ kind: 'audit', done: 400 }, 'Audit of “many.csv”: comparing 400 documents.']
  ] as [Partial<LibraryTask>, string][])('%o says how it stands', (change, sentence) => {
    expect(taskSentence({ ...task, ...change })).toBe(sentence);
  });
});

test('two collections of one title are told apart by the time of their last change', () => {
  const shared = sharedTitles([{ title: 'Fire' }, { title: 'Bridge' }, { title: 'Fire' }]);
  expect([...shared]).toEqual(['Fire']);
  expect(changedText('2026-11-22T17:41:09.000Z', true)).toBe('changed 22 November 2026, 17:41 UTC');
  expect(changedText('2026-11-22T17:41:09.000Z', false)).toBe('changed 22 November 2026');
});

test('an address can ask for more documents than are shown at first, and for no fewer', () => {
  expect([readMost('300'), readMost('7'), readMost('-1'), readMost('many'), readMost(null)]).toEqual([
    300, 100, 100, 100, 100
  ]);
});
