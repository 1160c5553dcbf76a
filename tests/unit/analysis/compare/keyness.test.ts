import { describe, expect, it } from 'vitest';
import { readVocabulary, VocabularyReader } from '$lib/analysis/compare/content-words';
import { compareWords } from '$lib/analysis/compare/keyness';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

function keyness(texts: Record<string, string>) {
  const documents = Object.values(texts).map((text) => readText(text, knowledge).document);
  return compareWords(Object.keys(texts), readVocabulary(documents));
}

const shared = 'The city council discussed the annual budget with several members of the public. ';

describe('keyness', () => {
  const found = keyness({
    a: shared.repeat(10) + 'The regime invaded the village. '.repeat(10),
    b: shared.repeat(20)
  });
  const term = (name: string) => found.find((row) => row.term === name);

  it('finds by lemma the words that only one document uses, with both counts', () => {
    expect(term('invade')).toMatchObject({ document: 'a', count: 10, elsewhere: 0, significant: true });
    expect(term('invade')!.logOdds).toBeGreaterThan(0);
  });

  it('leaves function words and what both use alike out of the significant ones', () => {
    expect(term('the')).toBeUndefined();
    expect(found.filter((row) => row.term === 'budget' && row.document === 'a')).toEqual([]);
  });

  it('does not call two uses of a word significant', () => {
    const rows = keyness({
      a: shared.repeat(10) + 'The otter slept. The otter woke. ',
      b: shared.repeat(10)
    });
    expect(rows.find((row) => row.term === 'otter')).toMatchObject({ count: 2, significant: false });
  });

  it('is sorted by z within each document, documents in their order', () => {
    const rows = found.filter((row) => row.document === 'a');
    expect(rows.map((row) => row.z)).toEqual(rows.map((row) => row.z).sort((x, y) => y - x));
    expect(found.map((row) => row.document)).toEqual([...found.map((row) => row.document)].sort());
  });

  it('lays raw counts, effect and significance side by side', () => {
    const row = term('invade')!;
    const [n1, n2] = [row.base!, row.elsewhereBase!];
    expect(n1 + n2).toBe(found.find(({ document }) => document === 'b')!.base! + n1);
    expect(row.logRatio).toBeCloseTo(Math.log2(10 / n1 / (0.5 / n2)), 10);
    // All ten uses on one side: 2 · 10 ln(N/n₁), and the same for the words left over.
    const left = (n1 - 10) * Math.log(((n1 - 10) * (n1 + n2)) / ((n1 + n2 - 10) * n1));
    const right = n2 * Math.log((n2 * (n1 + n2)) / ((n1 + n2 - 10) * n2));
    expect(row.gSquared).toBeCloseTo(2 * (10 * Math.log((n1 + n2) / n1) + left + right), 8);
    expect(row.interval![0]).toBeLessThan(row.logOdds);
    expect((row.interval![1] - row.logOdds) / (row.logOdds / row.z)).toBeCloseTo(1.96, 3);
    expect(row.q!).toBeGreaterThanOrEqual(row.p!);
    for (const { q, significant } of found) expect(significant).toBe(q! <= 0.05);
  });

  it('has the log-odds of the informative prior', () => {
    const row = term('invade')!;
    const [n1, n2] = [row.base!, row.elsewhereBase!];
    const [prior, priors] = [0.1 * 10, 0.1 * (n1 + n2)];
    const here = Math.log((10 + prior) / (n1 + priors - 10 - prior));
    const there = Math.log(prior / (n2 + priors - prior));
    expect(row.logOdds).toBeCloseTo(here - there, 10);
    expect(row.z).toBeCloseTo((here - there) / Math.sqrt(1 / (10 + prior) + 1 / prior), 10);
  });

  it('has nothing to say of one document, or of an empty one', () => {
    expect(keyness({ a: shared })).toEqual([]);
    expect(keyness({ a: shared.repeat(3), b: '...' })).toEqual([]);
  });

  it('counts the uses by voice where whose words they are was read', () => {
    const reader = new VocabularyReader();
    const told = 'The envoy said that the otter was asleep. ';
    for (const text of [
      shared.repeat(10) + told.repeat(4) + 'The otter woke. '.repeat(6),
      shared.repeat(10)
    ]) {
      const { document, segments } = readText(text, knowledge);
      reader.add(document, segments);
    }
    const rows = compareWords(['a', 'b'], reader);
    expect(rows.find(({ term }) => term === 'otter')?.voices).toEqual({ author: 6, attributed: 4 });
    for (const { count, voices } of rows) expect(voices!.author + voices!.attributed).toBe(count);
    expect(found.every(({ voices }) => voices === undefined)).toBe(true);
  });
});
