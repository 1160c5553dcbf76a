import { describe, expect, it } from 'vitest';
import { audit } from '$lib/analysis/audit';
import { AuditRequestSchema } from '$lib/analysis/audit-schema';
import { knowledge } from '$lib/lexicons/generated';
import * as v from 'valibot';

function chains(texts: Record<string, string>) {
  const documents = Object.entries(texts).map(([id, text]) => ({ id, text }));
  const request = v.parse(AuditRequestSchema, { documents });
  const found = audit(request, knowledge, (text) => `${text.length}`).comparison.chains;
  for (const { mentions } of found)
    for (const { document, start, end, quote } of mentions)
      expect(texts[document]!.slice(start, end)).toBe(quote);
  return found;
}

const agency =
  'A footbridge in Tartu gave way on Monday. “The bridge was never safe, and the ministry knew it for three years,” mayor Ana Ilves said. Nobody was hurt.';
const daily =
  'City officials blamed the state after the collapse. Ilves told reporters that the bridge “was never safe”. The ministry has not answered.';
const blog =
  'What a mess! The bridge was never safe, and the ministry knew it for three years. Somebody must resign.';
const rival =
  'The transport ministry rejected blame. “We inspected every crossing last spring,” its spokesman Juhan Kask said.';

describe('chains of quotations', () => {
  const found = chains({ agency, daily, blog, rival });
  const quotations = found.filter(({ kind }) => kind === 'quotation');

  it('joins a quotation, a part of it by the same speaker, and its words without quotation marks', () => {
    expect(quotations).toHaveLength(1);
    expect(quotations[0]!.documents).toBe(3);
    expect(
      quotations[0]!.mentions.map(({ document, quote, quoted }) => [document, quoted, quote.slice(0, 24)])
    ).toEqual([
      ['agency', true, 'The bridge was never saf'],
      ['daily', true, 'was never safe'],
      ['blog', false, 'The bridge was never saf']
    ]);
  });

  it('names the speaker and the words that all have', () => {
    expect(quotations[0]!.label).toMatch(/Ilves: “was never safe”$/u);
  });

  it('joins words in quotation marks behind "that"', () => {
    const [chain] = chains({
      wire: 'The strike is over. “Nobody has won and nobody has lost,” chairman Peter Lang said on Friday.',
      paper: 'Buses run again. The chairman, Peter Lang, insists that "nobody has won and nobody has lost".'
    });
    expect(chain?.mentions.map(({ document, quoted }) => [document, quoted])).toEqual([
      ['wire', true],
      ['paper', true]
    ]);
  });

  it('does not join three words of different speakers', () => {
    const apart = chains({
      agency,
      coach: 'The final was lost in extra time. “The lead was never safe,” coach Peeter Saar said afterwards.'
    });
    expect(apart.filter(({ kind }) => kind === 'quotation')).toEqual([]);
  });

  it('joins quotations that were edited', () => {
    const edited = chains({
      agency,
      other: 'The mayor was blunt: “The bridge was not safe, and the ministry knew it for years.”'
    });
    expect(edited.map(({ documents }) => documents)).toEqual([2]);
  });

  it('sees the marks around words that are a title there', () => {
    const [found] = chains({
      agency,
      review:
        'Students of the academy showed a film called “The bridge was never safe, and the ministry knew it”.'
    });
    expect(found!.mentions.map(({ document, quoted }) => [document, quoted])).toEqual([
      ['agency', true],
      ['review', true]
    ]);
  });

  it('does not take a repeat inside one document for a chain', () => {
    expect(chains({ agency: `${agency} ${agency}`, rival })).toEqual([]);
  });
});

describe('chains of origins', () => {
  it('finds one claim that several documents give to the same report', () => {
    const found = chains({
      herald:
        'According to a report by the State Audit Office, 40 bridges need urgent repair. The minister is on holiday.',
      post: 'Repairs are overdue. The State Audit Office report found that 40 bridges need urgent repair.',
      echo: 'The opposition says that 40 bridges need urgent repair.'
    });
    const origins = found.filter(({ kind }) => kind === 'origin');
    expect(origins).toHaveLength(1);
    expect(origins[0]!.mentions.map(({ document }) => document)).toEqual(['herald', 'post']);
    expect(origins[0]!.label).toContain('State Audit Office');
  });

  it('holds a state and its seat for one origin, a reading of minds for none', () => {
    const uttered = chains({
      a: 'Japan said that the island was surveyed by two foreign ships in March.',
      b: 'According to Tokyo, the island was surveyed by two foreign ships in March.'
    });
    expect(uttered.map(({ kind, documents }) => [kind, documents])).toEqual([['origin', 2]]);
    const felt = chains({
      a: 'Japan sees the survey of the island by two foreign ships as a threat.',
      b: 'Japan views the survey of the island by two foreign ships as a threat.'
    });
    expect(felt).toEqual([]);
  });

  it('knows a person by surname, and a study by whose it is, wherever that stands', () => {
    const found = chains({
      a: 'Boateng announced that the Obuasi mine would close in June. Workers fear they will be forgotten.',
      b: 'Kofi Boateng said that the Obuasi mine would be closed in June. A union leader called it a betrayal.',
      c: 'A study by the University of Belgrade warned of cracks in the dam in 2019.',
      d: 'Cracks were known: a University of Belgrade study warned of cracks in the dam in 2019.'
    });
    expect(found.map(({ mentions }) => mentions.map(({ document }) => document))).toEqual([
      ['a', 'b'],
      ['c', 'd']
    ]);
    expect(found[0]!.label).toBe('Boateng: the Obuasi mine would close in June');
  });

  it('finds one telling figure of the same origin, but no round one', () => {
    const texts = (figure: string) => ({
      a: `The ministry of labour in Lima was closed. Rosa Quispe said that ${figure} workers had signed the letter.`,
      b: `The strike is over. According to Rosa Quispe, ${figure} people put their names to the demands.`
    });
    expect(chains(texts('3,217')).map(({ kind, documents }) => [kind, documents])).toEqual([['origin', 2]]);
    expect(chains(texts('3,000'))).toEqual([]);
  });

  it('is silent where the quotation says it already', () => {
    const found = chains({ agency, other: `The mayor spoke. ${agency}` });
    expect(found.map(({ kind }) => kind)).toEqual(['quotation']);
  });

  it('does not take unnamed officials of two texts for the same people', () => {
    const found = chains({
      a: 'Officials said that the reservoir lost a third of its water in two weeks.',
      b: 'Officials said that the reservoir lost a third of its water in two weeks, and blamed the drought.'
    });
    expect(found.filter(({ kind }) => kind === 'origin')).toEqual([]);
  });
});
