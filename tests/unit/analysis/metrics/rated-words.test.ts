import { describe, expect, it } from 'vitest';
import { foundIn } from './measured';

const rated = (text: string): string[] => foundIn('sentiment', text).map((line) => line.split(': ')[1]!);

describe('rated words', () => {
  it.each([
    ['The ruling was given by Lady Justice Osborne.', 'Justice'],
    ['Shares in the brewery were sold in May.', 'Shares'],
    ['The pump cost £5m plus £2m in fees.', 'plus']
  ])('leaves alone what only looks like praise: %s', (text, word) => expect(rated(text)).not.toContain(word));

  it.each([
    ['They asked for justice and peace.', 'justice'],
    ['She shares her lunch with them.', 'shares'],
    ['Justice was done in the end.', 'Justice']
  ])('rates the word in its own sense: %s', (text, word) => expect(rated(text)).toContain(word));
});

describe('loaded words', () => {
  it.each([
    ['Councillors rubber-stamped the sale of the park.', 'rubber-stamped'],
    ['The mill is the beating heart of the town.', 'beating heart of'],
    ['The council axes its library service.', 'axes its library service'],
    ['The director will pocket a bonus of two million.', 'pocket']
  ])('marks %s', (text, quote) =>
    expect(foundIn('loaded-language', text).map((line) => line.split(': ')[1])).toContain(quote)
  );

  it.each(['He sharpened two axes.', 'She pocketed her keys.', 'The nurse listened for a beating heart.'])(
    'leaves the plain sense alone: %s',
    (text) => expect(foundIn('loaded-language', text)).toEqual([])
  );
});
