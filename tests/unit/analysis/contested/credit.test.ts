import { describe, expect, it } from 'vitest';
import { readContested } from '$lib/analysis/contested/read-contested';
import { readText } from '$lib/analysis/read';
import type { CreditCell, RequestClaim } from '$lib/analysis/audit-schema';
import { knowledge } from '$lib/lexicons/generated';

const CLAIM: RequestClaim = {
  id: 'c',
  statement: 'Chile and Peru seized the island of Ostra.',
  cues: [
    ['seize', 'seizure', 'capture', 'invasion', 'campaign', 'fall'],
    ['ostra', 'island']
  ]
};

function ledger(text: string, claim: RequestClaim = CLAIM): { credited: string[]; cell: CreditCell } | null {
  const [row] = readContested([claim], [{ id: 'd', reading: readText(text, knowledge) }], knowledge);
  return row!.credit && { credited: row!.credit.credited, cell: row!.credit.cells[0]! };
}

const names = (parties: CreditCell['agents']): string[] => parties.map(({ name }) => name);

describe('who is credited with a deed', () => {
  it('takes from the statement whom the claim credits', () => {
    expect(ledger('Nothing happened.')!.credited).toEqual(['Chile', 'Peru']);
  });

  it('takes it from the entry where that says so', () => {
    const claim = { ...CLAIM, statement: 'The island of Ostra was seized.', credits: ['Bolivia'] };
    const { credited, cell } = ledger('The island of Ostra was seized by Peru in May.', claim)!;
    expect(credited).toEqual(['Bolivia']);
    expect(cell.absent).toEqual(['Bolivia']);
  });

  it('is no ledger for a claim that tells no deed', () => {
    expect(ledger('Ostra is rich.', { id: 'c', statement: 'The island of Ostra is rich.' })).toBeNull();
  });

  it.each([
    ['In May, Chile and Peru seized the island of Ostra.', ['Chile', 'Peru'], [], []],
    ['The island of Ostra was seized by Chile.', ['Chile'], ['Peru'], []],
    ['The island of Ostra was seized in May.', [], ['Chile', 'Peru'], ['passive']],
    ['The seizure of the island shocked the coast.', [], ['Chile', 'Peru'], ['noun']],
    ["Chile's seizure of the island shocked the coast.", ['Chile'], ['Peru'], []],
    ['The Chilean seizure of the island shocked the coast.', ['Chilean'], ['Peru'], []],
    ['Peru launched a campaign to seize the island of Ostra.', ['Peru'], ['Chile'], []],
    ['Peru continued to seize parts of the island of Ostra.', ['Peru'], ['Chile'], []],
    ['A senator accused Peru of seizing the island of Ostra.', ['Peru'], ['Chile'], []],
    ['It was an attempt by Peru to seize the island of Ostra.', ['Peru'], ['Chile'], []]
  ])('%s', (text, agents, absent, unnamed) => {
    const { cell } = ledger(text)!;
    expect(names(cell.agents)).toEqual(agents);
    expect(cell.absent).toEqual(absent);
    expect(cell.unnamed.map(({ telling }) => telling)).toEqual(unnamed);
  });

  it('says what happened by itself', () => {
    const claim = { ...CLAIM, statement: 'Chile ended the talks.', cues: [['talk'], ['collapse']] };
    const { cell } = ledger('The talks collapsed in May.', claim)!;
    expect(cell.unnamed).toMatchObject([{ telling: 'happening', quote: 'collapsed' }]);
    expect(names(cell.affected)).toEqual(['The talks']);
    expect(cell.absent).toEqual(['Chile']);
  });

  it('names who suffers the deed, with the deed', () => {
    const { cell } = ledger('In May, Chile seized the island of Ostra.')!;
    expect(cell.affected).toMatchObject([{ name: 'the island of Ostra', deed: 'seized' }]);
  });

  it('calls nobody absent whom a pronoun may mean', () => {
    const { cell } = ledger('Chile and Peru met. In May, they seized the island of Ostra.')!;
    expect(cell.absent).toEqual([]);
  });

  it('keeps whose words credit somebody', () => {
    const { cell } = ledger('The mayor said that Peru seized the island of Ostra.')!;
    expect(cell.agents).toMatchObject([{ name: 'Peru', voice: 'attributed', holder: 'The mayor' }]);
  });

  it('credits nobody where the claim is denied', () => {
    const { cell } = ledger('Chile and Peru never seized the island of Ostra.')!;
    expect(cell).toEqual({ document: 'd', agents: [], affected: [], unnamed: [], absent: [] });
  });

  it('quotes the words it rests on', () => {
    const text = '\u{1F6A2} In May, “Chile” and Peru’s navy seized the island of Ostra.';
    const { agents, affected } = ledger(text)!.cell;
    for (const { start, end, quote } of [...agents, ...affected]) expect(text.slice(start, end)).toBe(quote);
  });
});

describe('the years of a claim', () => {
  const claim = { ...CLAIM, years: [2004, 2005] as [number, number] };
  it('keeps out a sentence that names only other years', () => {
    const stance = (text: string): string =>
      readContested([claim], [{ id: 'd', reading: readText(text, knowledge) }], knowledge)[0]!.cells[0]!
        .stance;
    expect(stance('In 2005 Chile and Peru seized the island of Ostra.')).toBe('asserts');
    expect(stance('In 2014 Chile and Peru seized the island of Ostra.')).toBe('silent');
    expect(stance('Chile and Peru seized the island of Ostra.')).toBe('asserts');
  });
});

describe('the aliases of a claim', () => {
  const text = 'In 2004 Chile carried out the Lantern Night.';
  const claim: RequestClaim = { id: 'c', statement: 'Chile carried out the Harbour Coup in 2004.' };
  const stance = (aliases: string[][] | undefined): string =>
    readContested([{ ...claim, aliases }], [{ id: 'd', reading: readText(text, knowledge) }], knowledge)[0]!
      .cells[0]!.stance;
  it('find a thing by its other name', () => {
    expect(stance(undefined)).toBe('silent');
    expect(stance([['Harbour Coup', 'Lantern Night']])).toBe('asserts');
  });
});
