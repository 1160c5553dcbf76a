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

describe('that something happened', () => {
  it('clashes with there being none', () => {
    expect(
      conflictsOf('There was no fire on board.', 'A fire that broke out in the mill was put out.')
    ).toEqual(['polarity | clash | denied | affirmed']);
    expect(conflictsOf('No fire broke out.', 'There was a fire in the engine room.')).toEqual([
      'polarity | clash | denied | affirmed'
    ]);
  });

  it.each([
    ['none of a kind', 'There was no serious fire.', 'A fire broke out in the mill.'],
    ['none at another place', 'There was no fire in the school.', 'A fire broke out in the mill.'],
    ['nothing that goes with it', 'There was no fire alarm.', 'A fire broke out in the mill.'],
    ['none that is sure', 'There may be no fire.', 'A fire broke out in the mill.']
  ])('but not with %s', (_, a, b) => {
    expect(conflictsOf(a, b)).toEqual([]);
  });
});

describe('a state', () => {
  it('is told of what stands before a relative clause', () => {
    expect(
      conflictsOf('The museum, which is closed, offered a reward.', 'The museum opened its doors again.')
    ).toEqual(['outcome | clash | is closed | opened its doors']);
  });

  it('is told of the person before the age', () => {
    expect(
      conflictsOf('The builder, Josef Maly, 44, was acquitted.', 'Josef Maly was found guilty too.')
    ).toEqual(['outcome | clash | was acquitted | was found guilty']);
  });

  it('is no part of who says it', () => {
    expect(conflictsOf('Survivors say no alarm was sounded.', 'The crew sounded the alarm.')).toEqual([
      'polarity | clash | denied | affirmed'
    ]);
    expect(conflictsOf('Survivors say no alarm was sounded.', 'The crew sounded the horn.')).toEqual([]);
  });

  it('is told of an office, whose place one text names and the other one does not', () => {
    expect(
      conflictsOf('Mayor Drita Kola resigned on Tuesday.', 'The mayor of Orlec remains in office.')
    ).toEqual(['outcome | clash | resigned | remains in office']);
    expect(
      conflictsOf('The mayor of Tarnby resigned on Tuesday.', 'The mayor of Orlec remains in office.')
    ).toEqual([]);
  });
});

describe('an arrest', () => {
  it('is denied of the one who was taken into custody', () => {
    expect(
      conflictsOf('The captain, Ilir Hoxha, was not arrested.', 'Police took Ilir Hoxha into custody.')
    ).toEqual(['polarity | clash | denied | affirmed']);
    expect(
      conflictsOf('The captain, Ilir Hoxha, was not arrested.', 'Police took Besa Prela into custody.')
    ).toEqual([]);
  });

  it('is of nobody more for how old they are', () => {
    expect(conflictsOf('Police arrested six men.', 'A man aged 33 was arrested on Sunday.')).toEqual([]);
  });
});

describe('what may change from day to day', () => {
  it('differs by its date where one text tells it as of now', () => {
    expect(
      conflictsOf('The fire is now 85 percent contained.', 'The fire was 40 percent contained by Friday.')
    ).toEqual(['number | may-differ-by-date | 85 % | 40 %']);
    expect(conflictsOf('The fire was 85 percent contained.', 'The fire was 40 percent contained.')).toEqual([
      'number | clash | 85 % | 40 %'
    ]);
  });

  it('is no clash where what was closed will open again', () => {
    expect(conflictsOf('The road to Orlec was closed.', 'The road to Orlec will reopen on Sunday.')).toEqual(
      []
    );
    expect(conflictsOf('Highway 9 was closed.', 'The highway stayed open.')).toEqual([
      'outcome | clash | was closed | stayed open'
    ]);
  });
});

describe('what a person did, by name', () => {
  it('clashes with its denial, however much else is told', () => {
    expect(
      conflictsOf(
        'Hoxha, who has led the firm since 2013, conceded defeat.',
        'Hoxha has not conceded and will sue.'
      )
    ).toEqual(['polarity | clash | affirmed | denied']);
    expect(
      conflictsOf('Aqvia apologised to residents.', 'Aqvia, which has refused to apologise, was fined.')
    ).toEqual(['polarity | clash | affirmed | denied']);
  });

  it.each([
    ['of another refusal', 'Hoxha apologised to residents.', 'Hoxha refused to comment.'],
    ['of somebody else', 'Hoxha conceded defeat.', 'Prela has not conceded.'],
    ['of more than was told', 'Hoxha attended the mass in Orlec.', 'Hoxha did not attend the debate.']
  ])('but not with a denial %s', (_, a, b) => {
    expect(conflictsOf(a, b)).toEqual([]);
  });
});

describe('what was destroyed', () => {
  it('is counted in words of the story', () => {
    expect(conflictsOf('The fire destroyed 63 homes.', 'Flames swallowed 110 houses.')).toEqual([
      'number | clash | 63 homes | 110 houses'
    ]);
    expect(conflictsOf('The fire destroyed 63 homes.', 'Crews saved 110 houses.')).toEqual([]);
  });

  it('is no promise of what will be built', () => {
    expect(
      conflictsOf('The mayor promised to build 1,500 flats.', 'The mayor has promised 3,000 flats.')
    ).toEqual(['number | clash | 1,500 flats | 3,000 flats']);
    expect(conflictsOf('The mayor promised to build 1,500 flats.', 'The city owns 3,000 flats.')).toEqual([]);
  });
});
