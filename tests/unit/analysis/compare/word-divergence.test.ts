import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readVocabulary, type ContentWords, type Vocabulary } from '$lib/analysis/compare/content-words';
import { compareVocabularies } from '$lib/analysis/compare/word-divergence';
import { separateWords } from '$lib/analysis/compare/word-separation';
import { randomStream } from '$lib/analysis/statistics/random-stream';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

/** A vocabulary of documents whose sentences are given word by word. */
function vocabularyOf(documents: readonly (readonly string[])[]): Vocabulary {
  const numbers = new Map<string, number>();
  const numberOf = (word: string): number => {
    if (!numbers.has(word)) numbers.set(word, numbers.size);
    return numbers.get(word)!;
  };
  const read = documents.map((sentences): ContentWords => {
    const words = sentences.map((sentence) => sentence.split(' ').map(numberOf));
    const starts = words.map((_, index) => words.slice(0, index).flat().length);
    const terms = words.flat();
    return { terms: Int32Array.from(terms), starts: Int32Array.from([...starts, terms.length]) };
  });
  return { terms: [...numbers.keys()], documents: read };
}

function compare(documents: Record<string, readonly string[]>, seed = 1) {
  const sources = Object.keys(documents).map((id, mark) => ({ id, mark }));
  return compareVocabularies(sources, vocabularyOf(Object.values(documents)), seed);
}

/** Sentences of five words drawn from a list, the same for the same key. */
function drawn(key: string, words: readonly string[], sentences: number): string[] {
  const random = randomStream(key);
  return Array.from({ length: sentences }, () =>
    Array.from({ length: 5 }, () => words[random.below(words.length)]!).join(' ')
  );
}

const common = Array.from({ length: 40 }, (_, i) => `common${i}`);
const harbour = [...common, ...Array.from({ length: 10 }, (_, i) => `harbour${i}`)];
const market = [...common, ...Array.from({ length: 10 }, (_, i) => `market${i}`)];

describe('divergence of vocabularies', () => {
  const alike = ['river flood bank', 'town water rise', 'mayor warn people', 'rain fall night'];

  it('is 0 for the same words as often and 1 for no word in common', () => {
    const text = [...alike, ...alike];
    const other = text.map((sentence) => sentence.replace(/\w+/gu, 'x$&'));
    const [same] = compare({ a: text, b: text });
    expect(same!.jsd).toBeCloseTo(0, 10);
    expect(same).toMatchObject({ effect: 0, beyondChance: false });
    const [apart] = compare({ a: text, b: other });
    expect(apart!.jsd).toBeCloseTo(1, 10);
    expect(apart).toMatchObject({ effect: 1, beyondChance: true });
  });

  it('is the mean distance of both from their mixture', () => {
    const fill = Array.from({ length: 10 }, () => 'same same');
    const [row] = compare({ a: [...fill, 'left left left left left'], b: [...fill, 'right'] });
    // P = (20/25 same, 5/25 left), Q = (20/21 same, 1/21 right)
    const [p, q] = [20 / 25, 20 / 21];
    const m = (p + q) / 2;
    const expected = (p * Math.log2(p / m) + 5 / 25 + q * Math.log2(q / m) + 1 / 21) / 2;
    expect(row!.jsd).toBeCloseTo(expected, 10);
    expect(row!.contributions.find(({ term }) => term === 'left')).toMatchObject({ a: 5, b: 0, more: 'a' });
    const total = row!.contributions.reduce((sum, { share }) => sum + share, 0);
    expect(total).toBeCloseTo(1, 10);
  });

  const three = {
    a: drawn('a', harbour, 40),
    b: drawn('b', harbour, 40),
    c: drawn('c', market, 40)
  };

  it('tells documents of one vocabulary from those of another, with the words that do', () => {
    const rows = compare(three);
    expect(rows.slice(0, 3).map(({ a, b }) => [a, b])).toEqual([
      ['a', null],
      ['b', null],
      ['c', null]
    ]);
    expect(rows.slice(2).map(({ a, b, beyondChance }) => [a, b, beyondChance])).toEqual([
      ['c', null, true],
      ['a', 'b', false],
      ['a', 'c', true],
      ['b', 'c', true]
    ]);
    const pair = rows[4]!;
    expect(pair.jsd).toBeGreaterThan(pair.chance.band[1]);
    expect(pair.interval[0]).toBeGreaterThan(0);
    expect(pair.contributions[0]!.term).toMatch(/^(?:harbour|market)/u);
  });

  it('draws the same shuffles for the same seed and others for another; what was observed stays', () => {
    const first = compare(three);
    expect(compare(three)).toEqual(first);
    const other = compare(three, 2);
    expect(other.map(({ jsd }) => jsd)).toEqual(first.map(({ jsd }) => jsd));
    expect(other.map(({ chance }) => chance.median)).not.toEqual(first.map(({ chance }) => chance.median));
  });

  it('says of a pair the same whoever else is there', () => {
    const of = (rows: ReturnType<typeof compare>) => rows.find(({ a, b }) => a === 'a' && b === 'b')!;
    const { d, ...others } = { ...three, d: drawn('d', market, 12) };
    expect(of(compare({ ...others, d })).jsd).toBe(of(compare(others)).jsd);
  });

  it('stops at each against the rest for many documents, and has no row for hardly any words', () => {
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, i) => [`n${i}`, drawn(`n${i}`, harbour, 6)])
    );
    const rows = compare({ ...many, empty: [], short: ['river bank'] });
    expect(rows.map(({ b }) => b)).toEqual(Array<null>(60).fill(null));
    expect(rows.filter(({ beyondChance }) => beyondChance).length).toBeLessThanOrEqual(2);
  });

  it('has nothing to say of one document', () => {
    expect(compare({ a: alike })).toEqual([]);
  });
});

describe('what chance gives', () => {
  const folder = join(process.cwd(), 'corpus', 'russia-nato', 'documents');
  const files = readdirSync(folder).sort();

  /** The sentences of one document that are chosen, as a document of its own. */
  function pick({ terms, starts }: ContentWords, which: Int32Array): ContentWords {
    const sentences = [...which].map((index) => terms.subarray(starts[index], starts[index + 1]));
    const begins = sentences.map((_, i) =>
      sentences.slice(0, i).reduce((sum, { length }) => sum + length, 0)
    );
    const words = sentences.flatMap((sentence) => [...sentence]);
    return { terms: Int32Array.from(words), starts: Int32Array.from([...begins, words.length]) };
  }

  it('holds halves of a document with shuffled sentences in at least 95 of 100 seeds, of every document', () => {
    let outside = 0;
    for (const file of files) {
      const { document } = readText(readFileSync(join(folder, file), 'utf8'), knowledge);
      const vocabulary = readVocabulary([document]);
      const whole = vocabulary.documents[0]!;
      const size = whole.starts.length - 1;
      let held = 0;
      for (let seed = 1; seed <= 100; seed++) {
        const order = Int32Array.from({ length: size }, (_, index) => index);
        randomStream(`halves:${seed}`).drawToFront(order, size);
        const halves = [order.slice(0, size >> 1), order.slice(size >> 1)].map((half) => pick(whole, half));
        const sources = [
          { id: 'one', mark: 1 },
          { id: 'other', mark: 2 }
        ];
        const [row] = compareVocabularies(sources, { ...vocabulary, documents: halves }, seed);
        const [low, high] = row!.chance.band;
        if (row!.jsd <= high) held++;
        if (row!.jsd < low || row!.jsd > high) outside++;
      }
      expect(held, file).toBeGreaterThanOrEqual(95);
    }
    // The band is one of 95 %: what is one text falls out of it now and then, on either side.
    expect(outside).toBeGreaterThan(5);
    expect(outside).toBeLessThan(40);
  }, 30_000);

  it('calls the five documents apart beyond chance, but not the two that were written alike', () => {
    const readings = files.map((file) => readText(readFileSync(join(folder, file), 'utf8'), knowledge));
    const vocabulary = readVocabulary(readings.map(({ document }) => document));
    const rows = compareVocabularies(
      files.map((id, mark) => ({ id, mark })),
      vocabulary,
      1
    );
    const pairs = rows.filter(({ b }) => b !== null);
    expect(pairs.filter(({ beyondChance }) => !beyondChance).map(({ a, b }) => [a, b])).toEqual([
      [files[0], files[1]]
    ]);
    const all = separateWords(vocabulary, vocabulary.documents, 'test')!;
    expect(all.p).toBeLessThan(0.001);
    expect(all.interval[0]).toBeGreaterThan(0);
    expect(all.interval[1]).toBeGreaterThan(all.effect);
  });
});

describe('separation by words', () => {
  it('is near 0 when sentences were dealt out blindly and near 1 when no word is shared', () => {
    const blind = vocabularyOf([drawn('x', harbour, 30), drawn('y', harbour, 30), drawn('z', harbour, 30)]);
    const none = separateWords(blind, blind.documents, 'k')!;
    expect(none.effect).toBeLessThan(0.03);
    expect(none.interval[0]).toBe(0);
    expect(none.p).toBeGreaterThan(0.05);
    const apart = vocabularyOf(
      ['p', 'q', 'r'].map((letter) =>
        drawn(
          letter,
          common.map((word) => letter + word),
          30
        )
      )
    );
    expect(separateWords(apart, apart.documents, 'k')!.effect).toBeCloseTo(1, 10);
  });

  it('has nothing to say of one document, or of single sentences', () => {
    const one = vocabularyOf([drawn('x', harbour, 5)]);
    expect(separateWords(one, one.documents, 'k')).toBeNull();
    const two = vocabularyOf([['river bank'], ['market town']]);
    expect(separateWords(two, two.documents, 'k')).toBeNull();
  });
});
