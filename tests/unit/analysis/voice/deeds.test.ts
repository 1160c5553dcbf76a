import { describe, expect, it } from 'vitest';
import { knowledge } from '$lib/lexicons/generated';
import { readText } from '$lib/analysis/read';

/** The stretches of somebody else's words as "holder: words". */
function views(text: string): string[] {
  const { segments } = readText(text, knowledge);
  return segments
    .filter((segment) => segment.voice === 'attributed')
    .map(({ holder, start, end }) => `${holder ?? '-'}: ${text.slice(start, end)}`);
}

describe('deeds and views', () => {
  it.each([
    'Uganda is backing rebels in the north.',
    'The queen supported the dissidents for years.',
    'The guards had to defend themselves.',
    'In 1885 Serbia attacked Bulgaria.',
    'Armed men attacked a police post near the lake.',
    'The captain ordered a new mast.'
  ])('takes a deed for no view: %s', (text) => expect(views(text)).toEqual([]));

  it.each([
    ['Uganda opposes the dam.', ['Uganda: the dam.']],
    ['The council backs the plan to close the port.', ['The council: the plan to close the port.']],
    ['At the rally she attacked Rojas.', ['she: Rojas.']],
    ['The senator attacked the bill as reckless.', ['The senator: the bill as reckless.']]
  ])('keeps a stand a view: %s', (text, expected) => expect(views(text)).toEqual(expected));
});

describe('marks, labels and documents', () => {
  it('takes a sentence of nothing but a quotation for speech that goes on', () => {
    expect(views('“It is hard work,” Ana Rojas said. “Very hard.”')).toEqual([
      'Ana Rojas: “It is hard work,”',
      'Ana Rojas: “Very hard.”'
    ]);
  });

  it.each(['In different forms, the plan lived on in the “Second Spring” period.'])(
    'takes a few words in marks for no speech: %s',
    (text) => expect(views(text).filter((view) => /^[^:]*(?:forms|period)|^[^:]*: “/.test(view))).toEqual([])
  );

  it('reads the document that a headline names before its colon', () => {
    expect(views('Poll: half the town wants the dam gone.')).toEqual([
      'Poll: half the town wants the dam gone.'
    ]);
    expect(views('Menu: soup is served until four.')).toEqual([]);
  });

  it('reads what a review shows without "that"', () => {
    expect(views('A review by the paper shows most of the wells were dry.')).toEqual([
      'A review by the paper: most of the wells were dry.'
    ]);
  });

  it.each([
    'The judge denied bail to the two men.',
    'Officials denied access to the site.',
    'The embassy denied her a visa.',
    'They were denied entry at the border.'
  ])('takes a refusal for no denial: %s', (text) => expect(views(text)).toEqual([]));

  it.each([
    ['The company denied the report.', ['The company: the report.']],
    ['He denied that he took the money.', ['He: that he took the money.']]
  ])('keeps a denial: %s', (text, expected) => expect(views(text)).toEqual(expected));
});

describe('figures that somebody gives', () => {
  it.each([
    ['Police put the number of dead at 35.', ['Police: the number of dead at 35.']],
    ['The ministry put the toll at 35, up from 20.', ['The ministry: the toll at 35,']],
    ['Organisers put attendance at more than 5,000.', ['Organisers: attendance at more than 5,000.']],
    ['The toll was put at 35 by the police.', ['the police: The toll was put at 35']],
    ['A plan for the port was put forward by Chile.', ['Chile: A plan for the port']]
  ])('are theirs: %s', (text, expected) => expect(views(text)).toEqual(expected));

  it.each([
    'He was put in jail by the police.',
    'She put the book on the table at 5 p.m.',
    'Rescuers put the fire out at 9.',
    'The mayor put the town at risk.'
  ])('but not where something is put somewhere: %s', (text) => expect(views(text)).toEqual([]));
});

it.each(["Let's say there is no birth certificate.", 'Let’s call it a failure.', 'Let us say that he lied.'])(
  'nobody is quoted by %s',
  (text) => expect(views(text)).toEqual([])
);
