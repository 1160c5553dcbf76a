import { describe, expect, it } from 'vitest';
import { cutMarks } from '$lib/view/cut-marks';
import { contextOf } from '$lib/view/evidence';

const shown = (text: string, quote: string) => {
  const start = text.indexOf(quote);
  return { quote, ...contextOf(text, { start, end: start + quote.length }) };
};
const long = 'and then it went on for a good while without a full stop '.repeat(6).trim();

describe('marks of omission', () => {
  it('stand where a sentence goes on beyond what is shown', () => {
    expect(cutMarks(shown(`He came ${long} here ${long} home.`, 'here'))).toEqual({
      before: '… ',
      after: ' …'
    });
  });

  it('stand nowhere else: not beside whole sentences, headings or short lines', () => {
    expect(cutMarks(shown('One. The mayor lied, they said. Two.', 'lied'))).toEqual({
      before: '',
      after: ''
    });
    expect(cutMarks(shown('A heading without a stop\nMore of it', 'heading'))).toEqual({
      before: '',
      after: ''
    });
    const nearly = `A${'b c'.repeat(65)} found ${'d e'.repeat(65)}.`;
    expect(cutMarks(shown(nearly, 'found'))).toEqual({ before: '', after: '' });
  });
});
