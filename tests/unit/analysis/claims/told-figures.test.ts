import { describe, expect, it } from 'vitest';
import { compareClaims } from '$lib/analysis/claims/compare-claims';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

/** What two texts of one event say against each other, as "kind | verdict | value | value". */
function conflictsOf(a: string, b: string): string[] {
  const documents = Object.entries({
    a: `The mayor of Orlec, Drita Kola, spoke on the bridge over the Varda. ${a}`,
    b: `In Orlec the waters of the Varda fell again, the office of Drita Kola said. ${b}`
  }).map(([id, text]) => ({ id, reading: readText(text, knowledge) }));
  return compareClaims(documents, knowledge, 1)
    .claims.flatMap(({ conflicts }) => conflicts)
    .filter(({ verdict }) => verdict !== 'different-referents')
    .map(({ kind, verdict, values }) => [kind, verdict, ...values.map(({ value }) => value)].join(' | '));
}

describe('ages clash', () => {
  it.each([
    [
      'of one name',
      'Ilir Hoxha, 51, was not at home.',
      'Police spoke to Ilir Hoxha, 54, at noon.',
      '51 | 54'
    ],
    ['told before and behind', 'Ilir Hoxha (43) fell.', '48-year-old Ilir Hoxha broke an arm.', '43 | 48'],
    ['of an aside', 'Ana Prela, a 33-year-old teacher, jumped.', 'Ana Prela, 39, could swim.', '33 | 39'],
    ['of the only one', 'A guard, 62, was tied up.', 'The 58-year-old guard broke an arm.', '62 | 58'],
    ['of a thing', 'The 30-year-old ferry sank.', 'The firm bought the 22-year-old vessel.', '30 | 22']
  ])('%s', (_, a, b, values) => {
    expect(conflictsOf(a, b)).toEqual([`number | clash | ${values}`]);
  });

  it('a year apart as what a birthday may explain', () => {
    expect(conflictsOf('Ilir Hoxha, 51, was not at home.', 'Police spoke to Ilir Hoxha, 52.')).toEqual([
      'number | may-differ-by-date | 51 | 52'
    ]);
  });

  it.each([
    ['of two of one family', 'Ilir Hoxha, 51, was not at home.', 'Police spoke to Besa Hoxha, 19.'],
    ['of two of a kind', 'A guard, 62, was tied up.', 'Two guards came. The 58-year-old guard fell.'],
    ['of two kinds', 'A night guard, 62, was tied up.', 'The 58-year-old prison guard fell.'],
    ['of anybody', 'A man aged 62 was tied up.', 'The 58-year-old man fell.'],
    ['that are how long something lasts', 'The 30-year-old ferry sank.', 'The ferry ran for 22 years.']
  ])('but not %s', (_, a, b) => {
    expect(conflictsOf(a, b)).toEqual([]);
  });
});

describe('times of day clash', () => {
  it.each([
    ['in words', 'The dam broke at half past four.', 'The dam broke at 3.10am.', 'half past four | 3.10am'],
    ['by the hour', 'The dam broke at 3 a.m.', 'The dam broke at five o’clock.', '3 a.m. | five o’clock'],
    ['before the hour', 'The dam broke at 20 to eight.', 'The dam broke at 9pm.', '20 to eight | 9pm'],
    ['at noon', 'The dam broke at noon.', 'The dam broke at nine in the morning.', 'noon | nine']
  ])('%s', (_, a, b, values) => {
    expect(conflictsOf(a, b)).toEqual([`number | clash | ${values}`]);
  });

  it.each([
    ['one time in two ways', 'The dam broke at 7:40 a.m.', 'The dam broke at 20 to eight.'],
    ['around midnight', 'The dam broke at 11:55 p.m.', 'The dam broke around midnight.'],
    [
      'a time that is near',
      'The dam broke at 8:10 a.m.',
      'The dam broke shortly after eight in the morning.'
    ],
    ['a count', 'The dam broke at eight places.', 'The dam broke at 9 p.m.']
  ])('but not %s', (_, a, b) => {
    expect(conflictsOf(a, b)).toEqual([]);
  });
});

describe('votes clash', () => {
  it('however they are told', () => {
    expect(
      conflictsOf(
        'The council voted 8-5 to build a dam.',
        'Councillors approved the dam by nine votes to four.'
      )
    ).toEqual(['number | clash | 8-5 | nine votes to four']);
  });

  it('but not of two bodies, nor with a score', () => {
    expect(
      conflictsOf('The council voted 8-5 for a dam.', 'Parliament passed a law on forests by 61 votes to 40.')
    ).toEqual([]);
    expect(conflictsOf('The council voted 8-5 for a dam.', 'Orlec won the match 3-1.')).toEqual([]);
  });
});

describe('what something is expected to cost', () => {
  it('clashes with another forecast of it', () => {
    expect(
      conflictsOf(
        'Repairs to the pier are expected to cost $6 million.',
        'Fixing the shattered pier could set taxpayers back $11 million.'
      )
    ).toEqual(['number | clash | $6 million | $11 million']);
  });

  it('does not clash with what was paid for something else, or once', () => {
    expect(
      conflictsOf('Repairs to the pier are expected to cost $6 million.', 'The pier cost $2 million in 1980.')
    ).toEqual([]);
    expect(
      conflictsOf(
        'The repair of the pier could cost $6 million.',
        'Rebuilding the school might cost some $11 million.'
      )
    ).toEqual([]);
  });
});

describe('a figure', () => {
  it('that is called small is told all the same', () => {
    expect(
      conflictsOf('The vessel was travelling at 18 knots.', 'The ferry was sailing at only 9 knots.')
    ).toEqual(['number | clash | 18 knots | 9 knots']);
  });

  it('may be told as one or half of a unit', () => {
    expect(
      conflictsOf(
        'Victims will get a credit check for one year.',
        'Victims will get a credit check for two years.'
      )
    ).toEqual(['number | clash | one year | two years']);
    expect(
      conflictsOf('Divers searched the ferry for half an hour.', 'Divers searched the ferry for 30 minutes.')
    ).toEqual([]);
  });
});
