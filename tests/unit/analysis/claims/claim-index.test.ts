import { describe, expect, it } from 'vitest';
import { ClaimIndex } from '$lib/analysis/claims/claim-index';
import { readOverlap } from '$lib/analysis/claims/overlap';
import { readClaims } from '$lib/analysis/claims/read-claims';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

const document = (id: string, text: string) => ({ id, reading: readText(text, knowledge) });

/** Names that no two documents of a big collection share. */
const village = (i: number): string =>
  `${'KLMNPRST'[i % 8]}${'aeiou'[Math.floor(i / 8) % 5]}r${'bdgkmn'[Math.floor(i / 40) % 6]}ovo`;

describe('an index of claims', () => {
  it('answers the matches of a document with those that came before', () => {
    const index = new ClaimIndex(knowledge);
    expect(index.add([document('a', 'Brazil annexed the island of Varna in 1911.')])).toEqual([]);
    const links = index.add([document('b', 'The annexation of Varna by Brazil in 1911 surprised Chile.')]);
    const matched = links.filter(({ same }) => same);
    expect(matched.length).toBeGreaterThan(0);
    for (const { a, b } of matched)
      expect([index.units[a]!.document, index.units[b]!.document]).toEqual([0, 1]);
    expect(
      index.add([document('c', 'Nurses in Kenya went on strike over pay.')]).filter(({ same }) => same)
    ).toEqual([]);
  });

  it('finds the same claims whether documents come one by one or together', () => {
    const texts = [
      'The Varna ferry sank on 4 April 1949. Divers found the wreck of the Varna ferry in 1988.',
      'On 4 April 1949 the Varna ferry sank in a storm.',
      'Divers found the wreck of the ferry in 1988. Chile protested.'
    ].map((text, i) => document(`d${i}`, text));
    const [together, oneByOne] = [new ClaimIndex(knowledge), new ClaimIndex(knowledge)];
    together.add(texts);
    for (const text of texts) oneByOne.add([text]);
    const shared = (index: ClaimIndex) =>
      readClaims(index)
        .claims.filter(({ mentions }) => new Set(mentions.map(({ document }) => document)).size > 1)
        .map(({ mentions }) => mentions.map(({ statement }) => statement).sort());
    expect(shared(together).length).toBeGreaterThan(0);
    expect(shared(oneByOne)).toEqual(shared(together));
  });

  it('still finds a partner when every word of a claim has become common', () => {
    const index = new ClaimIndex(knowledge);
    const story = (i: number): string =>
      i % 2 === 0 ? `Farmers in ${village(i)} harvested maize.` : `Merchants in ${village(i)} sold barley.`;
    for (let i = 0; i < 1_200; i++) index.add([document(`d${i}`, story(i))]);
    index.add([document('x', 'Farmers sold maize to merchants.')]);
    const links = index.add([document('y', 'Farmers sold their maize to merchants.')]);
    const last = index.units.length - 1;
    expect(
      links.filter(({ same, b }) => same && b === last).map(({ a }) => index.units[a]!.document)
    ).toContain(1_200);
  });
});

describe('overlap of many documents', () => {
  it('finds the nearest without holding all pairs against each other', () => {
    const count = 400;
    // A claim that all make, and one that each shares with its neighbour only.
    const everybody = Array.from({ length: count }, (_, i) => i);
    const claims = [everybody, ...everybody.slice(1).map((i) => [i - 1, i])];
    const ids = everybody.map((i) => `d${i}`);
    const overlap = readOverlap(claims, ids);
    expect(overlap.length).toBeLessThanOrEqual(count * 20);
    const best = overlap
      .filter(({ a, b }) => a === 'd200' || b === 'd200')
      .sort((x, y) => y.jaccard - x.jaccard);
    expect(best.slice(0, 2).map(({ a, b }) => [a, b])).toEqual([
      ['d199', 'd200'],
      ['d200', 'd201']
    ]);
    expect(best[0]!.shared).toBe(2);
  });
});
