import { describe, expect, it } from 'vitest';
import { DuplicateFinder } from '$lib/analysis/compare/duplicates';
import { StreamReader } from '$lib/analysis/compare/word-stream';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

function duplicates(texts: Record<string, string>) {
  const streams = new StreamReader();
  const finder = new DuplicateFinder();
  for (const text of Object.values(texts)) finder.add(streams.read(readText(text, knowledge).document));
  const found = finder.list(Object.keys(texts));
  for (const { passages } of found)
    for (const { document, start, end, quote } of passages)
      expect(texts[document]!.slice(start, end)).toBe(quote);
  return found;
}

const wire =
  'Rescue teams in the port of Antofagasta recovered the crew of a fishing boat that had drifted for nine days after its engine failed.';
const own =
  'The harbour master keeps a list of every vessel that leaves before dawn, and nobody had noticed that one was missing from it.';
const other =
  'Families waited on the quay through the night while the coast guard argued with the ministry about who should pay.';

describe('near-duplicate passages', () => {
  it('finds the longest passage that two documents have in common, and nothing else', () => {
    const found = duplicates({
      a: `${own} ${wire}`,
      b: `${wire} ${other}`,
      c: other.replace('quay', 'pier')
    });
    expect(found.map(({ passages }) => passages.map(({ document }) => document))).toEqual([
      ['a', 'b'],
      ['b', 'c']
    ]);
    expect(found[0]!.passages.map(({ quote }) => `${quote}.`)).toEqual([wire, wire]);
    expect(found[0]).toMatchObject({ words: 24, documents: 2 });
  });

  it('goes over a few changed words, letter case and quotation marks', () => {
    const edited = wire
      .replace('Rescue teams', 'RESCUE teams')
      .replace('a fishing boat', 'one small trawler')
      .replace('nine days', '“nine days”');
    const [found] = duplicates({ a: wire, b: `${own} ${edited}` });
    expect(found!.passages[1]!.quote).toBe(edited.slice(0, -1));
    expect(found!.words).toBe(21);
  });

  it('lists one passage in many documents once', () => {
    const texts = Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [`n${i}`, `Edition number ${i} reports this. ${wire}`])
    );
    const found = duplicates(texts);
    expect(found).toHaveLength(1);
    expect(found[0]!.documents).toBe(30);
    expect(found[0]!.passages).toHaveLength(20);
  });

  it('keeps a full copy apart from a copy of one sentence', () => {
    const found = duplicates({
      a: `${wire} ${own} ${other}`,
      b: `${wire} ${own} ${other}`,
      c: `Yes. ${own}`
    });
    expect(found.map(({ documents, passages }) => [documents, passages.map((p) => p.document)])).toEqual([
      [2, ['a', 'b']],
      [2, ['a', 'c']]
    ]);
  });

  it('leaves turns of phrase, repeats inside one document and rewritten news alone', () => {
    expect(
      duplicates({
        a: 'The minister said on the sidelines of the summit that talks would go on. It was late.',
        b: 'She said on the sidelines of the summit that nothing was agreed. It was over.',
        c: `${wire} ${wire}`,
        d: 'A boat adrift for nine days off northern Chile was found by rescuers, who brought its crew back to port.'
      })
    ).toEqual([]);
  });
});
