import { describe, expect, test } from 'vitest';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';
import { dropOne } from '../../../src/cli/self-audit/drop-one';
import { selfAudit } from '../../../src/cli/self-audit/run';
import { summaryOf } from '../../../src/cli/self-audit/summary';
import { formsOf, swapNames } from '../../../src/cli/self-audit/swap-names';

const actors = {
  france: { id: 'france', name: 'France' },
  japan: { id: 'japan', name: 'Japan' },
  states: { id: 'united-states', name: 'United States' },
  union: { id: 'european-union', name: 'European Union' }
};

function swap(text: string, a: keyof typeof actors, b: keyof typeof actors): string {
  const [first, second] = [formsOf(actors[a], knowledge), formsOf(actors[b], knowledge)];
  return swapNames(readText(text, knowledge), first, second, knowledge).text;
}

/** Prose enough to be measured, about two states that no bundled text is about. */
const STORY = [
  'France and Japan argued about tuna on Monday in a long meeting.',
  'France said that the brutal Japanese quota was a disaster for its fishermen.',
  'Tokyo answered that Paris had signed the treaty without any complaint.',
  'Perhaps the ministers will meet again in the spring, an official said.',
  'Japan has kept its quota since the last round of talks ended.',
  'The French fleet may stay in port until the two sides agree on numbers.',
  'Boats from both countries sailed home on Friday with little fish.'
].join(' ');

describe('names are exchanged', () => {
  test('as names, seats, adjectives and peoples, both ways at once', () => {
    expect(
      swap('France met Japan in Tokyo. The French envoy left. The Japanese stayed.', 'france', 'japan')
    ).toBe('Japan met France in Paris. The Japanese envoy left. The French stayed.');
  });

  test('with the articles that the other name takes', () => {
    expect(swap('The United States wrote to France.', 'france', 'states')).toBe(
      'France wrote to the United States.'
    );
    expect(swap('An American envoy met a French one.', 'france', 'states')).toBe(
      'A French envoy met an American one.'
    );
  });

  test('and what has no counterpart becomes the plain name', () => {
    expect(swap('French ships passed. The European Union watched Paris.', 'france', 'union')).toBe(
      'European Union ships passed. France watched the European Union.'
    );
  });

  test('without losing the end of a sentence or touching anybody else', () => {
    expect(swap('They live in the U.S. It is far. France is near Germany.', 'states', 'france')).toBe(
      'They live in France. It is far. The United States is near Germany.'
    );
  });

  test('and back again gives the same text', () => {
    expect(swap(swap(STORY, 'france', 'japan'), 'france', 'japan')).toBe(STORY);
  });
});

describe('the swap test', () => {
  const result = selfAudit([{ id: 'story', text: STORY }], 'stories');

  test('exchanges the two that are named most and says how often', () => {
    const [first] = result.swaps;
    expect(first!.actors.map(({ id }) => id).sort()).toEqual(['france', 'japan']);
    expect(first!.exchanged).toEqual([{ document: 'story', names: 8 }]);
  });

  test('lets no metric depend on who is meant', () => {
    const [first] = result.swaps;
    expect(first!.compared).toBeGreaterThan(6);
    expect(first!.moved.filter(({ beyond }) => beyond)).toEqual([]);
    expect(first!.moved.filter(({ metric }) => metric === 'loaded-language')).toEqual([]);
  });

  test('is the same every time, and is told in words', () => {
    const again = selfAudit([{ id: 'story', text: STORY }], 'stories');
    expect(JSON.stringify(again)).toBe(JSON.stringify(result));
    expect(summaryOf(result)).toContain('0 beyond the interval');
  });

  test('says nothing where nobody is named', () => {
    expect(selfAudit([{ id: 'a', text: 'It rained all day.' }], 'a').swaps).toEqual([]);
  });
});

describe('one entry left out', () => {
  const filler = 'The council met and the members read the report about the new bridge. '.repeat(8);
  const documents = [
    { id: 'calm', text: `${filler}It was a brutal winter.` },
    { id: 'sharp', text: `${filler}${'The slaughter of the park was brutal. '.repeat(3)}` }
  ].map(({ id, text }) => ({ id, reading: readText(text, knowledge) }));
  const loaded = dropOne(documents, knowledge).find(({ metric }) => metric === 'loaded-language')!;
  const brutal = loaded.carriers.find(({ entry }) => entry.includes('brutal'))!;

  test('takes away its own hits and no others', () => {
    expect(brutal.hits).toBe(4);
    expect(brutal.words).toEqual(['brutal']);
    expect(brutal.documents.map(({ document, hits }) => [document, hits])).toEqual([
      ['calm', 1],
      ['sharp', 3]
    ]);
    const calm = brutal.documents[0]!;
    const others = documents[0]!.reading.hits('loaded-language').length - 1;
    expect(calm.after).toBeCloseTo((1000 * others) / documents[0]!.reading.document.words, 6);
  });

  test('leaves the order alone where every document loses alike', () => {
    expect(loaded.documents.map(({ document }) => document)).toEqual(['sharp', 'calm']);
    expect(brutal.order).toBeNull();
  });

  test('says when the order rests on it', () => {
    const only = [
      { id: 'first', text: `${filler}Perhaps it will rain.` },
      { id: 'second', text: `${filler}${'It was brutal. '.repeat(3)}` },
      { id: 'third', text: `${filler}It was a slaughter.` }
    ].map(({ id, text }) => ({ id, reading: readText(text, knowledge) }));
    const result = dropOne(only, knowledge).find(({ metric }) => metric === 'loaded-language')!;
    const dropped = result.carriers.find(({ entry }) => entry.includes('brutal'))!;
    expect(dropped.order).toEqual(['third', 'first', 'second']);
    expect(result.changeOrder).toBeGreaterThanOrEqual(1);
  });
});
