import { describe, expect, it } from 'vitest';
import { akinNames } from '$lib/analysis/claims/account-match';
import { compareClaims } from '$lib/analysis/claims/compare-claims';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

/** Says of a text that it tells of the mill fire at Orlo, as another one does. */
const MILL = 'The mayor of Orlo, Jana Veck, came to the Tarn mill. ';
/** Another event, by its names. */
const PORT = 'The mayor of Halm, Peer Lund, came to the Brill docks. ';

/** Clashes between two texts, as "kind verdict value|value". */
function conflictsOf(...texts: readonly string[]): string[] {
  const documents = texts.map((text, i) => ({ id: `d${i}`, reading: readText(text, knowledge) }));
  return compareClaims(documents, knowledge, 1).claims.flatMap(({ conflicts }) =>
    conflicts.map(
      ({ kind, verdict, values }) => `${kind} ${verdict} ${values.map(({ value }) => value).join('|')}`
    )
  );
}

describe('two accounts of one deed, in words of their own', () => {
  it.each([
    ['how many died', 'Eleven workers died.', 'Fourteen of our colleagues are dead.', 'number clash 11|14'],
    [
      'how many died, told in passing',
      'Eleven workers died.',
      'Guards were questioned over the blaze that killed fourteen people.',
      'number clash 11|14'
    ],
    ['how many were hurt', 'Some 26 were injured.', 'More than 40 people were hurt.', 'number clash 26|40'],
    [
      'how many lost their jobs',
      'The firm is laying off 180 employees.',
      'The firm has cut 250 jobs.',
      'number may-differ-by-date 180|250'
    ],
    [
      'how long it took',
      'The brigade needed six hours to bring it under control.',
      'It took them nine hours to put it out.',
      'number clash six hours|nine hours'
    ],
    [
      'how many of them wanted it',
      'Of the members who voted, 68 percent were in favour.',
      'An overwhelming 86 percent of members voted yes.',
      'number clash 68 percent|86 percent'
    ],
    [
      'whether anybody was hurt',
      'Nobody was hurt.',
      'Six drivers were injured.',
      'polarity clash denied|affirmed'
    ],
    [
      'whether it stays',
      'The office in Dorn will close.',
      'The owners keep their offices, and the office in Dorn stays open.',
      'outcome clash close|stays open'
    ]
  ])('clash in %s', (_, a, b, expected) => {
    expect(conflictsOf(MILL + a, MILL + b)).toContain(expected);
  });

  it('may differ by date where nobody is arrested until now', () => {
    expect(
      conflictsOf(`${MILL}Nobody has been arrested.`, `${MILL}Police arrested the owner on Wednesday.`)
    ).toEqual(['polarity may-differ-by-date denied|affirmed']);
  });

  it.each([
    ['of another event', MILL, 'Eleven workers died.', PORT, 'Fourteen sailors died.'],
    ['that may not have happened', MILL, 'Eleven workers died.', MILL, 'Fourteen workers may have died.'],
    ['of others', MILL, 'Eleven workers died.', MILL, 'Two firemen died.'],
    ['of which one is a part of the other', MILL, 'Eleven people died.', MILL, 'Three firemen died.'],
    [
      'where a text gives several',
      MILL,
      'Eleven workers died.',
      MILL,
      'Nine workers died in the hall. Two workers died in hospital.'
    ],
    [
      'of which one only says that something else is not so',
      MILL,
      'Two drivers were dismissed.',
      MILL,
      'Drivers dismissed for theft will not come back.'
    ],
    ['that agree', MILL, 'Eleven workers died.', MILL, 'The blaze killed eleven people.'],
    ['of things that may both be so', MILL, 'Two exits were locked.', MILL, 'Four exits were open.']
  ])('do not clash: accounts %s', (_, first, a, second, b) => {
    expect(conflictsOf(first + a, second + b)).toEqual([]);
  });

  it('are one claim where they agree', () => {
    const documents = ['Eleven workers died.', 'The blaze killed eleven people.'].map((text, i) => ({
      id: `d${i}`,
      reading: readText(MILL + text, knowledge)
    }));
    const { claims } = compareClaims(documents, knowledge, 1);
    expect(claims.map(({ mentions }) => mentions.length).filter((count) => count > 1)).toHaveLength(2);
  });
});

describe('a country and its people', () => {
  it('have names of one stem', () => {
    expect(akinNames('peru', 'peruvian')).toBe(true);
    expect(akinNames('malta', 'maltese')).toBe(true);
    expect(akinNames('chile', 'china')).toBe(false);
    expect(akinNames('mali', 'malta')).toBe(false);
  });
});
