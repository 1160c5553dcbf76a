import { describe, expect, it } from 'vitest';
import { isNegated } from '$lib/analysis/contested/negation';
import { knowledge } from '$lib/lexicons/generated';
import { readDocument } from '$lib/text/read-document';

function negated(sentence: string, word: string): boolean {
  const { tokens } = readDocument(sentence, knowledge);
  return isNegated(
    knowledge,
    tokens,
    tokens.findIndex(({ normal }) => normal === word),
    0
  );
}

describe('negation', () => {
  it.each([
    ['They never promised any help.', 'promised'],
    ['She did not promise help.', 'promise'],
    ['The mayor made no promise.', 'promise'],
    ['The pact is not a defensive alliance.', 'defensive'],
    ['No troops crossed the river.', 'crossed'],
    ['No ships that came late were unloaded.', 'unloaded'],
    ['Not one late ship was unloaded.', 'unloaded'],
    ['Neither the port nor the crew unloaded the ship.', 'unloaded']
  ])('reaches the word in "%s"', (sentence, word) => expect(negated(sentence, word)).toBe(true));

  it.each([
    ['They promised not to leave.', 'promised'],
    ['Ships that no crew had seen were unloaded.', 'unloaded'],
    ['He did not break his promise.', 'promise'],
    ['The firm, not the city, leaked oil.', 'leaked'],
    ['It is not only a defensive alliance.', 'defensive']
  ])('does not reach it in "%s"', (sentence, word) => expect(negated(sentence, word)).toBe(false));
});
