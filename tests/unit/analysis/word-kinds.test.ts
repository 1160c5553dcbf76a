import { expect, it } from 'vitest';
import { wordKinds } from '$lib/analysis/word-kinds';
import { knowledge } from '$lib/lexicons/generated';

it('says what a list takes a word for', () => {
  const kinds = wordKinds(knowledge, 'commitment-predicates');
  expect(kinds.get('fail')).toBe('failing');
  expect(kinds.get('regret')).toBe('factive');
  expect(kinds.get('ferry')).toBeUndefined();
});

it('is empty where there is no such list', () => {
  expect(wordKinds(knowledge, 'no-such-list').size).toBe(0);
});
