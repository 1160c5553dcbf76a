import { describe, expect, it } from 'vitest';
import { readContested } from '$lib/analysis/contested/read-contested';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

function cellOf(statement: string, headline: string) {
  const documents = [{ id: 'd', reading: readText(headline, knowledge) }];
  return readContested([{ id: 'c', statement }], documents, knowledge)[0]!.cells[0]!;
}

const CLAIM = 'The mayor of Ostren sold the old bridge to a bank.';

describe('a headline alone', () => {
  it.each([
    ['Ostren Mayor Sells Old Bridge to Bank', 'asserts', 'affirm'],
    ['No, the Mayor of Ostren Did Not Sell the Bridge', 'disputes', 'deny'],
    ['Ostren Bridge Sale Is a Hoax', 'disputes', 'deny'],
    ['Mayor Slams Rumours of Bridge Sale', null, 'deny'],
    ['Ostren Mayor Denies Selling Bridge', null, 'deny'],
    ['Did the Mayor of Ostren Sell the Old Bridge?', 'hedges', 'affirm'],
    ['Ostren Mayor Reportedly Sold Old Bridge', 'attributes', 'affirm'],
    ['Mayor of Ostren sold old bridge to bank, residents say', 'attributes', 'affirm'],
    ['Clerk: I Saw Ostren Mayor Sell the Bridge', 'attributes', 'affirm']
  ])('%s', (headline, stance, polarity) => {
    const cell = cellOf(CLAIM, headline);
    if (stance !== null) expect(cell.stance).toBe(stance);
    expect(cell.mentions.map((mention) => mention.polarity)).toEqual([polarity]);
  });

  it('is silent when it tells another story', () => {
    expect(cellOf(CLAIM, 'Ostren Opens New Swimming Pool').stance).toBe('silent');
  });

  it('denies a claim that denies, when it says the thing happened', () => {
    expect(cellOf('The bank did not buy the old bridge.', 'Bank Buys Old Bridge').mentions[0]!.polarity).toBe(
      'deny'
    );
  });

  it('is not denied by a circumstance that is', () => {
    const cell = cellOf('The bank fired a clerk.', 'Clerk fired by bank after not turning up for a year');
    expect(cell.stance).toBe('asserts');
  });

  it('quotes the words it rests on', () => {
    const headline = '“Sold!” Mayor’s Bridge Deal \u{1F309} Is a Hoax';
    const { start, end, quote } = cellOf(CLAIM, headline).mentions[0]!;
    expect(headline.slice(start, end)).toBe(quote);
  });
});
