import { describe, expect, test } from 'vitest';
import { inSentence, quotedStatement } from '$lib/view/compare-words';

describe('a statement quoted beside a text', () => {
  test('drops the word that only joined it, and says that it begins within a sentence', () => {
    expect(quotedStatement('that an attack on one is an attack on all', 180)).toBe(
      '… an attack on one is an attack on all'
    );
    expect(quotedStatement('and the mayor resigned', 180)).toBe('… the mayor resigned');
  });

  test('keeps what is a sentence, and a joining word that is all there is', () => {
    expect(quotedStatement('That man signed it.', 180)).toBe('That man signed it');
    expect(quotedStatement('that happened', 180)).toBe('… that happened');
  });

  test('keeps words apart that only look alike', () => {
    expect(quotedStatement('thatched roofs burned', 180)).toBe('… thatched roofs burned');
  });

  test('makes quotation marks of its own single and cuts at the end of a word', () => {
    expect(quotedStatement('He called it “a brutal war” twice', 180)).toBe(
      'He called it ‘a brutal war’ twice'
    );
    expect(quotedStatement('and the council voted to close the bridge at once', 24)).toBe(
      '… the council voted to…'
    );
  });

  test('never throws, whatever stands there', () => {
    for (const words of ['', ' ', 'that', 'that ', '"', '\u0000', '😀 that'])
      expect(() => quotedStatement(words, 5)).not.toThrow();
  });
});

describe('a statement in its sentence', () => {
  const shown = (text: string, words: string, length = 180) => {
    const start = text.indexOf(words);
    return inSentence(text, { start, end: start + words.length }, length);
  };

  test('brings what a clause cannot be understood without', () => {
    const text = 'It rained. The owner locked the gate and called the police to clear the depot. They came.';
    expect(shown(text, 'and called the police to clear the depot')).toEqual({
      before: 'The owner locked the gate ',
      words: 'and called the police to clear the depot',
      after: '.'
    });
  });

  test('leaves a statement alone that opens its sentence', () => {
    const text = 'It rained. The owner called the police. They came.';
    expect(shown(text, 'The owner called the police.')).toEqual({
      before: '',
      words: 'The owner called the police',
      after: ''
    });
  });

  test('of a long sentence shows what stands next to the statement, cut between words', () => {
    const text = `Start ${'and again '.repeat(30)}the bridge fell down ${'once more '.repeat(30)}today.`;
    const { before, words, after } = shown(text, 'the bridge fell down');
    expect(before).toMatch(/^… (?:and|again) /u);
    expect(before.length).toBeLessThan(110);
    expect(words).toBe('the bridge fell down');
    expect(after).toMatch(/^ once more .*…$/u);
  });

  test('makes the quotation marks of the text single, all along', () => {
    const text = '“We asked,” he said, “that the gate be opened,” and left.';
    const { before, words, after } = shown(text, 'that the gate be opened');
    expect(`${before}${words}${after}`).toBe('‘We asked,’ he said, ‘that the gate be opened,’ and left.');
  });
});
