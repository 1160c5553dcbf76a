import { describe, expect, it } from 'vitest';
import { compareClaims } from '$lib/analysis/claims/compare-claims';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

/** What two texts of one event say against each other. */
function conflictsOf(a: string, b: string): string[] {
  const documents = Object.entries({ a, b }).map(([id, text]) => ({
    id,
    reading: readText(text, knowledge)
  }));
  return compareClaims(documents, knowledge, 1)
    .claims.flatMap(({ conflicts }) => conflicts)
    .map(({ kind, verdict, values }) => [kind, verdict, ...values.map(({ value }) => value)].join(' | '));
}

const at = (more: string): string =>
  `The mayor of Orlec, Drita Kola, spoke on the bridge over the Varda. ${more}`;
const too = (more: string): string =>
  `In Orlec the waters of the Varda fell again, the office of Drita Kola said. ${more}`;

describe('clauses of texts that tell one event', () => {
  it('contradict each other however short they are', () => {
    expect(conflictsOf(at('The siren never sounded.'), too('The siren was sounded at 8:05 p.m.'))).toEqual([
      'polarity | clash | denied | affirmed'
    ]);
  });

  it('put one deed at another hour, and not a deed that followed', () => {
    expect(
      conflictsOf(at('The collision happened at 6:10 a.m.'), too('The crash came at 6:45 a.m.'))
    ).toEqual(['number | clash | 6:10 a.m. | 6:45 a.m.']);
    expect(
      conflictsOf(
        at('The collision happened at 6:10 a.m.'),
        too('After the crash sirens sounded at 6:45 a.m.')
      )
    ).toEqual([]);
  });

  it('give another figure of the same thing in other words', () => {
    expect(
      conflictsOf(at('The dam is 32 metres high.'), too('The dam is old. It was 40 metres high.'))
    ).toEqual(['number | clash | 32 metres | 40 metres']);
    expect(
      conflictsOf(
        at('The government promised each family 5,000 euros.'),
        too('Each family is to receive 2,000 euros.')
      )
    ).toEqual(['number | clash | 5,000 euros | 2,000 euros']);
  });

  it('do not clash over a figure that is only wished for, or one of several', () => {
    expect(
      conflictsOf(at('Each family had demanded 9,000 euros.'), too('Each family is to receive 3,000 euros.'))
    ).toEqual(['number | different-referents | 9000 EUR | 3000 EUR']);
    expect(
      conflictsOf(at('The museum employs 22 guards.'), too('Six guards were on duty that night.'))
    ).toEqual([]);
  });

  it('do not clash over what was carried and what was lost of it', () => {
    expect(
      conflictsOf(
        at('The lorry was carrying 900 tonnes of grain.'),
        too('About 30 tonnes of grain spilled from the lorry.')
      )
    ).toEqual([]);
  });

  it('do not clash where more is denied than was told, or one text tells both', () => {
    expect(
      conflictsOf(at('The siren did not sound in the valley.'), too('The siren was sounded at 8:05 p.m.'))
    ).toEqual([]);
    expect(
      conflictsOf(
        at('The siren never sounded. The siren was sounded, the ministry said.'),
        too('The siren was sounded at 8:05 p.m.')
      )
    ).toEqual([]);
  });

  it('are not held against each other in texts of two events', () => {
    expect(
      conflictsOf(
        at('The siren never sounded.'),
        'The council of Tarnby met on the fire in the harbour, Ann Lee said. The siren was sounded at noon.'
      )
    ).toEqual([]);
  });

  it('of nobody in particular are no claim that texts of two events share', () => {
    const sharers = (other: string): number => {
      const texts = [
        'Fire broke out in the harbour of Tarnby, Ann Lee said. Nobody has been arrested so far.',
        `${other} Nobody has been arrested so far.`
      ];
      const documents = texts.map((text, i) => ({ id: `d${i}`, reading: readText(text, knowledge) }));
      return compareClaims(documents, knowledge, 1).claims.filter(
        ({ label, mentions }) => label.includes('arrested') && mentions.length > 1
      ).length;
    };
    expect(sharers('Paintings were stolen from a museum in Lunden, Hanna Brandt said.')).toBe(0);
    expect(sharers('Ann Lee was in Tarnby when fire broke out in the harbour.')).toBe(1);
  });
});

describe('states of a thing', () => {
  it('are told of whoever stands before an aside', () => {
    expect(
      conflictsOf(at('The builder, Josef Maly, was acquitted.'), too('Josef Maly was found guilty too.'))
    ).toEqual(['outcome | clash | was acquitted | was found guilty']);
  });

  it('and what is denied are of the same thing', () => {
    expect(
      conflictsOf(at('Hackers stole the data of 340,000 customers.'), too('No paintings were stolen.'))
    ).toEqual([]);
    expect(
      conflictsOf(
        at('The government recalled its ambassador.'),
        too('The Varnian ambassador has not been recalled.')
      )
    ).toEqual([]);
  });

  it('are denied where a report of them is called false', () => {
    expect(
      conflictsOf(
        at('The alarm had been switched off.'),
        too('Reports that the alarm had been switched off are false.')
      )
    ).toEqual(['polarity | clash | affirmed | denied']);
  });

  it('are called by what is called untrue, without the words that say so', () => {
    const texts = [
      at('The bungling museum had switched its alarm off, a furious guard told us.'),
      at('The alarm had been switched off at midnight with the code of a guard, two people said.'),
      too('Reports that the alarm had been switched off are false.')
    ];
    const documents = texts.map((text, i) => ({ id: `d${i}`, reading: readText(text, knowledge) }));
    const { claims } = compareClaims(documents, knowledge, 1);
    expect(claims.find(({ conflicts }) => conflicts.length > 0)?.label).toBe(
      'The alarm had been switched off'
    );
  });
});
