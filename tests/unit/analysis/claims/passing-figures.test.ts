import { describe, expect, it } from 'vitest';
import { compareClaims } from '$lib/analysis/claims/compare-claims';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

/** Verdicts on two texts of one sentence each. */
function verdictsOf(a: string, b: string): string[] {
  const documents = [a, b].map((text, i) => ({ id: `d${i}`, reading: readText(text, knowledge) }));
  return compareClaims(documents, knowledge, 1).claims.flatMap(({ conflicts }) =>
    conflicts.map(({ kind, verdict }) => `${kind} ${verdict}`)
  );
}

describe('figures that hold for a while', () => {
  it.each([
    [
      'prices in trading',
      'Shares of Marlow Foods were down 34 cents at $43.67 in morning trading.',
      'Shares of Marlow Foods were down 13 cents at $43.88 in late trading.'
    ],
    [
      'an index',
      'The Dow Jones average rose 49 points, or 0.47 percent, to 10,578.',
      'The Dow Jones average rose 28 points, or 0.27 percent, to 10,557.'
    ],
    [
      'what was counted so far',
      'The fire has so far burned 11,400 acres on Mount Tarn.',
      'The fire burned 12,400 acres on Mount Tarn.'
    ],
    [
      'a year and the year before',
      'Marlow Foods earned $54.3 million in the quarter a year earlier.',
      'Marlow Foods earned $64.2 million in the quarter.'
    ]
  ])('may differ by their time: %s', (_, a, b) => {
    expect(verdictsOf(a, b)).toEqual(['number may-differ-by-date']);
  });

  it.each([
    [
      'a fall on one day',
      'Shares of Marlow Foods fell by 9 percent on Friday.',
      'Shares of Marlow Foods fell by 14 percent on Friday.'
    ],
    [
      'what the same past year brought',
      'Marlow Foods earned $54.3 million last year.',
      'Marlow Foods earned $64.2 million last year.'
    ]
  ])('clash all the same where both are of one time: %s', (_, a, b) => {
    expect(verdictsOf(a, b)).toEqual(['number clash']);
  });
});

describe('what looks like a clash and is none', () => {
  it.each([
    [
      'parties named with the house they sit in',
      'Republicans picked up 63 seats in the House that year.',
      'House Democrats picked up just six seats in this election.'
    ],
    [
      'parties named with the house they sit in, told at length',
      'Republicans picked up 63 seats in the House, narrowed the gap in the Senate and picked up 19 state bodies in the November election, but pressure on their chairman grew all year.',
      'It was a bad night for her, though House Democrats picked up just six seats in this election, she said.'
    ],
    [
      'what is so whenever it happens',
      'The price of one of the controllers has dropped to the level of last winter.',
      'When the price of these parts goes up, makers lose money.'
    ],
    [
      'opposite words for two things',
      'Weighed down by stronger rains, the harvest in Tarn fell this summer after a long spring.',
      'Weighed down by weak demand, the harvest in Tarn fell this summer after a long spring.'
    ],
    [
      'what somebody did by the way',
      'Robert Lee died while climbing Mount Tarn in the national park.',
      'Robert Lee has fallen to his death on Mount Tarn in the national park.'
    ],
    [
      'a level not seen since another day',
      'Gold was quoted at $367 an ounce, a level not seen since February 10.',
      'Gold was quoted at $358 an ounce, a level not seen since February 25.'
    ],
    [
      'a failure told as a noun',
      'The flaw results from the browser’s failure to check the type of a file.',
      'The flaw arises because the browser does not check the type of a file.'
    ]
  ])('%s', (_, a, b) => {
    expect(verdictsOf(a, b).filter((verdict) => verdict.endsWith(' clash'))).toEqual([]);
  });

  it('a span of hours and minutes is one figure', () => {
    const one = 'The ferry takes two hours and 15 minutes to reach the island of Tarn.';
    const other = 'The ferry takes four hours to reach the island of Tarn.';
    const documents = [one, other].map((text, i) => ({ id: `d${i}`, reading: readText(text, knowledge) }));
    const values = compareClaims(documents, knowledge, 1).claims.flatMap(({ conflicts }) =>
      conflicts.flatMap((conflict) => conflict.values.map(({ value }) => value))
    );
    expect(values).toEqual(['two hours and 15 minutes', 'four hours']);
  });
});
