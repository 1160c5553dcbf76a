import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { conflictRuleWords } from '$lib/view/claims-rules';

/** Every rule the engine names, read from its sources. */
function rulesInUse(): string[] {
  const folder = new URL('../../../src/lib/analysis/claims/', import.meta.url);
  const found = readdirSync(folder).flatMap((name) =>
    [...readFileSync(new URL(name, folder), 'utf8').matchAll(/'(claims\/[a-z-]+)'/gu)].map(
      ([, rule]) => rule!
    )
  );
  return [...new Set(found)].sort();
}

describe('the rules of conflicts', () => {
  it('have words for every rule the engine names, so that no reader is left with an id', () => {
    const rules = rulesInUse();
    expect(rules.length).toBeGreaterThan(5);
    expect(rules.filter((rule) => conflictRuleWords(rule) === null)).toEqual([]);
  });

  it('never say which side is right', () => {
    for (const rule of rulesInUse()) {
      expect(conflictRuleWords(rule)).not.toMatch(/\b(wrong|right|false|true|lie|error|bias)\b/u);
    }
    expect(conflictRuleWords('claims/unheard-of')).toBeNull();
  });
});
