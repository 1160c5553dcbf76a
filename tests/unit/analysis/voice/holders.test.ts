import { describe, expect, it } from 'vitest';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

/** The holders of a text's attributed words, in text order. */
function holders(text: string): (string | null)[] {
  return readText(text, knowledge)
    .segments.filter(({ voice }) => voice === 'attributed')
    .map(({ holder }) => holder);
}

describe('whom a pronoun means', () => {
  it('is whoever acts before it in the sentence, not a firm of two names', () => {
    const text =
      'Harbour Rail opened the line in May. The unions complained, and their leader, Bill Marsh, lost friends when he called it a disgrace.';
    expect(holders(text)).toContain('Bill Marsh');
  });

  it('is somebody known by a role alone', () => {
    expect(holders('The mayor wants a bridge. He says it will bring tourists.')).toContain('The mayor');
  });

  it('is somebody without a name who has just spoken, not one who is named later', () => {
    const text =
      'The pumps had failed, a night guard told us. "It went on for weeks," he said. "We have lost much," whimpered director Hanna Brandt.';
    expect(holders(text)).toEqual(['a night guard', 'a night guard', 'director Hanna Brandt']);
  });

  it('is no report', () => {
    const text =
      'Ivo Maas left on Monday. A report said that the pumps had failed. "It went on for weeks," he said.';
    expect(holders(text).at(-1)).toBe('Ivo Maas');
  });

  it('is no thing with a name of two words', () => {
    const text = 'The mayor praised the so-called Unity Bridge. He says it will bring tourists.';
    expect(holders(text).at(-1)).toBe('The mayor');
  });
});

describe('who holds the words', () => {
  it.each([
    ['A person familiar with the matter said the office would close.', 'A person familiar with the matter'],
    ['People briefed on the talks said a deal was near.', 'People briefed on the talks'],
    ['The report released early Friday says the tower leans.', 'report released early Friday'],
    ['FactCheck.org reported that the figures were wrong.', 'FactCheck.org'],
    ['Fifty-one percent say that the mayor was right.', 'Fifty-one percent'],
    ['"We played well," the 14th-ranked Schwartzman said.', '14th-ranked Schwartzman'],
    ['On May 26, 2009, The Harbour Post, a local paper, said the ferry was late.', 'Harbour Post'],
    ['Jane Roe, 34, a former teacher, said the school was cold.', 'Jane Roe'],
    ['Rep. Ann Roe, D-Ohio, the chair of the panel, said the law was broken.', 'Rep. Ann Roe'],
    ['Sen. Ann Roe, D-Ohio, Tuesday said the law was broken.', 'Sen. Ann Roe'],
    ['"I won," said Ann Roe Tuesday.', 'Ann Roe'],
    ['President Ann Roe on Friday said the deal was good.', 'President Ann Roe'],
    ['Last week the minister said the road would open.', 'the minister'],
    ['The Justice Department said that it needed time.', 'Justice Department'],
    ['The operator Lornelink said the ferry was full.', 'Lornelink'],
    ['Ann Roe of the Harbour Board said the rule was wrong.', 'Ann Roe of the Harbour Board'],
    ['Documents released on Friday showed that he was paid.', 'Documents released on Friday'],
    ['“As mayor, I will maintain a robust commitment to schools,” he is expected to say.', 'he']
  ])('is named in full: %s', (text, holder) => {
    expect(new Set(holders(text))).toEqual(new Set([holder]));
  });

  it.each([
    ['Nobody knows what is happening.'],
    ['The probe will get a much closer look at the moon next year.'],
    ['They both got a little choked up when considering the history of the theatre.']
  ])('is nobody where nobody speaks: %s', (text) => {
    expect(holders(text)).toEqual([]);
  });

  it('is the speaker of a quotation, not what it names behind a dash or a comma', () => {
    const text =
      '"There have been reported instances – driven by the same goals – discussed alternative paths to service," the report read.';
    expect(new Set(holders(text))).toEqual(new Set(['the report']));
    const law =
      'Roe said the law binds anyone “who directly or indirectly, promises any employment, position or benefit” to a voter.';
    expect(new Set(holders(law))).toEqual(new Set(['Roe']));
  });

  it('is nobody who only acts inside somebody’s quotation', () => {
    const text = 'The unions met on Monday. “Your false narrative is alarming,” they said, and went home.';
    expect(holders(text)).toContain('The unions');
    expect(holders(text)).not.toContain('Your false narrative');
  });
});

describe('labels of transcripts', () => {
  it('may be a word that the tagger takes for a noun', () => {
    const text = [
      'ANCHOR: You promised the town a thousand homes last year.',
      'FROST: We built every one of them.',
      'ANCHOR: The council says you did not.',
      'FROST: The council has not counted them.'
    ].join('\n\n');
    expect(holders(text).filter((who) => who === 'FROST')).toHaveLength(2);
  });
});
