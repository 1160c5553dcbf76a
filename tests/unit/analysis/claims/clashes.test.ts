import { describe, expect, it } from 'vitest';
import { compareClaims } from '$lib/analysis/claims/compare-claims';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

/** Conflicts between texts of one sentence or two, as "kind verdict value|value". */
function conflictsOf(...texts: readonly string[]): string[] {
  const documents = texts.map((text, i) => ({ id: `d${i}`, reading: readText(text, knowledge) }));
  return compareClaims(documents, knowledge, 1).claims.flatMap(({ conflicts }) =>
    conflicts.map(
      ({ kind, verdict, values }) => `${kind} ${verdict} ${values.map(({ value }) => value).join('|')}`
    )
  );
}

describe('two accounts clash', () => {
  it.each([
    ['in a sum', 'The closure will save £420,000 a year.', 'The closure will save £250,000 a year.'],
    ['in a distance', 'The school is two miles away.', 'The school is three miles away.'],
    ['in how long it lasts', 'Ferro signed a five-year contract.', 'Ferro signed a four-year contract.'],
    ['in votes', 'The council voted by 31 votes to 18.', 'The council voted by 29 votes to 20.']
  ])('%s', (_, a, b) => {
    expect(conflictsOf(a, b)).toEqual([expect.stringMatching(/^number clash /)]);
  });

  it.each([
    ['in the day of the week', 'The bridge opened on Monday.', 'The bridge opened on Tuesday.'],
    [
      'in the date of a plan',
      'The mill will reopen on 30 June.',
      'The mill is expected to reopen on 4 July.'
    ],
    [
      'when one says "not until"',
      'Norvik Chemicals informed the Water Agency on 6 March.',
      'Norvik Chemicals did not inform the Water Agency until 19 March.'
    ]
  ])('%s', (_, a, b) => {
    expect(conflictsOf(a, b)).toEqual([expect.stringMatching(/^date clash /)]);
  });

  it('on what a body did that only one of them names in full', () => {
    expect(
      conflictsOf(
        'The agency inspected the plant twice last year.',
        'The Water Agency had not inspected the plant for three years.'
      )
    ).toEqual([expect.stringMatching(/^polarity clash /)]);
  });

  it('in an age, which may be that of another day', () => {
    expect(
      conflictsOf('Ana Ferro, 23, has signed for Lokeren.', 'Ana Ferro, 24, has signed for Lokeren.')
    ).toEqual(['number may-differ-by-date 23|24']);
  });

  it('in guesses only where neither is near the other', () => {
    const riders = (count: string): string => `About ${count} riders lost their holiday pay.`;
    expect(conflictsOf(riders('35,000'), riders('45,000'))).toHaveLength(1);
    expect(conflictsOf(riders('35,000'), riders('38,000'))).toEqual([]);
  });
});

describe('no clash is', () => {
  it.each([
    [
      'two people who speak in one place',
      'Mr. Paul said on the program "Morning Line" that taxes are too high.',
      'Ms. Lagarde said on the program "Morning Line" that taxes are too low.'
    ],
    [
      'a figure that is the other one rounded',
      'The school is 1.8 miles away.',
      'The school is two miles away.'
    ],
    [
      'a count of those to whom something else happened',
      'Forty-six babies fell ill in the city of Oslo.',
      'Two babies died in the city of Oslo.'
    ],
    ['what happens every day', 'Shares fell on Monday.', 'Shares fell on Tuesday.'],
    [
      'a plan that is held against a deed',
      'Stone plans to plead not guilty to the charges of fraud.',
      'Stone pleaded guilty to the charges of fraud.'
    ]
  ])('%s', (_, a, b) => {
    expect(conflictsOf(a, b)).toEqual([]);
  });
});
