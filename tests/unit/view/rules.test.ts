import { expect, it } from 'vitest';
import { plainerFor, rulesById, rulesToAsk, sourceOfRule } from '$lib/view/rules';

const rules = rulesById([{ id: 'hedges/may', list: 'Hedges', alternative: null, source: 'The list.' }]);

it('asks once for each rule of a list that is not known, and for nothing that is none', () => {
  const findings = ['boosters/very', 'hedges/may', 'boosters/very', 'claim/doc~1-2', 'statement'].map(
    (rule) => ({ rule })
  );
  expect(rulesToAsk(findings, rules)).toEqual(['boosters/very']);
});

it('finds a rule’s source in its list, else with its metric', () => {
  const metrics = [{ id: 'attribution', source: 'The metric.' }];
  expect(sourceOfRule({ rule: 'hedges/may', layer: 'hedging' }, rules, metrics)).toBe('The list.');
  expect(sourceOfRule({ rule: 'voice/noun', layer: 'attribution' }, rules, metrics)).toBe('The metric.');
  expect(sourceOfRule({ rule: 'statement', layer: 'statements' }, rules, metrics)).toBeNull();
});

it('names a plainer wording unless the note has said it', () => {
  const known = rulesById([{ id: 'l/slam', list: 'L', alternative: 'criticise', source: 'S' }]);
  expect(plainerFor({ rule: 'l/slam', note: 'Sounds like a fight.' }, known)).toBe('criticise');
  expect(plainerFor({ rule: 'l/slam', note: 'A fight. Plainer: criticise.' }, known)).toBeNull();
  expect(plainerFor({ rule: 'l/other', note: '' }, known)).toBeNull();
});
