import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '$lib/analysis/read';
import type { Reading } from '$lib/analysis/reading';
import { knowledge } from '$lib/lexicons/generated';

/** Pieces that bring every rule of voice into play, and pieces that try to break it. */
const piece = fc.oneof(
  fc.constantFrom(
    ..."\"|“|”|‘|’|'|''|``|—|–|:|;|,|.|!|?|(|)|…|\n|\n\n|\r\n|\u2028|\uFEFF|\u200B|\v|😀|𝔘|\uD800|\uDC00".split(
      '|'
    ),
    ..."said|says|claims|that|he|she|it|they|who|which|Rome|Lima|Ana Rojas|according to|in the eyes of|for Peru,|accused|denied|of|by|as|is seen|was deemed|sees|views|not|never|could|if|while|and|but|to|promised|fear|the claim|reportedly|perceived|threat|from|'s|perspective|Q:|A:|the road|is closed".split(
      '|'
    )
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.string({ unit: 'binary', maxLength: 6 })
);
const text = fc
  .array(fc.tuple(piece, fc.constantFrom(' ', ' ', ' ', '', '  ')), { maxLength: 60 })
  .map((parts) => parts.map(([word, gap]) => word + gap).join(''));

function check({ document, segments, statements }: Reading): void {
  const { tokens, sentences } = document;
  let next = 0;
  sentences.forEach((sentence, index) => {
    let token = sentence.firstToken;
    while (next < segments.length && segments[next]!.sentence === index) {
      const segment = segments[next++]!;
      expect(segment.firstToken).toBe(token);
      expect(segment.tokenEnd).toBeGreaterThan(segment.firstToken);
      expect(segment.start).toBe(tokens[segment.firstToken]!.start);
      expect(segment.end).toBe(tokens[segment.tokenEnd - 1]!.end);
      if (segment.voice === 'author') expect(segment.holder).toBeNull();
      for (const span of [segment.holderSpan, segment.cueSpan]) {
        if (!span) continue;
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeGreaterThan(span.start);
        expect(span.end).toBeLessThanOrEqual(document.text.length);
      }
      token = segment.tokenEnd;
    }
    expect(token).toBe(sentence.tokenEnd);
  });
  expect(next).toBe(segments.length);
  let before = -1;
  for (const statement of statements) {
    const segment = segments[statement.segment]!;
    expect(statement.firstToken).toBeGreaterThanOrEqual(Math.max(before, segment.firstToken));
    expect(statement.tokenEnd).toBeLessThanOrEqual(segment.tokenEnd);
    expect(statement.start).toBe(tokens[statement.firstToken]!.start);
    expect(statement.end).toBe(tokens[statement.tokenEnd - 1]!.end);
    expect([statement.voice, statement.holder]).toEqual([segment.voice, segment.holder]);
    expect(statement.checkable).toBeGreaterThanOrEqual(0);
    expect(statement.checkable).toBeLessThanOrEqual(1);
    before = statement.firstToken;
  }
}

describe('voice and statements', () => {
  it('tile every sentence and stay inside their segments, whatever the text', () => {
    fc.assert(
      fc.property(text, (value) => check(readText(value, knowledge))),
      { numRuns: 1000, seed: 11 }
    );
  });

  it('say the same twice', () => {
    fc.assert(
      fc.property(text, (value) => {
        const once = readText(value, knowledge);
        const twice = readText(value, knowledge);
        expect([twice.segments, twice.statements]).toEqual([once.segments, once.statements]);
      }),
      { numRuns: 200, seed: 12 }
    );
  });

  it.each([
    'said ',
    'he said that ',
    'Critics claim "the plan, ',
    "' ' '",
    'of the claim that ',
    '“',
    'see it as ',
    ', and '
  ])('read a hundred thousand characters of %j without a full stop', (unit) => {
    check(readText(unit.repeat(Math.ceil(100_000 / unit.length)), knowledge));
  });
});
