import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextOf, decodeTarget, encodeTarget, type EvidenceTarget } from '$lib/view/evidence';

const id = fc.string({ minLength: 1, unit: 'grapheme' });
const target: fc.Arbitrary<EvidenceTarget> = fc.oneof(
  fc.record({
    kind: fc.constant('metric' as const),
    metric: id,
    document: fc.option(id),
    voice: fc.constantFrom('author' as const, 'attributed' as const, null)
  }),
  fc.record({ kind: fc.constant('claim' as const), claim: id }),
  fc.record({ kind: fc.constant('overlap' as const), a: id, b: id }),
  fc.record({ kind: fc.constant('stance' as const), claim: id, document: fc.option(id) }),
  fc.record({ kind: fc.constant('term' as const), term: id, document: id }),
  fc.record(
    {
      kind: fc.constant('actor' as const),
      actor: id,
      document: id,
      aspect: fc.constantFrom('author' as const, 'attributed' as const, 'roles' as const)
    },
    { requiredKeys: ['kind', 'actor', 'document'] }
  )
);

describe('evidence targets', () => {
  it('survive the way into a URL and back, whatever the ids are', () => {
    fc.assert(
      fc.property(target, (item) => {
        expect(decodeTarget(encodeTarget(item))).toEqual(item);
        const query = new URLSearchParams({ evidence: encodeTarget(item) });
        expect(decodeTarget(new URLSearchParams(query.toString()).get('evidence')!)).toEqual(item);
      })
    );
  });

  it('are nothing when a link is broken', () => {
    for (const text of ['', 'metric', 'overlap:a', 'term:%E0%A4%A', 'unknown:x', ':::']) {
      expect(decodeTarget(text)).toBeNull();
    }
  });
});

describe('context of a quote', () => {
  const text = 'First sentence. The ruthless mayor, they said, lied. Third one.\nNew line';
  const at = (quote: string) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length });

  it('reaches to the ends of the sentence', () => {
    expect(contextOf(text, at('ruthless'))).toEqual({ before: 'The ', after: ' mayor, they said, lied.' });
    expect(contextOf(text, at('Third one.'))).toEqual({ before: '', after: '' });
    expect(contextOf(text, at('line'))).toEqual({ before: 'New ', after: '' });
  });

  it('goes on behind initials, titles and full stops before a small letter', () => {
    const whole = (sentence: string, quote: string) => {
      const around = `It rained. ${sentence} It was late.`;
      const start = around.indexOf(quote);
      const { before, after } = contextOf(around, { start, end: start + quote.length });
      return `${before}${quote}${after}`;
    };
    for (const [sentence, quote] of [
      ['The Warsaw Pact and the U.S.S.R. Army left in May.', 'Pact'],
      ['The Warsaw Pact and the U.S.S.R. Army left in May.', 'left'],
      ['Its author, J. Smith, met Mr. Bell at 10 p.m. on Monday.', 'author'],
      ['Its author, J. Smith, met Mr. Bell at 10 p.m. on Monday.', 'Monday'],
      ['Regardless of the U.S. the talks began.', 'the U.S.'],
      ['He joined NATO.', 'joined']
    ] as const)
      expect(whole(sentence, quote)).toBe(sentence);
  });

  it('is a stretch of the raw text around the quote, for any text and span', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), fc.nat(), (any, one, two) => {
        const [start, end] = [one % (any.length + 1), two % (any.length + 1)].sort((a, b) => a - b);
        const { before, after } = contextOf(any, { start: start!, end: end! });
        expect(any.slice(0, start).endsWith(before)).toBe(true);
        expect(any.slice(end).startsWith(after)).toBe(true);
      })
    );
  });
});
