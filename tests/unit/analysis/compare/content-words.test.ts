import { describe, expect, it } from 'vitest';
import { readVocabulary } from '$lib/analysis/compare/content-words';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

function read(...texts: string[]) {
  const { terms, documents } = readVocabulary(texts.map((text) => readText(text, knowledge).document));
  return documents.map(({ terms: numbers, starts }) =>
    [...starts].slice(1).map((end, index) => [...numbers.subarray(starts[index], end)].map((n) => terms[n]))
  );
}

describe('content words', () => {
  it('are lemmas of nouns, names, verbs and adjectives, sentence by sentence', () => {
    expect(read('The old ferries left Nuuk. They were very slow, and 40 people waited.')).toEqual([
      [
        ['old', 'ferry', 'leave', 'nuuk'],
        ['slow', 'people', 'wait']
      ]
    ]);
  });

  it('have the same numbers in all documents', () => {
    const [one, other] = read('A ferry sank.', 'The ferries sank. Nobody saw them.');
    expect(other![0]).toEqual(one![0]);
  });

  it('leave out sentences without any, and texts without sentences', () => {
    expect(read('It is. A ferry sank.', '...')).toEqual([[['ferry', 'sink']], []]);
  });
});
