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

describe('what a reporter adds about the words reported', () => {
  it.each([
    [
      'The mayor said the contract was rigged, although he offered no evidence.',
      ['The mayor: the contract was rigged,']
    ],
    ['The vote was stolen, Roe said, without offering evidence.', ['Roe: The vote was stolen,']],
    ['The bank said it would pay, but did not say when.', ['The bank: it would pay,']],
    ['The firm said two men had left, but declined to give details.', ['The firm: two men had left,']],
    [
      'He told the paper that the firm lied, without naming it.',
      ['He: that the firm lied, without naming it.']
    ]
  ])('is not theirs: %s', (text, expected) => expect(views(text)).toEqual(expected));

  it.each([
    ['Roe said the town had no evidence, although it had asked for some.'],
    ['Roe said the firm acted without offering evidence.']
  ])('stays theirs where it may be what was said: %s', (text) => {
    expect(views(text)).toEqual([`Roe: ${text.slice('Roe said '.length)}`]);
  });
});

describe('who goes on speaking', () => {
  it.each([
    [
      'The minister said the aid was late, adding that roads were bad.',
      ['The minister: the aid was late,', 'The minister: that roads were bad.']
    ],
    [
      'Roe told the board the mill was safe, citing a report by Dunn.',
      ['Roe: the mill was safe,', 'Roe: a report by Dunn.']
    ]
  ])('%s', (text, expected) => expect(views(text)).toEqual(expected));
});

describe('who speaks behind a relative clause', () => {
  it.each([
    [
      'Scientists who were not involved said the result was clear but warned that it might not last.',
      ['Scientists: the result was clear', 'Scientists: that it might not last.']
    ],
    ['The union that represents dock workers said it had warned them.', ['The union: it had warned them.']],
    ['A survey that the firm commissioned found that riders liked it.', ['A survey: that riders liked it.']],
    ['Those who say the ferry is late should try it.', ['Those: the ferry is late']],
    [
      'The mayor told the crew that police found the road was shut.',
      ['The mayor: that police found the road was shut.']
    ]
  ])('%s', (text, expected) => expect(views(text)).toEqual(expected));

  it.each([['"This is the best club in the world," gushed Moreira, who left in May.', 'Moreira']])(
    'names the speaker behind any verb after a quotation: %s',
    (text, holder) => {
      expect(views(`${text} Dunn said he was sad.`)[0]).toMatch(new RegExp(`^${holder}: "`));
    }
  );
});

describe('verbs that seem to report', () => {
  it.each([
    ['Teachers asked for a pay rise that the city could not afford.'],
    ['Parents were told by staff.'],
    ['Some 400 residents were told to leave their homes.'],
    ['The council did not tell staff before the vote.'],
    ['Councillor Doyle refused to comment.'],
    ['It was backed by six riders.'],
    ['Councillors backed the dam by nine votes to four.'],
    ['Councillors backed a motion of thanks to the mediators by 31 votes to four.'],
    ['The project is expected to heat 190 homes by 2031.'],
    ['Every day he rows out to see whether the bell is still there.'],
    ['I prefer the official term, "customer-led cuts".'],
    ['He was found guilty by a jury in May.'],
    ['The agency could not comment while the trial went on.'],
    ['Pain was reported by 60 per cent of those treated.'],
    ['Lindholm is recalling 900,000 tins of the formula.'],
    ['This clearly shows that the plan failed.'],
    ['What they said has hurt them.'],
    ['She kept the papers in support of that.']
  ])('report nothing: %s', (text) => expect(views(text)).toEqual([]));

  it.each([
    ['The senator claimed fraud was common.', ['The senator: fraud was common.']],
    ['The firm said pay had risen.', ['The firm: pay had risen.']],
    [
      'According to the council, 1,140 people responded to it.',
      ['the council: 1,140 people responded to it.']
    ],
    [
      'Mayor Roe, who faces a vote in May, promised an independent review.',
      ['Mayor Roe: an independent review.']
    ],
    [
      'Roe accused him of ignoring the warnings and called the fire a disaster.',
      ['Roe: him of ignoring the warnings', 'Roe: the fire a disaster.']
    ]
  ])('report a clause: %s', (text, expected) => expect(views(text)).toEqual(expected));
});
