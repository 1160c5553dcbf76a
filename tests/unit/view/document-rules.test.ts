import { describe, expect, it } from 'vitest';
import { rulesBehind } from '$lib/view/document-rules';
import type { Finding } from '$lib/view/highlights';
import { rulesById } from '$lib/view/rules';

const layers = ['loaded-language', 'hedging', 'shared-claims'].map((id) => ({
  id,
  label: id.toUpperCase(),
  description: '',
  look: 'solid' as const,
  count: 1
}));
const finding = (layer: string, rule: string, start: number): Finding => ({
  start,
  end: start + 3,
  layer,
  rule,
  note: 'A note.',
  voice: 'author',
  holder: null
});
const findings = [
  finding('hedging', 'hedges/may', 0),
  finding('loaded-language', 'loaded/regime', 5),
  finding('loaded-language', 'loaded/slam', 9),
  finding('loaded-language', 'loaded/slam', 20),
  finding('shared-claims', 'claim/c1', 30)
];
const rules = rulesById([
  { id: 'loaded/slam', list: 'loaded', alternative: 'criticise', source: 'A list of 2020' }
]);
const metrics = [{ id: 'loaded-language', source: 'The metric’s own' }];

describe('the rules behind the notes', () => {
  it('are those of the layers switched on, layer by layer, with how often, plainer wording and source', () => {
    const behind = rulesBehind(
      findings,
      ['loaded-language', 'hedging', 'shared-claims'],
      layers,
      rules,
      metrics
    );
    expect(behind).toEqual([
      {
        rule: 'loaded/slam',
        layer: 'LOADED-LANGUAGE',
        times: 2,
        plainer: 'criticise',
        source: 'A list of 2020'
      },
      {
        rule: 'loaded/regime',
        layer: 'LOADED-LANGUAGE',
        times: 1,
        plainer: null,
        source: 'The metric’s own'
      },
      { rule: 'hedges/may', layer: 'HEDGING', times: 1, plainer: null, source: null }
    ]);
    expect(rulesBehind(findings, ['hedging'], layers, rules, metrics).map(({ rule }) => rule)).toEqual([
      'hedges/may'
    ]);
  });

  it('are none where only claims are marked: these have addresses of their own', () => {
    expect(rulesBehind(findings, ['shared-claims'], layers, rules, metrics)).toEqual([]);
  });
});
