import { expect, test } from 'vitest';
import { knowledge } from '$lib/lexicons/generated';
import { describeRules } from '$lib/server/library/rules';

test('a rule of a list is described with its list, its plainer wording and its source', () => {
  const [rule, ...rest] = describeRules(['loaded-language/slam', 'loaded-language/slam']);
  expect(rest).toEqual([]);
  expect(rule).toMatchObject({ list: 'Loaded language', alternative: 'criticise' });
  expect(rule!.source).toMatch(/^Original list/);
});

test('rules that are no entry of a list are left out, whatever they are called', () => {
  expect(describeRules(['voice/reporting-verb', '__proto__', '', 'loaded-language/'])).toEqual([]);
});

test('every entry of every list says where it comes from', () => {
  const ids = Object.values(knowledge.lexicons).flatMap(({ entries }) => entries.map(({ id }) => id));
  expect(ids.length).toBeGreaterThan(2_000);
  for (let at = 0; at < ids.length; at += 500) {
    const described = describeRules(ids.slice(at, at + 500));
    for (const { id, list, source } of described)
      expect([id, list !== '' && source !== '']).toEqual([id, true]);
  }
});
