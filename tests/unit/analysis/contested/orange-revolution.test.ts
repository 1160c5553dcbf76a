import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readContested } from '$lib/analysis/contested/read-contested';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

const folder = fileURLToPath(new URL('../../../../corpus/russia-nato/documents/', import.meta.url));
const documents = readdirSync(folder)
  .sort()
  .map((file) => ({
    id: file.slice(0, 3),
    reading: readText(readFileSync(folder + file, 'utf8'), knowledge)
  }));
const statement = 'The United States and NATO conducted the 2004 Orange Revolution in Ukraine.';

describe.each([
  ['with cues', [['orange revolution']]],
  ['from the statement alone', undefined]
])('the 2004 Orange Revolution, %s', (_, cues) => {
  const [claim] = readContested([{ id: 'orange', statement, cues }], documents, knowledge);
  const cellOf = (document: string) => claim!.cells.find((cell) => cell.document === document)!;

  it('is asserted by one document in its own voice', () => {
    const cell = cellOf('004');
    expect(cell.stance).toBe('asserts');
    expect(cell.mixed).toBe(false);
    expect(cell.mentions).toHaveLength(1);
    expect(cell.mentions[0]).toMatchObject({
      voice: 'author',
      holder: null,
      polarity: 'affirm',
      certainty: 'plain'
    });
    expect(cell.mentions[0]!.quote).toContain(
      'the U.S. and NATO continued to conduct the “Orange Revolution”'
    );
    expect(cell.nearest).toBeNull();
  });

  it('is passed over by the four others, also by the one that tells of 2014', () => {
    for (const document of ['000', '001', '002', '003']) {
      expect(cellOf(document).stance, document).toBe('silent');
      expect(cellOf(document).mentions, document).toEqual([]);
    }
  });

  it('shows the nearest sentence where a document is silent', () => {
    const { nearest } = cellOf('002');
    const text = documents.find(({ id }) => id === '002')!.reading.document.text;
    expect(nearest).not.toBeNull();
    expect(text.slice(nearest!.start, nearest!.end)).toBe(nearest!.quote);
  });
});
