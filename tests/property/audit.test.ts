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

describe('an audit of anything', () => {
  it('quotes the text exactly, honours the contract and gives the same bytes twice', () => {
    fc.assert(
      fc.property(hostile, hostile, (one, two) => {
        const texts = new Map([
          ['one', one],
          ['two', two]
        ]);
        const result = audited(texts);
        expectExactSpans(result, texts);
        const problems = v.safeParse(AuditSchema, result);
        if (!problems.success)
          expect.fail(v.getDotPath(problems.issues[0]) + ': ' + problems.issues[0].message);
        expect(JSON.stringify(audited(texts))).toBe(JSON.stringify(result));
      }),
      { numRuns: 1200, seed: 20 }
    );
  });

  it('tiles every sentence with segments and keeps statements inside them', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const [document] = audited(new Map([['one', text]])).documents;
        const segments = document!.segments;
        for (let i = 1; i < segments.length; i++) {
          expect(segments[i]!.start).toBeGreaterThanOrEqual(segments[i - 1]!.end);
        }
        for (const statement of document!.statements) {
          expect(segments.some((s) => s.start <= statement.start && statement.end <= s.end)).toBe(true);
        }
      }),
      { numRuns: 500, seed: 21 }
    );
  });

  it.each([
    ['no full stop', 'the minister said that the bank raised its rates and '],
    ['one long word', 'a'],
    ['open quotation marks', 'He said “ yes '],
    ['only line breaks', 'x\n'],
    ['only brackets', '(['],
    ['astral characters', '\u{1F600}']
  ])('takes a megabyte of one line: %s', (_name, unit) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
    const texts = new Map([['one', text]]);
    expectExactSpans(audited(texts), texts);
  });

  it('depends on nothing but a document itself for that document’s own numbers', () => {
    fc.assert(
      fc.property(hostile, hostile, (one, two) => {
        const alone = audited(new Map([['one', one]])).documents[0]!;
        const together = audited(
          new Map([
            ['two', two],
            ['one', one]
          ])
        ).documents[1]!;
        expect(together).toEqual(alone);
      }),
      { numRuns: 200, seed: 22 }
    );
  });
});
