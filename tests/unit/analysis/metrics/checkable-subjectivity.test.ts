import { describe, expect, it } from 'vitest';
import type { Measured } from '$lib/analysis/audit-schema';
import { checkable } from '$lib/analysis/metrics/checkable';
import type { Metric } from '$lib/analysis/metrics/metric';
import { measureDocument } from '$lib/analysis/metrics/runner';
import { subjectivity } from '$lib/analysis/metrics/subjectivity';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

function result(metric: Metric, text: string): Measured {
  const found = measureDocument(readText(text, knowledge), knowledge, [metric]).results[metric.id]!;
  if (!('evidence' in found)) throw new Error(`${metric.id} is ${found.status}`);
  return found;
}

const facts = 'The unemployment rate fell to 4.2 percent in March. '.repeat(8);
const appeals = 'We should stand together, my friends, for a good and decent life. '.repeat(8);

describe('checkable', () => {
  it('is the share of sentences that state a fact, and shows those sentences alone', () => {
    const found = result(checkable, facts + appeals);
    expect(found.value).toBeCloseTo(50, 6);
    expect(found.evidence).toHaveLength(8);
    for (const item of found.evidence) {
      expect(item.end).toBeLessThanOrEqual(facts.length);
      expect(item.note).toMatch(/score 0\.\d\d of 1/);
    }
  });

  it('counts what is said in a quotation for whoever is quoted, and the voices add up', () => {
    const found = result(
      checkable,
      `${appeals}"Unemployment fell to 4.2 percent in March," Anna Berg said. `
    );
    expect(found.attributed.value).toBeGreaterThan(found.author.value!);
    expect(found.author.base + found.attributed.base).toBeCloseTo(found.base, 6);
    expect(found.evidence.some(({ holder }) => holder === 'Anna Berg')).toBe(true);
  });
});

describe('subjectivity', () => {
  it('tells appeals from figures, and names the words that show it', () => {
    expect(result(subjectivity, facts).value).toBe(0);
    const found = result(subjectivity, appeals);
    expect(found.value).toBe(100);
    expect(found.evidence[0]!.note).toContain('“should”');
  });

  it('does not charge the writer with a judgement that is quoted', () => {
    const found = result(subjectivity, `${facts}"This is a foolish and shameful plan," Anna Berg said. `);
    expect(found.author.value).toBe(0);
    expect(found.attributed.value).toBeGreaterThan(0);
  });
});
