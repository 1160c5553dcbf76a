import { describe, expect, it } from 'vitest';
import { compareClaims } from '$lib/analysis/claims/compare-claims';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

/** What one text affirms and the other denies, of all claims of two texts: the values in the texts' order. */
function denialsOf(...texts: readonly string[]): string[] {
  const documents = texts.map((text, i) => ({ id: `d${i}`, reading: readText(text, knowledge) }));
  return compareClaims(documents, knowledge, 1).claims.flatMap(({ conflicts }) =>
    conflicts
      .filter(({ kind }) => kind === 'polarity')
      .map(({ values }) => values.map(({ value }) => value).join('|'))
  );
}

const TOLD = 'The alarm had been switched off.';

describe('a report that is called untrue is denied', () => {
  it.each([
    'Reports that the alarm had been switched off are false.',
    'Rumours that the alarm was switched off are untrue.',
    'Claims that the alarm was switched off were wrong.',
    'Claims that the alarm was switched off were baseless.',
    'The claim that the alarm was switched off is unfounded, the mayor said.',
    'It is not true that the alarm was switched off.',
    'It is false that the alarm was switched off.',
    'The alarm was switched off, a claim that proved false.'
  ])('%s', (text) => {
    expect(denialsOf(TOLD, text)).toEqual(['affirmed|denied']);
  });
});

describe('a report that is not called untrue is not denied', () => {
  it.each([
    [TOLD, 'Reports that the false alarm was switched off drew a crowd.'],
    [TOLD, 'Reports that the alarm was switched off are not false.'],
    [TOLD, 'Reports that the owner who had switched the alarm off was wrong spread fast.'],
    ['The report was false.', 'The mayor claims that the report was false.'],
    ['The figures were wrong.', 'Claims that the figures were wrong led the board to resign.']
  ])('%s / %s', (a, b) => {
    expect(denialsOf(a, b)).toEqual([]);
  });
});
