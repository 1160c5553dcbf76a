import { describe, expect, it } from 'vitest';
import { compareClaims } from '$lib/analysis/claims/compare-claims';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

/** What texts of one event, told around the same ship and town, say against each other. */
function conflictsOf(...sentences: string[]): string[] {
  const frames = [
    'The ferry Northern Star reached the town of Skarn on Friday, Captain Nils Aron said.',
    'In Skarn people waited for Nils Aron and his ship, the Northern Star.',
    'Nils Aron took the Northern Star to Skarn.'
  ];
  const documents = sentences.map((sentence, i) => ({
    id: `d${i}`,
    reading: readText(`${frames[i]!} ${sentence}`, knowledge)
  }));
  return compareClaims(documents, knowledge, 1)
    .claims.flatMap(({ conflicts }) => conflicts)
    .map(({ kind, verdict, values }) => [kind, verdict, ...values.map(({ quote }) => quote)].join(' | '));
}

describe('texts of one event contradict each other', () => {
  it('over a number that could be a year without its comma', () => {
    expect(
      conflictsOf('Before Christmas 1,500 jobs will go.', 'Before Christmas 2,100 jobs will go.')
    ).toEqual(['number | clash | 1,500 jobs | 2,100 jobs']);
  });

  it('over about so many, told with "some"', () => {
    expect(
      conflictsOf(
        'Some 12,000 doses of vaccine were delivered to clinics.',
        'So 30,000 doses were delivered to clinics.'
      )
    ).toEqual(['number | clash | 12,000 doses | 30,000 doses']);
  });

  it('over a decision told by its votes', () => {
    expect(
      conflictsOf(
        'The court closed the port in a clear 7-2 decision.',
        'The court ruled by five votes to four.'
      )
    ).toEqual(['number | clash | 7-2 | five votes to four']);
    expect(
      conflictsOf('The club won the cup with 7-2 goals.', 'The court ruled by five votes to four.')
    ).toEqual([]);
  });

  it('over a test that one says was failed, in May or last year', () => {
    expect(
      conflictsOf(
        'The ferry had passed a safety check in May.',
        'The ferry had failed its last safety inspection.'
      )
    ).toEqual(['outcome | clash | passed a safety check | failed its last safety inspection']);
  });

  it('over an arrest', () => {
    expect(conflictsOf('Captain Nils Aron was arrested.', 'Nils Aron is not under arrest.')).toEqual([
      'polarity | clash | Captain Nils Aron was arrested. | Nils Aron is not under arrest.'
    ]);
  });

  it('over supplies, and over what is over, as of the day of each', () => {
    expect(
      conflictsOf('Vaccine is available in sufficient quantity.', 'Clinics have run out of vaccine.')
    ).toEqual(['outcome | may-differ-by-date | is available | run out of']);
    expect(conflictsOf('The strike of the sailors goes on.', 'The strike is over.')).toEqual([
      'outcome | may-differ-by-date | goes on | is over'
    ]);
  });

  it('where one of them tells more besides, and a third text agrees with it', () => {
    expect(
      conflictsOf(
        'Schools in Skarn remain closed until further notice.',
        'Schools have reopened despite the danger.',
        'Schools in the town were closed.'
      ).length
    ).toBeGreaterThan(0);
  });
});

describe('texts of one event do not contradict each other', () => {
  it('over a state that lasted a while, but may differ by their time', () => {
    expect(
      conflictsOf('The school stayed open for three weeks.', 'The school is closed until further notice.')
    ).toEqual(['outcome | may-differ-by-date | stayed open | is closed']);
  });

  it('over two of one country, each of whom did something', () => {
    expect(
      conflictsOf(
        'A British climber has fallen to his death in the mountains of Skarn.',
        'One Australian climber has fallen to his death in the mountains of Skarn.'
      )
    ).toEqual([]);
  });

  it('over prices that rose and fell within an hour', () => {
    expect(
      conflictsOf(
        'In the first hour of trading the Nasdaq composite index rose 2 points to 1,612.',
        'The Nasdaq composite index fell 10 points to 1,601.'
      ).filter((conflict) => conflict.includes('| clash |'))
    ).toEqual([]);
  });
});
