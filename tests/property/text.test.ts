import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knowledge } from '$lib/lexicons/generated';
import type { Document, Span } from '$lib/text/document';
import { readDocument } from '$lib/text/read-document';
import { readQuantities } from '$lib/text/read-quantities';

const PIECES = [
  'The alliance said on Monday that it would meet.',
  '“Why?” Mr. Smith asked.',
  'By Anna Brown 39 views',
  'By Anna Brown',
  'Your Comment (0)',
  'About the author',
  'Related articles',
  '3. The way ahead',
  '1. Eggs',
  '- milk',
  '## Heading',
  '**bold**',
  'Photo by Anna Brown on Unsplash',
  '© 2024 Example Press. All rights reserved.',
  'Thursday, April 24, 2025, 13:39 (GMT+7)',
  'U.S.',
  'the U.S.S.R.’s',
  "can't",
  'cannot',
  "I'm",
  'Dept. of',
  'No. 5',
  '$65-100 million',
  'twenty-nine and a third of 10–15%',
  'the late 1990s to April 4, 1949',
  'constructor __proto__ toString',
  'a'.repeat(70),
  'http://example.com/' + 'x/'.repeat(40),
  '...',
  '. . .',
  '!?',
  '—',
  '…',
  '"',
  '’',
  '😀',
  '👩‍👩‍👧‍👦',
  '\u{1D54F}',
  '\uFEFF',
  '\u2028',
  '\u2029',
  '\u0085',
  '\r\n',
  '\n',
  '\n\n',
  '\v',
  '\f',
  '\t',
  '\0',
  '\u00A0',
  '\u200B',
  '\u200D',
  '\u202E',
  '\u3000',
  '\uD800',
  '\uDC00',
  'e\u0301',
  'ﬁ',
  'İ',
  'ß',
  '中文字',
  'Привет мир',
  ' '
];

const hostile = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 12 })), {
    maxLength: 30
  })
  .chain((parts) => fc.constantFrom('', ' ', '\n').map((joint) => parts.join(joint)));

function checkSpan(text: string, { start, end }: Span): void {
  expect(Number.isInteger(start) && Number.isInteger(end)).toBe(true);
  expect(start).toBeGreaterThanOrEqual(0);
  expect(end).toBeGreaterThan(start);
  expect(end).toBeLessThanOrEqual(text.length);
}

function checkOrdered(text: string, spans: readonly Span[]): void {
  let last = 0;
  for (const span of spans) {
    checkSpan(text, span);
    expect(span.start).toBeGreaterThanOrEqual(last);
    last = span.end;
  }
}

function check(document: Document): void {
  const { text, tokens, sentences, headings, blocks, excluded } = document;
  checkOrdered(text, tokens);
  checkOrdered(text, sentences);
  checkOrdered(text, headings);
  checkOrdered(text, blocks);
  checkOrdered(text, excluded);
  for (const token of tokens) expect(text.slice(token.start, token.end)).toBe(token.text);
  const ranges = [...sentences, ...headings].sort((a, b) => a.start - b.start);
  let next = 0;
  for (const range of ranges) {
    // Sentences and headings share out the tokens among them, none left over.
    expect(range.firstToken).toBe(next);
    next = range.tokenEnd;
    expect(tokens[range.firstToken]!.start).toBe(range.start);
    expect(tokens[range.tokenEnd - 1]!.end).toBe(range.end);
    const block = blocks[range.block]!;
    expect(range.start >= block.start && range.end <= block.end).toBe(true);
  }
  expect(next).toBe(tokens.length);
  blocks.forEach((block, index) => {
    for (let i = block.firstSentence; i < block.sentenceEnd; i++) expect(sentences[i]!.block).toBe(index);
  });
  checkOrdered(
    text,
    [...blocks, ...excluded].sort((a, b) => a.start - b.start)
  );
  for (const notice of document.notices) {
    if (notice.start !== undefined && notice.end !== undefined) {
      checkSpan(text, { start: notice.start, end: notice.end });
    }
  }
  const quantities = readQuantities(tokens, text);
  checkOrdered(text, quantities);
  for (const { low, high, start, end, firstToken, tokenEnd } of quantities) {
    expect(tokens[firstToken]!.start).toBe(start);
    expect(tokens[tokenEnd - 1]!.end).toBe(end);
    if (low !== null && high !== null) expect(Number.isFinite(low) && low <= high).toBe(true);
  }
}

describe('any string at all', () => {
  it('is read with exact, ordered, disjoint spans', () => {
    fc.assert(
      fc.property(hostile, (text) => check(readDocument(text, knowledge))),
      { numRuns: 2000, seed: 7 }
    );
  });

  it('keeps every letter and figure that is not set aside', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { tokens, excluded } = readDocument(text, knowledge);
        const covered = new Uint8Array(text.length);
        for (const { start, end } of [...tokens, ...excluded]) covered.fill(1, start, end);
        const lost = [...text.matchAll(/[\p{L}\p{N}]/gu)].filter(({ index }) => covered[index] === 0);
        // The number of a list item is its mark, not its text.
        const marks = [
          ...text.matchAll(/(?:^|[\n\r\v\f\u0085\u2028\u2029])\P{L}{0,12}?\(?[\p{L}\d]{1,3}[.)]/gu)
        ];
        expect(lost.length).toBeLessThanOrEqual(3 * marks.length);
      }),
      { numRuns: 1000, seed: 11 }
    );
  });

  it('is read the same whatever was read before it', () => {
    fc.assert(
      fc.property(hostile, hostile, (text, other) => {
        const alone = JSON.stringify(readDocument(text, knowledge));
        readDocument(other, knowledge);
        expect(JSON.stringify(readDocument(text, knowledge))).toBe(alone);
      }),
      { numRuns: 500, seed: 13 }
    );
  });
});

describe('a million characters on one line', () => {
  const sentence = 'The minister said that 30 countries would not agree to the plan of Mr. Reed';
  it.each([
    ['of prose', `${sentence}. `],
    ['of prose without a full stop', `${sentence} `],
    ['without a space', 'unbroken'],
    ['of quotation marks', '"'],
    ['of full stops', '. '],
    ['of slashes', 'http://'],
    ['of astral characters', '😀'],
    ['of half characters', '\uD83D']
  ])('%s is read whole, in step with its length', (_, piece) => {
    const read = (size: number): Document =>
      readDocument(piece.repeat(Math.ceil(size / piece.length)), knowledge);
    const small = read(50_000);
    const large = read(1_000_000);
    const last = large.tokens[large.tokens.length - 1]!;
    expect(large.text.length - last.end).toBeLessThan(8);
    // Tokens are the unit of work: twenty times the text makes twenty times the tokens, no more.
    const growth = large.tokens.length / small.tokens.length;
    expect(growth).toBeGreaterThan(19);
    expect(growth).toBeLessThan(21);
    for (const token of large.tokens) {
      if (large.text.slice(token.start, token.end) !== token.text) expect(token).toBe('exact');
    }
  });

  it.each([['a\n'], ['- a\n'], ['By Anna Brown\n'], ['A\n\n'], ['\n'], ['\u2028x']])(
    'of lines %j does not throw',
    (piece) => {
      const { blocks, excluded } = readDocument(piece.repeat(200_000 / piece.length), knowledge);
      expect(blocks.length + excluded.length).toBeLessThanOrEqual(100_000);
    }
  );
});
