import { describe, expect, it } from 'vitest';
import { compareClaims } from '$lib/analysis/claims/compare-claims';
import { isFarBeyond } from '$lib/analysis/claims/figure-differences';
import type { Figure } from '$lib/analysis/claims/figure';
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

describe('texts of one event, each in words of its own, clash', () => {
  it.each([
    [
      'in a sentence',
      'The court jailed Hoxha for four years.',
      'The judge sent him to prison for six years.',
      'number | clash | four years | six years'
    ],
    [
      'in who works there',
      'The mill employs 340 people.',
      'The mill has 290 employees.',
      'number | clash | 340 | 290'
    ],
    [
      'in whom something carried, whatever stands behind',
      'A ferry carrying 312 people ran aground off the island of Skarn.',
      'More than 400 tourists were on board.',
      'number | clash | 312 | 400'
    ],
    [
      'in how many walked out',
      'Some 1,150 of its members stopped work.',
      'About 600 nurses walked out.',
      'number | clash | 1150 | 600'
    ],
    [
      'in a year that was',
      'The mill had sales of $40 million last year.',
      'Last year the mill made sales of $55 million.',
      'number | clash | $40 million | $55 million'
    ],
    [
      'in what each is paid',
      'Brandt will pay 41 euros a share.',
      'That is 44 euros for each share.',
      'number | clash | 41 euros | 44 euros'
    ],
    [
      'in what is asked for',
      'The union is seeking a rise of 9 percent.',
      'Greedy union chiefs want a whopping 15 per cent rise.',
      'number | clash | 9 percent | 15 per cent'
    ],
    [
      'over one of several',
      'No mill will be closed.',
      'Three mills are to be shut within a year.',
      'polarity | clash | denied | affirmed'
    ],
    [
      'over what somebody said would be',
      'The council said the school would stay open.',
      'The school will close in June.',
      'outcome | clash | stay open | close'
    ],
    [
      'over who goes',
      'Lena Brandt will stay on for two years.',
      'Lena Brandt leaves the firm in June.',
      'outcome | clash | stay on | leaves the firm'
    ],
    [
      'over a phrase for no',
      'Ilir Hoxha pleaded not guilty.',
      'Ilir Hoxha confessed in court.',
      'polarity | clash | denied | affirmed'
    ],
    [
      'over a lot of a thing',
      'No new talks have been scheduled.',
      'A round of talks is set for Thursday.',
      'polarity | may-differ-by-date | denied | affirmed'
    ],
    [
      'over never',
      'The works council was not consulted at any stage.',
      'The works council was consulted in January.',
      'polarity | clash | denied | affirmed'
    ]
  ])('%s', (_, a, b, conflict) => {
    expect(conflictsOf(a, b)).toEqual([conflict]);
  });

  it.each([
    [
      'a rise that is sought and one that is offered',
      'The union is seeking a rise of 9 percent.',
      'The mill has offered a rise of 4 percent.'
    ],
    [
      'so many each',
      'There should be one nurse for every five patients.',
      'There is one nurse for every eleven patients.'
    ],
    ['nobody at first', 'Nobody was arrested for the first hour.', 'Police arrested four people at night.'],
    ['a condition', 'If the vote failed, the school would close, she said.', 'The school will stay open.'],
    [
      'the year of another deed',
      'The mill, founded in 1874, employs 340 people.',
      'The mill employs 340 people.'
    ],
    ['those of two trials', 'Ilir Hoxha was jailed for four years.', 'Besa Prela was jailed for six years.'],
    ['one who left and one who stays', 'Ilir Hoxha left the firm in June.', 'Besa Prela stays on.']
  ])('but not over %s', (_, a, b) => {
    expect(conflictsOf(a, b)).toEqual([]);
  });

  it('and what passes within days may differ by date', () => {
    expect(conflictsOf('Ilir Hoxha is in critical condition.', 'Ilir Hoxha is out of danger.')).toEqual([
      'outcome | may-differ-by-date | is in critical condition | is out of danger'
    ]);
    expect(conflictsOf('Mayor Kola said she would not resign.', 'Mayor Kola resigned.')).toEqual([
      'polarity | may-differ-by-date | denied | affirmed'
    ]);
  });
});

describe('a figure given as the least', () => {
  const figure = (low: number, bound: Figure['bound']): Figure =>
    ({ low, high: low, bound, measure: 'toll' }) as Figure;

  it('leaves room for some more, not for several times as many', () => {
    expect(isFarBeyond(figure(63, 'at-least'), figure(200, 'at-least'))).toBe(true);
    expect(isFarBeyond(figure(63, 'at-least'), figure(88, null))).toBe(false);
    expect(isFarBeyond(figure(63, null), figure(200, null))).toBe(false);
    expect(isFarBeyond(figure(63, 'at-least'), figure(200, 'at-most'))).toBe(false);
  });

  it('may differ by date from a much higher one', () => {
    expect(conflictsOf('At least 63 people were injured.', 'More than 200 people were hurt.')).toEqual([
      'number | may-differ-by-date | 63 | 200'
    ]);
  });
});
