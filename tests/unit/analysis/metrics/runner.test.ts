import { describe, expect, it } from 'vitest';
import type { Measured } from '$lib/analysis/audit-schema';
import type { Metric, Sums } from '$lib/analysis/metrics/metric';
import { measureDocument } from '$lib/analysis/metrics/runner';
import { readText } from '$lib/analysis/read';
import type { Reading, Segment } from '$lib/analysis/reading';
import { knowledge } from '$lib/lexicons/generated';

/** Ten sentences of six words; the word "bad" is what is counted. */
const plain = 'The council met again on Monday. ';

/** A reading in which sentences that hold a quotation mark are attributed to the mayor. */
function reading(text: string): Reading {
  const base = readText(text, knowledge);
  const segments = base.document.sentences.map((sentence, index): Segment => {
    const attributed = text.slice(sentence.start, sentence.end).includes('"');
    return {
      ...sentence,
      sentence: index,
      voice: attributed ? 'attributed' : 'author',
      holder: attributed ? 'the mayor' : null,
      certainty: 'plain',
      polarity: 'affirm',
      rule: attributed ? 'voice/quotation' : 'voice/author',
      holderSpan: null,
      cueSpan: null,
      quoted: attributed
    };
  });
  return { ...base, segments };
}

const badWords: Metric = {
  id: 'bad-words',
  label: 'Bad words',
  unit: 'per 1,000 words',
  version: 1,
  kind: 'rate',
  series: ['value'],
  question: '',
  method: '',
  limits: '',
  source: '',
  minimumWords: 20,
  measure(segment, { document }) {
    const tokens = document.tokens.slice(segment.firstToken, segment.tokenEnd);
    const hits = tokens.filter((token) => token.normal === 'bad');
    return {
      sums: { base: tokens.filter((token) => token.word).length, value: hits.length },
      // Out of order and in the wrong voice on purpose: the runner puts both right.
      evidence: hits
        .map(({ start, end, text }) => ({
          start,
          end,
          quote: text,
          rule: 'bad/bad',
          note: '',
          voice: 'author' as const,
          holder: null
        }))
        .reverse()
    };
  },
  combine: (sums: Sums) => (sums.base > 0 ? (1000 * sums.value!) / sums.base : null)
};

function measured(text: string, metric: Metric = badWords): Measured {
  const result = measureDocument(reading(text), knowledge, [metric]).results[metric.id]!;
  if ('reason' in result) throw new Error(result.reason);
  return result;
}

describe('a rate', () => {
  it('of few hits has the exact Poisson interval', () => {
    const result = measured(plain.repeat(9) + 'It was a bad, bad idea. ');
    expect(result.base).toBe(60);
    expect(result.value).toBeCloseTo((1000 * 2) / 60, 9);
    // Garwood's interval of two: 0.2422 to 7.2247.
    expect(result.interval[0]).toBeCloseTo((1000 * 0.24221) / 60, 3);
    expect(result.interval[1]).toBeCloseTo((1000 * 7.22469) / 60, 3);
  });

  it('of none is 0 with an interval, and says that nothing was found', () => {
    const result = measured(plain.repeat(10));
    expect(result).toMatchObject({ status: 'none-found', value: 0, evidence: [] });
    // Garwood's upper bound of none: 3.6889.
    expect(result.interval[0]).toBe(0);
    expect(result.interval[1]).toBeCloseTo((1000 * 3.68888) / 60, 3);
  });

  it('of many hits has the interval of the ratio estimator over sentences', () => {
    const result = measured((plain + 'A bad, bad, bad idea came. ').repeat(5));
    // Sentences of 6 words without and 6 words with three hits, five each: r = 15/60, deviation 1.5 a sentence.
    const error = Math.sqrt((10 / 9) * 10 * 1.5 ** 2) / 60;
    expect(result.value).toBeCloseTo(250, 9);
    expect(result.interval[1] - result.value).toBeCloseTo(1000 * 2.262157 * error, 3);
  });
});

describe('the split by voice', () => {
  const text = plain.repeat(5) + 'He said "a bad, bad day." '.repeat(2) + 'The bad news spread quite fast. ';

  it('adds up to the whole, and gives evidence the voice of its segment, in text order', () => {
    const result = measured(text);
    expect(result.author.base + result.attributed.base).toBe(result.base);
    const hits = (part: { value: number | null; base: number }) => (part.value! * part.base) / 1000;
    expect(hits(result.author)).toBeCloseTo(1, 9);
    expect(hits(result.attributed)).toBeCloseTo(4, 9);
    expect(result.evidence.map((item) => item.holder)).toEqual([...Array(4).fill('the mayor'), null]);
    const starts = result.evidence.map((item) => item.start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    for (const item of result.evidence) expect(text.slice(item.start, item.end)).toBe(item.quote);
  });

  it('has no value for a voice that does not speak', () => {
    expect(measured(plain.repeat(10)).attributed).toEqual({ value: null, interval: null, base: 0 });
  });
});

describe('what cannot be measured', () => {
  const run = (text: string, metrics: Metric[]) => measureDocument(reading(text), knowledge, metrics).results;

  it('is too short, in words', () => {
    expect(run(plain, [badWords])['bad-words']).toEqual({
      status: 'too-short',
      reason: 'The text has 6 words; this takes at least 20.'
    });
  });

  it('fails alone: a metric that throws or gives no finite number harms no other', () => {
    const throws: Metric = {
      ...badWords,
      id: 'throws',
      measure() {
        throw new Error('no such list');
      }
    };
    const endless: Metric = { ...badWords, id: 'endless', combine: () => NaN };
    const results = run(plain.repeat(10), [throws, endless, badWords]);
    expect(results.throws).toMatchObject({ status: 'failed' });
    expect(results.endless).toMatchObject({ status: 'failed' });
    expect(results['bad-words']).toMatchObject({ status: 'none-found' });
  });

  it('is too short when one sentence is all there is and only sentences could tell the error', () => {
    const mean: Metric = { ...badWords, kind: 'mean' };
    expect(run('word '.repeat(60), [mean])['bad-words']).toMatchObject({ status: 'too-short' });
    expect(run('word '.repeat(60), [badWords])['bad-words']).toMatchObject({ status: 'none-found' });
  });
});

it('gives parts for a metric of several series, the first of them the value', () => {
  const two: Metric = {
    ...badWords,
    series: ['value', 'double'],
    combine: (sums, series) => (1000 * (series === 'double' ? 2 : 1) * sums.value!) / sums.base
  };
  const result = measured(plain.repeat(9) + 'It was a bad, bad idea. ', two);
  expect(result.parts?.map((part) => part.id)).toEqual(['value', 'double']);
  expect(result.parts?.[0]).toEqual({ id: 'value', value: result.value, interval: result.interval });
  expect(result.parts?.[1]?.value).toBeCloseTo(2 * result.value, 9);
});
