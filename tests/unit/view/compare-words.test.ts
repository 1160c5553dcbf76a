import { describe, expect, test } from 'vitest';
import { quotedStatement } from '$lib/view/compare-words';

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
