/**
 * The promises every audit keeps, whatever the text: spans are exact, nothing throws, the answer is what the
 * contract says, and the same input gives the same bytes.
 */
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { audit } from '$lib/analysis/audit';
import { AuditRequestSchema, AuditSchema, type Audit } from '$lib/analysis/audit-schema';
import { knowledge } from '$lib/lexicons/generated';

const hash = (text: string) => `length-${text.length}`;

interface Quoted {
  start: number;
  end: number;
  quote: string;
}

/** Every object with a quote, with the document it is about: its own `document` field or the nearest above. */
function* quoted(value: unknown, document: string | null): Generator<{ span: Quoted; document: string }> {
  if (Array.isArray(value)) for (const item of value) yield* quoted(item, document);
  else if (value !== null && typeof value === 'object') {
    const object = value as Record<string, unknown>;
    const about = typeof object.document === 'string' ? object.document : document;
    if (typeof object.quote === 'string') yield { span: object as unknown as Quoted, document: about! };
    for (const item of Object.values(object)) yield* quoted(item, about);
  }
}

function expectExactSpans(result: Audit, texts: Map<string, string>): number {
  let seen = 0;
  const check = (value: unknown, document: string | null) => {
    for (const { span, document: about } of quoted(value, document)) {
      seen++;
      const text = texts.get(about)!;
      if (span.end > text.length || text.slice(span.start, span.end) !== span.quote) {
        expect.fail(
          `${about} ${span.start}-${span.end}: ${JSON.stringify(span.quote)} is not in the text there`
        );
      }
    }
  };
  for (const document of result.documents) check(document, document.id);
  check(result.comparison, null);
  check(result.contested, null);
  return seen;
}

function audited(texts: Map<string, string>) {
  const request = v.parse(AuditRequestSchema, {
    documents: [...texts].map(([id, text]) => ({ id, text })),
    claims: [
      { id: 'cues', statement: 'The bank raised its rates in 2023.', cues: [['bank', 'rate'], ['raise']] },
      { id: 'plain', statement: 'The minister resigned.' }
    ]
  });
  return audit(request, knowledge, hash);
}

const hostileCharacters = [
  ...'\u{1F600}\u{1F468}\u{200D}\u{1F469}\u{FEFF}\u{2028}\u{2029}\u{00A0}\u{3000}\u{200B}\u{202E}\u{0301}\u{0000}\v\f\t',
  '\r\n',
  '\n',
  '\r',
  '\ud800',
  '\udc00',
  '“',
  '”',
  '"',
  "'",
  '’',
  '(',
  ')',
  '—',
  '.',
  '…',
  '?!',
  '$',
  '%',
  '#',
  '*',
  '•'
];
const words = [
  'The minister',
  'Officials',
  'said',
  'that',
  'NATO',
  'Russia',
  'the bank',
  'raised',
  'its rates',
  'has denied',
  'According to experts,',
  'in 2023',
  '$3.5bn',
  '10-15%',
  'may',
  'brutal',
  'clearly',
  'U.S.',
  'Gen.',
  'not',
  'is seen as',
  'by Moscow',
  'they',
  '1.',
  'By Jane Doe',
  'Photo by',
  'Sign in to comment'
];
const hostile = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...words) },
      { weight: 3, arbitrary: fc.constantFrom(...hostileCharacters) },
      { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
      { weight: 1, arbitrary: fc.constant(' ') }
    ),
    { minLength: 1, maxLength: 60 }
  )
  .chain((parts) => fc.constantFrom(' ', '', ' ').map((glue) => parts.join(glue)))
  .filter((text) => text.trim().length > 0);

/** Segments follow each other without an overlap, and every statement lies inside one. */
function expectTiled({ segments, statements }: Audit['documents'][number]): void {
  for (let i = 1; i < segments.length; i++) {
    expect(segments[i]!.start).toBeGreaterThanOrEqual(segments[i - 1]!.end);
  }
  for (const statement of statements) {
    expect(segments.some((s) => s.start <= statement.start && statement.end <= s.end)).toBe(true);
  }
}

describe('an audit of anything', () => {
  // One audit is asked for everything, as reading is what takes time. What needs a second one is asked of the
  // texts of every third or sixth length, so that a failure found once is found again.
  it('quotes exactly, tiles sentences, honours the contract, gives the same bytes and numbers twice', () => {
    const asked = { again: 0, alone: 0 };
    fc.assert(
      fc.property(hostile, hostile, (one, two) => {
        const texts = new Map([
          ['one', one],
          ['two', two]
        ]);
        const result = audited(texts);
        expectExactSpans(result, texts);
        result.documents.forEach(expectTiled);
        const problems = v.safeParse(AuditSchema, result);
        if (!problems.success)
          expect.fail(v.getDotPath(problems.issues[0]) + ': ' + problems.issues[0].message);
        if (two.length % 3 === 0) {
          asked.again++;
          expect(JSON.stringify(audited(texts))).toBe(JSON.stringify(result));
        }
        // A document's own numbers depend on nothing but itself.
        if (two.length % 6 === 1) {
          asked.alone++;
          expect(audited(new Map([['two', two]])).documents[0]).toEqual(result.documents[1]);
        }
      }),
      { numRuns: 1200, seed: 20 }
    );
    expect(asked.again).toBeGreaterThan(300);
    expect(asked.alone).toBeGreaterThan(150);
  });

  it.each([
    ['400 kB without a full stop', 400_000, 'the minister said that the bank raised its rates and '],
    ['a megabyte of one long word', 1_000_000, 'a'],
    ['400 kB of open quotation marks', 400_000, 'He said “ yes '],
    ['a megabyte of line breaks', 1_000_000, 'x\n'],
    ['a megabyte of brackets', 1_000_000, '(['],
    ['a megabyte of astral characters', 1_000_000, '\u{1F600}']
  ])('takes one line: %s', (_name, size, unit) => {
    const text = unit.repeat(Math.ceil(size / unit.length));
    const texts = new Map([['one', text]]);
    expectExactSpans(audited(texts), texts);
  });
});
