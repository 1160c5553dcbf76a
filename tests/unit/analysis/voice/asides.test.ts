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

describe('verbs that seem to report', () => {
  it.each([
    ['Teachers asked for a pay rise that the city could not afford.'],
    ['Parents were told by staff.'],
    ['What they said has hurt them.'],
    ['She kept the papers in support of that.']
  ])('report nothing: %s', (text) => expect(views(text)).toEqual([]));

  it.each([
    ['The senator claimed fraud was common.', ['The senator: fraud was common.']],
    ['The firm said pay had risen.', ['The firm: pay had risen.']]
  ])('report a clause: %s', (text, expected) => expect(views(text)).toEqual(expected));
});
