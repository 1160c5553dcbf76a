import { describe, expect, it } from 'vitest';
import type { Measured } from '$lib/analysis/audit-schema';
import { checkable } from '$lib/analysis/metrics/checkable';
import type { Metric } from '$lib/analysis/metrics/metric';
import { measureDocument } from '$lib/analysis/metrics/runner';
import { subjectivity } from '$lib/analysis/metrics/subjectivity';
import { scoreSubjectivity } from '$lib/analysis/metrics/subjectivity-score';
import { SUBJECTIVE } from '$lib/analysis/metrics/subjectivity-weights';
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

/** Score of the first stretch of one voice; 0 for a text without a sentence. */
function score(text: string): number {
  const reading = readText(text, knowledge);
  const [segment] = reading.segments;
  return segment ? scoreSubjectivity(reading, segment, knowledge).score : 0;
}

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

  it('takes what is said in general for judgement sooner than what somebody did', () => {
    const general = 'These absurd rules never help.';
    const told = 'Anna Berg read these absurd rules on Monday.';
    expect(score(general)).toBeGreaterThanOrEqual(SUBJECTIVE);
    expect(score(told)).toBeLessThan(SUBJECTIVE);
  });

  it('counts a word once, though two lists know it', () => {
    const reading = readText('The minister was obviously tired.', knowledge);
    const { signs } = scoreSubjectivity(reading, reading.segments[0]!, knowledge);
    const places = signs.map(({ start }) => start);
    expect(new Set(places).size).toBe(places.length);
    expect(places.length).toBeGreaterThan(0);
  });

  it('hears an opening at the head of a sentence only', () => {
    const openings = (text: string): string[] => {
      const reading = readText(text, knowledge);
      const { signs } = scoreSubjectivity(reading, reading.segments[0]!, knowledge);
      return signs
        .filter(({ rule }) => rule === 'subjectivity/opening')
        .map(({ start }) => text.slice(start, start + 3));
    };
    expect(openings('But the road is closed.')).toEqual(['But']);
    expect(openings('The road is closed but dry.')).toEqual([]);
  });

  it('lets dates, figures and official sources speak for a report', () => {
    expect(score('The spokesman said on Monday that 40 percent of the roads were bad.')).toBeLessThan(
      score('The roads were bad.')
    );
  });

  it('is finite and not below 0, whatever the text', () => {
    for (const text of ['', '?!', '\u0000', 'so so so', `${'but never '.repeat(500)}.`]) {
      const value = score(text);
      expect(Number.isFinite(value)).toBe(true);
      expect(value).toBeGreaterThanOrEqual(0);
    }
  });
});
