import { describe, expect, it } from 'vitest';
import { compareVocabulary } from '$lib/analysis/compare/compare-vocabulary';
import { readVocabulary, VocabularyReader } from '$lib/analysis/compare/content-words';
import { measureDocument } from '$lib/analysis/metrics/runner';
import { readText } from '$lib/analysis/read';
import { fingerprint } from '$lib/analysis/statistics/random-stream';
import { knowledge } from '$lib/lexicons/generated';

function compare(texts: Record<string, string>, seed = 1) {
  const documents = Object.entries(texts).map(([id, text]) => ({ id, reading: readText(text, knowledge) }));
  const measures = documents.map(({ id, reading }) => ({
    id,
    estimators: measureDocument(reading, knowledge).estimators
  }));
  const sources = documents.map(({ id, reading }) => ({ id, mark: fingerprint(reading.document.text) }));
  const vocabulary = readVocabulary(documents.map(({ reading }) => reading.document));
  return compareVocabulary(sources, vocabulary, measures, seed);
}

const harbour =
  'Fishermen in Walvis Bay mended their nets. The harbour office raised its fees. Boats waited for diesel. ' +
  'Sardines were scarce this winter. The cannery closed two lines. ';
const clinic =
  'Nurses in Windhoek counted their patients. The clinic hired three doctors. Ambulances waited for tyres. ' +
  'Vaccines were scarce this winter. The hospital opened two wards. ';

describe('comparison of words', () => {
  const texts = { harbour: harbour.repeat(4), clinic: clinic.repeat(4), note: 'Rain fell.' };
  const { keyness, wordDivergence, separation } = compare(texts);

  it('finds that two subjects differ, in distinctive words, in divergence and among all measures', () => {
    expect(keyness[0]).toMatchObject({ document: 'harbour', count: 4, elsewhere: 0 });
    expect(wordDivergence.map(({ a, beyondChance }) => [a, beyondChance])).toEqual([
      ['harbour', true],
      ['clinic', true]
    ]);
    const words = separation.find(({ id }) => id === 'words')!;
    expect(words).toMatchObject({ kind: 'words', separates: true, documents: 2 });
    expect(words.ranks[0]).toBe(1);
  });

  it('rests on the seed in what chance gives, and in nothing else', () => {
    const other = compare(texts, 2);
    expect(other.keyness).toEqual(keyness);
    expect(other.wordDivergence.map(({ jsd }) => jsd)).toEqual(wordDivergence.map(({ jsd }) => jsd));
    expect(other.wordDivergence).not.toEqual(wordDivergence);
    expect(compare(texts)).toEqual({ keyness, wordDivergence, wordUses: [], separation });
  });

  it('hands out every use of the words it names, in whatever form, as often as it counts them', () => {
    const texts = {
      harbour: `${harbour.repeat(3)}A boat sank, the harbour said. A critic said: “The boats were old.”`,
      clinic: clinic.repeat(4)
    };
    const readings = Object.values(texts).map((text) => readText(text, knowledge));
    const vocabulary = new VocabularyReader();
    for (const { document, segments } of readings) vocabulary.add(document, segments);
    const sources = Object.keys(texts).map((id, index) => ({ id, mark: index }));
    const { keyness, wordDivergence, wordUses } = compareVocabulary(sources, vocabulary, [], 1);
    const named = [
      ...keyness.filter(({ significant }) => significant),
      ...wordDivergence.flatMap(({ a, contributions }) =>
        contributions.flatMap((word) => (word.a > 0 ? [{ ...word, document: a, count: word.a }] : []))
      )
    ];
    expect(named.length).toBeGreaterThan(5);
    for (const { document, term, count } of named) {
      const uses = wordUses.filter((item) => item.document === document && item.term === term);
      expect(uses.map(({ places }) => places.length)).toEqual([count]);
    }
    const boats = wordUses.find(({ term }) => term === 'boat')!;
    expect(boats.places.map(({ start, end, voice }) => [texts.harbour.slice(start, end), voice])).toEqual([
      ['Boats', 'author'],
      ['Boats', 'author'],
      ['Boats', 'author'],
      ['boat', 'attributed'],
      ['boats', 'attributed']
    ]);
  });
});
