import { describe, expect, it } from 'vitest';
import { compareClaims } from '$lib/analysis/claims/compare-claims';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

/** Claims of short texts, each as "label <documents>". */
function claimsOf(...texts: readonly string[]): string[] {
  const documents = texts.map((text, i) => ({ id: 'abc'[i]!, reading: readText(text, knowledge) }));
  return compareClaims(documents, knowledge, 1).claims.map(
    ({ label, mentions }) =>
      `${label} <${[...new Set(mentions.map(({ document }) => document))].sort().join('')}>`
  );
}

describe('a claim is called', () => {
  it('by a wording without a sum that only one of its members gives', () => {
    expect(
      claimsOf(
        'City are delighted to announce the signing of Lucas Moreira from Porto Norte. The fee is undisclosed.',
        'City have smashed their transfer record to sign Lucas Moreira from Porto Norte for £65 million.'
      )
    ).toContain('City are delighted to announce the signing of Lucas Moreira from Porto Norte <ab>');
  });

  it('by what all its members say of a dated deed, not by the end that one of them adds', () => {
    const claims = claimsOf(
      'When the Harbour League was founded in 1949 with a total of 12 towns including Tarnby, trade grew.',
      'One of the purposes of the founding of the Harbour League in 1949 was to counter the pirates of Skarv.',
      'The Harbour League, a pact of towns, was founded in 1949 as a shield against the pirates.'
    );
    expect(claims[0]).toBe('The Harbour League, a pact of towns, was founded in 1949 <abc>');
  });

  it('by its own words and their subject, where a sentence makes two claims', () => {
    expect(claimsOf('A consultation ran for eight weeks and drew 1,140 responses.')).toEqual([
      'A consultation ran for eight weeks <a>',
      'A consultation drew 1,140 responses <a>'
    ]);
  });

  it('by no subject of a clause between', () => {
    const labels = claimsOf(
      'Halden will pay the wages of all staff until production resumes and has set up a fund of 5 million crowns for the families.'
    );
    expect(labels.join('\n')).not.toMatch(/^Production has/mu);
  });

  it('by the plain wording, where another of its sources presses or takes a side', () => {
    const bungled =
      'The bungling harbour office closed the Skarv ferry terminal in a shocking blunder on Monday.';
    const plain = 'The harbour office closed the ferry terminal at Skarv on Monday.';
    expect(claimsOf(bungled, plain)).toEqual([`${plain.slice(0, -1)} <ab>`]);
    // Alone it is what it says.
    expect(claimsOf(bungled)).toEqual([`${bungled.slice(0, -1)} <a>`]);
  });

  it('by what is affirmed, where one of its sources denies it', () => {
    const [first] = claimsOf(
      'Nobody has been arrested over the fire in Torvik.',
      'Police have arrested the manager of the mill over the fire in Torvik, the third such case in a year.'
    );
    expect(first).toMatch(/^Police have arrested the manager .*<ab>$/u);
  });

  it('without whoever told it at its end', () => {
    expect(claimsOf('The ferry terminal at Skarv closed on Monday, its chairman, Peter Lang, said.')).toEqual(
      ['The ferry terminal at Skarv closed on Monday <a>']
    );
  });

  it('by what follows a dateline', () => {
    expect(claimsOf('TORVIK, March 3 - A recount has confirmed Ann Brenner as the next mayor.')).toEqual([
      'A recount has confirmed Ann Brenner as the next mayor <a>'
    ]);
  });
});

describe('who spoke', () => {
  it('is no claim beside what was said', () => {
    const quotation = '"We respect the decision of the highest court,"';
    expect(
      claimsOf(
        `${quotation} said chief executive Daniel Hargreaves.`,
        `${quotation} gushed Daniel Hargreaves, the chief executive of the company.`
      )
    ).toEqual(['We respect the decision of the highest court <ab>']);
  });
});

describe('nobody leaves out', () => {
  it.each([
    [
      'a figure that is given rounded',
      'The vaccine is 83 per cent effective in adults.',
      'Vaccine efficacy in adults was 82.6 per cent.'
    ],
    [
      'a count that is given as a guess',
      'The trial of the new vaccine enrolled 24,966 adults.',
      'Nearly 25,000 adults were enrolled in the trial.'
    ]
  ])('%s', (_, a, b) => {
    const [first] = claimsOf(a, b);
    expect(first).toMatch(/<ab>$/u);
  });
});
