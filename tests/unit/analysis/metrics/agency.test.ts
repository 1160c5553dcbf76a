import { describe, expect, it } from 'vitest';
import { foundIn, measuredOf, plain } from './measured';

describe('agentless passives', () => {
  it.each([
    ['The bridge was bombed.', 'was bombed'],
    ['Mistakes were made.', 'were made'],
    ['The well was poisoned by Friday.', 'was poisoned'],
    ['Prices were cut by 10 percent.', 'were cut'],
    ['The army has been deployed by using trains.', 'has been deployed'],
    ['The town was taken by force.', 'was taken'],
    ['She got arrested.', 'got arrested'],
    ['The pact was being broken.', 'was being broken'],
    ['The bill must be paid.', 'must be paid']
  ])('finds the doer missing in "%s"', (sentence, quote) => {
    expect(foundIn('agency', sentence)).toEqual([`agency/agentless-passive: ${quote}`]);
  });

  it.each([
    'The bridge was bombed by rebels.',
    'The law was passed in 1990 by a small group.',
    'Two men were killed and buried by the gang.',
    'The move was seen as a threat by Chile.',
    'The treaty was signed by 12 nations.',
    'The deal was blocked by those in charge.',
    'The vote was delayed by what one clerk called chaos.',
    'He got beaten by thugs.',
    'Rebels bombed the bridge.',
    'She was very worried.',
    'The house is located by the river.',
    'He was born in Rome.',
    'The two firms are related.'
  ])('leaves "%s" alone', (sentence) => {
    expect(foundIn('agency', sentence)).toEqual([]);
  });
});

describe('deeds put as nouns', () => {
  it.each([
    ['The annexation of the island shocked them.', 'deeds/seize: annexation of'],
    ['He spoke of the killing of two miners.', 'deeds/kill: killing of'],
    ['There was an attack on the port.', 'deeds/attack: attack on']
  ])('finds the doer missing in "%s"', (sentence, hit) => {
    expect(foundIn('agency', sentence)).toEqual([hit]);
  });

  it.each([
    'The annexation of the island by Chile shocked them.',
    'Chile’s annexation of the island shocked them.',
    'The Chilean annexation of the island shocked them.',
    'Its annexation of the island shocked them.',
    'Rebels carried out the bombing of the bridge.',
    'The vote was a violation of the pact.',
    'The growth of the town went on.'
  ])('leaves "%s" alone', (sentence) => {
    expect(foundIn('agency', sentence)).toEqual([]);
  });
});

it('is per 100 clauses, and its parts add up to the value', () => {
  const text = plain.repeat(3) + 'The bridge was bombed. The annexation of the island shocked them.';
  const found = measuredOf('agency', text);
  // Three sentences with two finite verbs each, one passive, one finite verb and one deed put as a noun.
  expect(found.base).toBe(9);
  expect(found.value).toBeCloseTo((100 * 2) / 9, 9);
  const part = (id: string) => found.parts!.find((item) => item.id === id)!.value!;
  expect(part('agentless') + part('nominalised')).toBeCloseTo(found.value, 9);
});

it('counts a passive inside a report for whoever is quoted', () => {
  const found = measuredOf('agency', `${plain.repeat(5)}Anna Berg said that the bridge was bombed.`);
  expect(found.evidence.map((item) => item.holder)).toEqual(['Anna Berg']);
  expect(found.author.value).toBe(0);
});
