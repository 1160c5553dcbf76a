import { describe, expect, it } from 'vitest';
import { readContested } from '$lib/analysis/contested/read-contested';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

function mentions(statement: string, text: string) {
  const documents = [{ id: 'd', reading: readText(text, knowledge) }];
  return readContested([{ id: 'c', statement }], documents, knowledge)[0]!.cells[0]!.mentions;
}

describe('of whom a claim says it', () => {
  const CLAIM = 'Norway is a threat to Sweden.';

  it.each([
    'Norway is a serious security threat to Sweden.',
    'Sweden sees Norway as a threat.',
    'Sweden spoke of the threat posed by Norway.'
  ])('is met by: %s', (text) => {
    expect(mentions(CLAIM, text)).toHaveLength(1);
  });

  it.each([
    'Sweden is a threat to Norway.',
    'Norway sees the Swedish plan as a threat.',
    'Norway views this fleet of Sweden as a threat to its borders.',
    'Sweden wants to keep Norway from becoming a threat.'
  ])('is not met by: %s', (text) => {
    expect(mentions(CLAIM, text)).toEqual([]);
  });

  it('is not who views it', () => {
    const found = mentions(
      'The exercises are provocative.',
      'The exercises are seen as provocative by Norway.'
    );
    expect(found.map(({ holder }) => holder)).toEqual(['Norway']);
  });

  it('may be either of two nouns', () => {
    expect(
      mentions('Tanks and exercises are provocative.', 'The exercises in Norway are provocative.')
    ).toHaveLength(1);
  });
});

describe('a claim with a figure', () => {
  it('is denied by another figure of the same unit', () => {
    const [found] = mentions('The bridge cost 120 million.', 'The bridge cost 90 million.');
    expect(found!.polarity).toBe('deny');
  });

  it('is affirmed by its own', () => {
    const [found] = mentions('The bridge cost 120 million.', 'The bridge cost 120 million, not 90 million.');
    expect(found!.polarity).toBe('affirm');
  });
});

describe('denials of what was said before', () => {
  const BEFORE = 'The Gazette reported that Norway sold the harbour to a bank. ';
  const CLAIM = 'Norway sold the harbour to a bank.';

  it('belong to the author who says we', () => {
    expect(mentions(CLAIM, `${BEFORE}We reject this allegation.`)[1]).toMatchObject({
      voice: 'author',
      polarity: 'deny'
    });
  });

  it('belong to the one who calls it a smear', () => {
    expect(mentions(CLAIM, `${BEFORE}The minister called the report a smear.`)[1]).toMatchObject({
      voice: 'attributed',
      polarity: 'deny'
    });
  });
});
