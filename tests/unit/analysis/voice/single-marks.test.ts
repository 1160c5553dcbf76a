import { describe, expect, it } from 'vitest';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

/** The stretches of somebody else's words as "holder: words". */
function views(text: string): string[] {
  return readText(text, knowledge)
    .segments.filter(({ voice }) => voice === 'attributed')
    .map(({ holder, start, end }) => `${holder ?? '-'}: ${text.slice(start, end)}`);
}

describe('speech in single marks', () => {
  it.each([
    [
      "'Parents signed the rules and can read,' Mrs Ann Roe told the Gazette.",
      ["Mrs Ann Roe: 'Parents signed the rules and can read,'"]
    ],
    ['‘We don’t know why it fell,’ Jane Roe said.', ['Jane Roe: ‘We don’t know why it fell,’']],
    ["'The drivers' pay is low,' Jane Roe said.", ["Jane Roe: 'The drivers' pay is low,'"]]
  ])('is its speaker’s: %s', (text, expected) => expect(views(text)).toEqual(expected));

  it('goes on over several sentences', () => {
    const text = "'It is late. It is dark. What is the hurry?' Jane Roe asked. 'The boat has gone.'";
    expect(views(text).map((view) => view.split(':')[0])).toEqual(Array(4).fill('Jane Roe'));
  });

  it('keeps what its speaker quotes in double marks', () => {
    const text = '\'I told him, "Buy a boat then." He never did,\' Jane Roe said.';
    expect(new Set(views(text).map((view) => view.split(':')[0]))).toEqual(new Set(['Jane Roe']));
  });

  it.each([
    ["The firm raised the drivers' pay and the cooks' hours."],
    ["The band of the '90s played rock 'n' roll."],
    ['The ferry’s crew fixed the pilots’ ladder.']
  ])('is no apostrophe: %s', (text) => expect(views(text)).toEqual([]));
});

describe('asking', () => {
  it('leaves open what is asked, not what is said beside it', () => {
    const text = '“The road is wet. What is the hurry?” Jane Roe asked.';
    const { segments } = readText(text, knowledge);
    expect(segments.filter((part) => part.voice === 'attributed').map((part) => part.certainty)).toEqual([
      'plain',
      'hedged'
    ]);
  });
});
