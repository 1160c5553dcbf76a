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
