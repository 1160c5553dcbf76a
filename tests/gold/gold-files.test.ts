import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Mention {
  doc: string;
  quote: string;
  start: number;
  voice: 'author' | 'attributed';
  polarity: 'affirm' | 'deny';
  certainty: 'plain' | 'hedged' | null;
  holder: string | null;
  optional?: true;
}

interface GoldClaim {
  id: string;
  statement: string;
  mentions: Mention[];
  either: string[];
  stance: Record<string, string>;
  cues: string[][];
}

interface Registry {
  claims: { id: string; statement: string }[];
}

interface Collection {
  documents: { file: string }[];
}

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

const folder = '../../corpus/russia-nato';
const gold = JSON.parse(read('./russia-nato.json')) as GoldClaim[];
const registry = parse(read(`${folder}/contested.yaml`)) as Registry;
const collection = parse(read(`${folder}/collection.yaml`)) as Collection;
const texts = new Map(
  collection.documents.map(({ file }) => [file.replace(/\.txt$/, ''), read(`${folder}/documents/${file}`)])
);

/** The stance rule, written out here a second time so that the engine's own copy is not what it is held to. */
function stanceOf(mentions: Mention[]): string {
  const author = mentions.filter((mention) => mention.voice === 'author');
  if (author.some((mention) => mention.polarity === 'affirm' && mention.certainty !== 'hedged'))
    return 'asserts';
  if (author.some((mention) => mention.polarity === 'deny')) return 'disputes';
  if (author.length > 0) return 'hedges';
  return mentions.length > 0 ? 'attributes' : 'silent';
}

describe('the gold labels of the bundled collection', () => {
  it('have one entry for every contested claim, made for its present statement', () => {
    const labelled = gold.map(({ id, statement }) => ({ id, statement }));
    expect(labelled).toEqual(registry.claims.map(({ id, statement }) => ({ id, statement })));
  });

  it.each(gold)('$id: every quote stands at its offset', ({ mentions }) => {
    for (const { doc, quote, start } of mentions) {
      expect(quote.length).toBeGreaterThan(0);
      expect(texts.get(doc)?.slice(start, start + quote.length)).toBe(quote);
    }
  });

  it.each(gold)('$id: the labels are values of the contract', ({ mentions }) => {
    for (const { voice, polarity, certainty, holder } of mentions) {
      expect(['author', 'attributed']).toContain(voice);
      expect(['affirm', 'deny']).toContain(polarity);
      expect(['plain', 'hedged', null]).toContain(certainty);
      if (voice === 'author') expect(holder).toBeNull();
    }
  });

  it.each(gold)('$id: the stances follow from the mentions', ({ mentions, either, stance }) => {
    expect(Object.keys(stance)).toEqual([...texts.keys()]);
    for (const [doc, given] of Object.entries(stance)) {
      const all = mentions.filter((mention) => mention.doc === doc);
      const certain = all.filter((mention) => mention.optional !== true);
      if (either.includes(doc)) {
        expect([stanceOf(certain), stanceOf(all)], doc).toContain(given);
      } else {
        // An optional mention may cost nothing, so it may not change a cell that has one reading.
        expect([stanceOf(certain), stanceOf(all)], doc).toEqual([given, given]);
      }
    }
  });
});
