import { describe, expect, test } from 'vitest';
import {
  changesOf,
  chooseRows,
  fillIn,
  lacking,
  rowName,
  tableProblem,
  valueOf,
  withEdit,
  type TableEdits,
  type TableRow
} from '$lib/view/library-table';

const row = (id: string, more: Partial<TableRow> = {}): TableRow => ({
  id,
  title: `Story ${id}`,
  author: 'Anna Brown',
  publisher: 'Harbour News',
  published: '2024-03-05',
  words: 300,
  file: 'a.csv',
  row: 1,
  remarks: [],
  ...more
});
const ids = (rows: readonly TableRow[]) => rows.map(({ id }) => id);
const NONE: TableEdits = {};

describe('what is typed', () => {
  test('is shown and sent; typed back to what is stored, it is no change', () => {
    const a = row('a');
    const typed = withEdit(NONE, a, 'author', 'A. Brown ');
    expect(valueOf(a, typed, 'author')).toBe('A. Brown ');
    expect(changesOf(typed)).toEqual([{ id: 'a', author: 'A. Brown' }]);
    expect(withEdit(typed, a, 'author', 'Anna Brown')).toEqual({});
    const both = withEdit(typed, a, 'title', 'New');
    expect(withEdit(both, a, 'author', 'Anna Brown')).toEqual({ a: { title: 'New' } });
  });

  test('nothing, where something was stated, states nothing', () => {
    const a = row('a');
    const typed = withEdit(NONE, a, 'title', ' ');
    expect(changesOf(typed)).toEqual([{ id: 'a', title: null }]);
    expect(rowName(a, typed)).toBe('a.csv, row 1');
  });

  test('nothing, where nothing was stated, is no change', () => {
    expect(withEdit(NONE, row('a', { author: null }), 'author', '')).toEqual({});
  });

  test('that is no day keeps all from being saved, and names its document', () => {
    const rows = [row('a'), row('b')];
    const typed = withEdit(NONE, rows[1]!, 'published', '5 March');
    expect(tableProblem(rows, typed)).toContain('Story b, Published:');
    expect(tableProblem(rows, withEdit(typed, rows[1]!, 'published', '2024-03-06'))).toBeNull();
  });
});

test('one value is filled in where nothing is stated, typed or stored', () => {
  const rows = [row('a', { publisher: null }), row('b'), row('c', { publisher: null })];
  const typed = withEdit(NONE, rows[2]!, 'publisher', 'Gazette');
  const empty = lacking(rows, typed, 'publisher');
  expect(ids(empty)).toEqual(['a']);
  expect(fillIn(empty, typed, 'publisher', 'Herald')).toEqual({
    a: { publisher: 'Herald' },
    c: { publisher: 'Gazette' }
  });
});

test('a value filled in that is stored already is no change', () => {
  const emptied = withEdit(NONE, row('a'), 'author', '');
  expect(fillIn([row('a')], emptied, 'author', 'Anna Brown')).toEqual({});
});

describe('rows', () => {
  const rows = [
    row('a', { author: 'Émile Zola' }),
    row('b', { author: null, remarks: ['Only 3 words were found.'] }),
    row('c')
  ];

  test('are chosen by what is remarked, lacking or changed', () => {
    const typed = withEdit(NONE, rows[2]!, 'title', 'Other');
    expect(ids(chooseRows(rows, typed, '', 'all'))).toEqual(['a', 'b', 'c']);
    expect(ids(chooseRows(rows, typed, '', 'remarked'))).toEqual(['b']);
    expect(ids(chooseRows(rows, typed, '', 'lacking'))).toEqual(['b']);
    expect(ids(chooseRows(rows, typed, '', 'changed'))).toEqual(['c']);
  });

  test('are found by words without case and accents, and stay while they are filled in', () => {
    expect(ids(chooseRows(rows, NONE, 'ZOLA emile', 'all'))).toEqual(['a']);
    const typed = withEdit(NONE, rows[1]!, 'author', 'B. Writer');
    expect(ids(chooseRows(rows, typed, '', 'lacking'))).toEqual(['b']);
    expect(ids(chooseRows(rows, withEdit(NONE, rows[0]!, 'author', 'X'), 'zola', 'all'))).toEqual(['a']);
  });
});
