import { describe, expect, it } from 'vitest';
import type { Measured } from '$lib/analysis/audit-schema';
import { metrics } from '$lib/analysis/metrics';
import { measureDocument } from '$lib/analysis/metrics/runner';
import { scoreSentiment } from '$lib/analysis/metrics/sentiment-score';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';
import { readDocument } from '$lib/text/read-document';

const plain = 'The council met on Monday and looked at the plan for the new road to the north of the town. ';

function result(id: string, text: string): Measured {
  const found = measureDocument(readText(text, knowledge), knowledge).results[id]!;
  if ('reason' in found) throw new Error(found.reason);
  return found;
}

function score(text: string): number {
  const { tokens } = readDocument(text, knowledge);
  return scoreSentiment(tokens, { firstToken: 0, tokenEnd: tokens.length }, knowledge).score;
}

describe('sentiment', () => {
  it.each([
    ['praise above blame', 'The plan is a wonderful success.', 'The plan is a terrible failure.'],
    ['negated blame above blame', 'The plan was not a failure.', 'The plan was a failure.'],
    ['negated praise below praise', 'The plan was a success.', 'The plan was never a success.'],
    ['stronger praise above praise', 'The plan was extremely good.', 'The plan was good.'],
    [
      'what follows "but" weighs more',
      'The food was bad, but the room was good.',
      'The room was good, but the food was bad.'
    ]
  ])('puts %s', (_, higher, lower) => {
    expect(score(higher)).toBeGreaterThan(score(lower));
  });

  it('leaves names out: a united kingdom is no praise', () => {
    expect(score('They flew to the United States and to Great Britain.')).toBe(0);
  });

  it('is 0 with an interval around it where no rated word stands', () => {
    const found = result('sentiment', 'It is on it and then it is at it. '.repeat(20));
    expect(found).toMatchObject({ status: 'none-found', value: 0 });
    expect(found.interval[0]).toBeLessThan(0);
    expect(found.interval[1]).toBeGreaterThan(0);
  });
});

describe('word-list metrics', () => {
  it.each([
    ['loaded-language', 'The despicable regime slammed the laughable deal.', 'loaded-language/slam'],
    ['hedging', 'Perhaps the road may cost about 50 pounds.', 'hedges/about-number'],
    ['boosters', 'Of course the road will undoubtedly fail.', 'boosters/undoubtedly']
  ])('%s counts hits per 1,000 words and shows the rule of each', (id, sentence, rule) => {
    const text = plain.repeat(8) + sentence;
    const found = result(id, text);
    expect(found.value).toBeCloseTo((1000 * found.evidence.length) / found.base, 9);
    expect(found.evidence.map((item) => item.rule)).toContain(rule);
    for (const item of found.evidence) expect(item.start).toBeGreaterThanOrEqual(plain.length * 8);
  });

  it('counts loaded words in a quotation for whoever is quoted', () => {
    const text = `${plain.repeat(8)}"The regime is despicable," Anna Berg said.`;
    const found = result('loaded-language', text);
    expect(found.author.value).toBe(0);
    expect(found.attributed.value).toBeGreaterThan(0);
    expect(found.evidence.every((item) => item.holder !== null)).toBe(true);
  });
});

describe('attribution', () => {
  it('is the share of words that are somebody else’s, with the holder in the evidence', () => {
    const found = result('attribution', `${plain.repeat(5)}"We will never build this road," Anna Berg said.`);
    expect(found.value).toBeCloseTo((100 * found.attributed.base) / found.base, 9);
    expect(found.value).toBeGreaterThan(0);
    expect(found.author).toMatchObject({ value: 0, interval: [0, 0] });
    expect(found.attributed).toMatchObject({ value: 100, interval: [100, 100] });
    expect(found.evidence.map((item) => item.holder)).toContain('Anna Berg');
  });
});

describe('readability', () => {
  it('gives the Flesch-Kincaid grade and the Flesch reading ease by their formulas', () => {
    // 20 words and 24 syllables a sentence.
    const found = result('readability', plain.repeat(10));
    const words = found.base / 10;
    const ease = found.parts!.find((part) => part.id === 'flesch-reading-ease')!.value!;
    const syllables = (206.835 - 1.015 * words - ease) / 84.6;
    expect(found.value).toBeCloseTo(0.39 * words + 11.8 * syllables - 15.59, 6);
    expect(syllables).toBeGreaterThan(1);
    expect(syllables).toBeLessThan(1.5);
  });

  it('rises with longer sentences and longer words', () => {
    const short = result('readability', 'The dog ran home. It ate. '.repeat(20)).value;
    const long = result(
      'readability',
      'Administrative responsibility necessitates considerable deliberation. '.repeat(25)
    );
    expect(long.value).toBeGreaterThan(short + 10);
  });
});

it('no metric fails or leaves the finite numbers on hostile text', () => {
  const hostile = [
    'word '.repeat(5000),
    '\u{1F600}'.repeat(3000) + ' said "no" '.repeat(200),
    '"'.repeat(999) + ' he said that '.repeat(300),
    'a\u0301\u200d\u2028 not. '.repeat(400),
    '١٢٣ 50% $3.5bn - — … '.repeat(300)
  ];
  for (const text of hostile) {
    const { results } = measureDocument(readText(text, knowledge), knowledge);
    expect(Object.keys(results)).toEqual(metrics.map((metric) => metric.id));
    for (const found of Object.values(results)) {
      expect(found.status).not.toBe('failed');
      if (!('value' in found)) continue;
      expect(found.interval[0]).toBeLessThanOrEqual(found.value);
      expect(found.interval[1]).toBeGreaterThanOrEqual(found.value);
      expect(Number.isFinite(found.interval[0] + found.interval[1])).toBe(true);
      for (const item of found.evidence) expect(text.slice(item.start, item.end)).toBe(item.quote);
    }
  }
});
