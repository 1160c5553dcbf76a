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
    ['in votes', 'The council voted by 31 votes to 18.', 'The council voted by 29 votes to 20.'],
    ['in votes alone', 'The vote was 31 to 18.', 'The vote was 29 to 20.'],
    ['in how long it went on', 'The strike lasted 19 days.', 'The strike lasted 21 days.'],
    [
      'in how long it will go on',
      'Brenner promised to freeze bus fares for two years.',
      'Brenner wants to freeze bus fares for four years.'
    ],
    [
      'in weeks of pay',
      'Those affected will receive ten weeks of pay.',
      'Everyone affected will receive twelve weeks of pay.'
    ],
    [
      'where more of some persons are counted than of all',
      'More than 200 parents protested outside county hall.',
      'About 150 people protested outside county hall.'
    ],
    [
      'in how long it took',
      'Firefighters needed nine hours to bring the fire under control.',
      'Some 120 firefighters needed six hours to bring the fire under control.'
    ],
    ['in the time of day', 'The fire started at 9:40 p.m.', 'The fire broke out at 9:10 p.m.'],
    ['in a share of the same', 'Turnout was 61 percent.', 'Turnout was 58 per cent of registered voters.']
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
      'in the month of a plan',
      'They will keep their health insurance until December.',
      'They will keep their health insurance until March.'
    ],
    ['in May', 'The strike began on 3 May.', 'The strike began on 4 May.'],
    [
      'in the day of a plan by another name',
      'She will take office on 2 January.',
      'The mayor will take office on 9 January.'
    ],
    [
      'when it was done before the year that it is planned for',
      'The Linton Bridge will open in June 2026.',
      'The Linton Bridge opened in June 2024.'
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

  it.each([
    [
      'refuse',
      'The minister apologised to the families.',
      'The minister refused to apologise to the families.'
    ],
    [
      'say it of nobody',
      'Nobody was hurt in the fire at the mill.',
      'Three workers were hurt in the fire at the mill.'
    ]
  ])('where those who %s deny it', (_, a, b) => {
    expect(conflictsOf(a, b)).toEqual([expect.stringMatching(/^polarity clash /)]);
  });

  it('on who did it, named beside what they are', () => {
    expect(
      conflictsOf(
        'The mayor, Lucia Brandt, brokered the deal.',
        'Helen Corrie, a retired judge, brokered the deal.'
      )
    ).toEqual(['agent clash Lucia Brandt|Helen Corrie']);
  });

  it('in a lead and a total only as figures of two things', () => {
    const found = conflictsOf(
      'On 4 November the first count put Brenner ahead by 187 votes.',
      'In total 48,600 ballots were counted.'
    );
    expect(found.filter((conflict) => conflict.includes(' clash '))).toEqual([]);
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
    [
      'a few of some persons among many people',
      'Some 200 parents protested outside county hall.',
      'About 550 people protested outside county hall.'
    ],
    [
      'an end that is told with a negation',
      'From 1 March there will be no night ferry from Lorne to Skarv.',
      'The night ferry between Lorne and Skarv will stop on 1 March.'
    ],
    ['what may happen twice', 'Prices fell sharply in March.', 'Prices fell sharply in April.'],
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
