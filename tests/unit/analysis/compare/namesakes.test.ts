import { describe, expect, it } from 'vitest';
import { readActorNames } from '$lib/analysis/compare/actor-names';
import { joinPersons, personKey } from '$lib/analysis/compare/collection-persons';
import { givenNames } from '$lib/analysis/compare/given-names';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

/** Names of people in a text, each with the one it stands for. */
function namings(text: string): string[] {
  const reading = readText(text, knowledge);
  const { tokens } = reading.document;
  return readActorNames(reading, knowledge).names.map(
    ({ actor, firstToken, tokenEnd }) =>
      `${text.slice(tokens[firstToken]!.start, tokens[tokenEnd - 1]!.end)}=${actor.replace('person:', '')}`
  );
}

describe('people of one surname', () => {
  it('are two where their given names differ, and the surname alone means the one named most', () => {
    expect(
      namings(
        'The mayor thanked Thomas Okafor. Later Ngozi Okafor spoke. The crowd cheered Thomas Okafor. Okafor smiled.'
      )
    ).toEqual(['Thomas Okafor=okafor', 'Ngozi Okafor=ngozi-okafor', 'Thomas Okafor=okafor', 'Okafor=okafor']);
  });

  it('are one under a short form, an initial, a middle name or other accents', () => {
    const one = (text: string) => new Set(namings(text).map((naming) => naming.split('=')[1]));
    expect(one('We met William Adeyemi. We saw Bill Adeyemi. Adeyemi left.')).toEqual(new Set(['adeyemi']));
    expect(one('We met Amara Diallo. We saw A. Diallo and Amara J. Diallo. Diallo left.')).toEqual(
      new Set(['diallo'])
    );
    expect(one('We met Raul Ibarra. We saw Raúl Ibarra. Ibarra left.')).toEqual(new Set(['ibarra']));
  });

  it('are told apart by "Mr." and "Mrs."', () => {
    expect(
      namings('We met Robert Mensah and Abena Mensah. Mrs. Mensah spoke first. Mr. Mensah was silent.')
    ).toEqual(['Robert Mensah=mensah', 'Abena Mensah=abena-mensah', 'Mensah=abena-mensah', 'Mensah=mensah']);
  });

  it('are a couple in "Bill and Hillary Clinton" only where the text names both', () => {
    expect(
      namings('We saw Bill Clinton. Then Bill and Hillary Clinton left. Clinton had spoken at length.')
    ).toEqual(['Bill Clinton=clinton', 'Bill=clinton', 'Hillary Clinton=hillary-clinton', 'Clinton=clinton']);
    expect(namings('Then Norway and Hillary Clinton left. Clinton had spoken.')).toEqual([
      'Norway=norway',
      'Hillary Clinton=clinton',
      'Clinton=clinton'
    ]);
  });

  it('are not made of words that only open a sentence, or of a suffix', () => {
    expect(namings('We met Amara Diallo. Candidate Diallo spoke. Diallo left.').at(1)).toBe('Diallo=diallo');
    expect(namings('We met Eric Boateng Jr. in May. Boateng left.')).toEqual([
      'Eric Boateng Jr.=boateng',
      'Boateng=boateng'
    ]);
  });
});

describe('people of a collection', () => {
  const keysOf = (...texts: string[]) => {
    const counts = new Map<string, number>();
    for (const text of texts) {
      const { names, facts } = readActorNames(readText(text, knowledge), knowledge);
      for (const { actor } of names) {
        const key = personKey(actor, facts.get(actor));
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
    return joinPersons(counts, knowledge);
  };

  it('are two where one text names one of them and another text the other', () => {
    const ids = keysOf(
      'We met Thomas Okafor in May. Okafor left. Okafor came back.',
      'We met Ngozi Okafor in June. Okafor left.',
      'President Okafor spoke in Kenya.'
    );
    expect(Object.fromEntries(ids)).toEqual({
      'person:okafor|thomas': 'person:okafor',
      'person:okafor|ngozi': 'person:ngozi-okafor',
      'person:okafor|': 'person:okafor',
      kenya: 'kenya'
    });
  });

  it('are one where their given names are forms of one name, whichever text comes first', () => {
    const texts = ['We met Bill Adeyemi. Adeyemi left.', 'We met William J. Adeyemi. Adeyemi left again.'];
    for (const order of [texts, [...texts].reverse()])
      expect(new Set(keysOf(...order).values())).toEqual(new Set(['person:adeyemi']));
  });
});

describe('given names', () => {
  it('match by form, initial and shared part, and differ otherwise', () => {
    const { compatible } = givenNames(knowledge);
    expect(compatible(['bill'], ['william'])).toBe(true);
    expect(compatible(['j', 'edgar'], ['edgar'])).toBe(true);
    expect(compatible([], ['ann'])).toBe(true);
    expect(compatible(['ivan'], ['ivana'])).toBe(false);
    expect(compatible(['j'], ['ann'])).toBe(false);
  });
});
