import { describe, expect, it } from 'vitest';
import { TellingStatements } from '$lib/analysis/contested/tells-something';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

/** Asks a text as one whole, however its statements were cut. */
function tells(text: string): boolean {
  const { document } = readText(text, knowledge);
  return new TellingStatements(document, knowledge).tells({
    firstToken: 0,
    tokenEnd: document.tokens.length
  });
}

describe('a statement tells something', () => {
  it.each([
    'Norway annexed Sweden.',
    'Norway’s annexation of Sweden',
    'The alliance is defensive.',
    'Mr. Berg agreed with Ms. Lund’s assessment.',
    'The council was told to leave the building.',
    'Gov. Berg said he signed the law.'
  ])('where somebody does something: %s', (text) => {
    expect(tells(text)).toBe(true);
  });

  it.each([
    'Mr. Berg has shown',
    'Mr. Berg told them.',
    'Mr. Berg’s plan',
    'Berg said of the harbour issue.',
    'Berg told Harbour News in an interview.',
    'Urging the lawmakers to',
    'Following multiple public allegations of'
  ])('but not where it is a fragment or only names who spoke: %s', (text) => {
    expect(tells(text)).toBe(false);
  });
});
