import { describe, expect, it } from 'vitest';
import { readParts } from '$lib/analysis/claims/statement-parts';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

type Name = 'who' | 'did' | 'whom' | 'when' | 'where' | 'howMany';

/** The parts of the first statement of a text, or of the one that begins with some words, as they are quoted. */
function partsOf(text: string, opening = ''): Record<Name, string | null> {
  const reading = readText(text, knowledge);
  const at = reading.statements.findIndex(({ start }) => text.startsWith(opening, start));
  const parts = readParts(reading, knowledge)[at]!;
  return {
    who: parts.who?.quote ?? null,
    did: parts.did?.quote ?? null,
    whom: parts.whom?.quote ?? null,
    when: parts.when?.quote ?? null,
    where: parts.where?.quote ?? null,
    howMany: parts.howMany?.quote ?? null
  };
}

const full = (text: string) => readParts(readText(text, knowledge), knowledge)[0]!;

describe('the parts of a statement', () => {
  it('are read from an active clause', () => {
    expect(partsOf('In 1932, Chile sold 14 copper mines to a bank in Norway.')).toEqual({
      who: 'Chile',
      did: 'sold',
      whom: '14 copper mines',
      when: '1932',
      where: 'Norway',
      howMany: '14 copper mines'
    });
  });

  it('never end inside a figure', () => {
    const { whom, howMany } = partsOf('The dairy has recalled 1.2 million tins of its baby milk.');
    expect({ whom, howMany }).toEqual({ whom: '1.2 million tins', howMany: '1.2 million tins' });
  });

  it('change places in the passive', () => {
    const { who, did, whom, when } = partsOf('The old bridge was blown up by the rebels in May 1944.');
    expect({ who, did, whom, when }).toEqual({
      who: 'the rebels',
      did: 'was blown',
      whom: 'The old bridge',
      when: 'May 1944'
    });
  });

  it('name the actors, where the words are their names', () => {
    const { who, whom } = full('Kenya and Chile recognised the government of Norway.');
    expect(who!.actors).toEqual(['kenya', 'chile']);
    expect(whom!.actors).toEqual([]);
  });

  it('hold what a form of "be" says, and the verb that is led to', () => {
    expect(partsOf('Chile is not a member of the league.').did).toBe('is not a member of the league');
    expect(partsOf('The crews were unable to reach the harbour.')).toMatchObject({
      did: 'were unable to reach',
      whom: 'the harbour'
    });
    expect(partsOf('The ministers tried to pay the ferry crews.')).toMatchObject({
      who: 'The ministers',
      did: 'tried to pay',
      whom: 'the ferry crews'
    });
  });

  it('keep the subject of a verb that goes on after "and"', () => {
    expect(partsOf('The rebels left the city and burned the granary.', 'and burned')).toMatchObject({
      who: 'The rebels',
      did: 'burned',
      whom: 'the granary'
    });
  });

  it('are read from a deed told as a noun', () => {
    expect(
      partsOf("The council condemned Norway's annexation of Bouvet Island in 1930.", "Norway's")
    ).toMatchObject({ who: 'Norway', did: 'annexation', whom: 'Bouvet Island', when: '1930' });
  });

  it('take no participle before a noun for the verb', () => {
    expect(partsOf('The sale of timber and advanced pumps has alarmed the farmers.')).toMatchObject({
      did: 'has alarmed',
      whom: 'the farmers'
    });
  });

  it('leave out a date that belongs to something else', () => {
    expect(partsOf('The mayor praised the treaty signed in 1921.').when).toBeNull();
    expect(partsOf('The 1921 treaty angered the farmers.').when).toBeNull();
  });

  it('give days that are open where the text leaves them open', () => {
    expect(full('Norway has fished there since 1974.').when).toMatchObject({ from: '1974-01-01', to: null });
    expect(full('The dam was finished by March 1956.').when).toMatchObject({ from: null, to: '1956-03-31' });
    expect(full('They ruled the city from 1911 to 1915.').when).toMatchObject({
      from: '1911-01-01',
      to: '1915-12-31'
    });
    expect(full('The ferry sank on Friday.').when).toMatchObject({ quote: 'Friday', from: null, to: null });
  });

  it('say how exact a figure is', () => {
    expect(full('The strikers owe the port at least $40 million.').howMany).toMatchObject({
      low: 40e6,
      high: 40e6,
      unit: 'USD',
      bound: 'at-least'
    });
    expect(full('The two sides met.').howMany).toBeNull();
  });

  it('say nothing for "it is likely that"', () => {
    expect(partsOf('It is known that the river floods.').who).toBeNull();
    expect(partsOf('There are several reasons.').who).toBeNull();
  });

  it('leave a place to the noun that it belongs to', () => {
    const where = (text: string) => partsOf(text).where;
    expect(where('The firm sold two mines in Kenya.')).toBe('Kenya');
    expect(where('Voters worried about the politics in Kenya.')).toBeNull();
    expect(where('The minister praised the success of the new school in Kenya.')).toBeNull();
    expect(where('She became interested in poverty in Kenya.')).toBeNull();
    expect(where('He was interested in Kenya.')).toBeNull();
    expect(where('The court met on Friday in Kenya.')).toBe('Kenya');
    expect(where('The founder is Amara Diallo, a partner in Kenya.')).toBeNull();
  });
});
