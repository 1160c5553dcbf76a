import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RequestClaim } from '$lib/analysis/audit-schema';
import { compareClaims } from '$lib/analysis/claims/compare-claims';
import { compareActors } from '$lib/analysis/compare/actors';
import { readContested } from '$lib/analysis/contested/read-contested';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

const WORDS = [
  'NATO',
  'Kenya',
  "Kenya's",
  'Moscow',
  'the alliance',
  'promised',
  'promise',
  'denied',
  'that',
  'not',
  'never',
  'attacked',
  'in 1949',
  '30 member countries',
  '12 people',
  'This claim',
  'is false',
  'which',
  'as',
  'it',
  'was',
  'defensive',
  '“',
  '”',
  '(',
  ')',
  ',',
  '.',
  '.',
  '\n\n',
  '\u2028',
  '\uFEFF',
  '\uD83D',
  '😀',
  'İstanbul',
  'constructor',
  '__proto__',
  '-',
  '#5',
  '%',
  '@',
  'ﬁre',
  'e\u0301'
];
const mixed = fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join(' '));
const text = fc.oneof({ weight: 3, arbitrary: mixed }, fc.string({ unit: 'binary', maxLength: 120 }));
const claim: fc.Arbitrary<RequestClaim> = fc.record({
  id: fc.constant('c'),
  statement: text.map((statement) => `${statement} x`),
  cues: fc.option(fc.array(fc.array(text, { minLength: 1, maxLength: 3 }), { maxLength: 2 }), {
    nil: undefined
  }),
  denials: fc.option(fc.array(fc.array(text, { minLength: 1, maxLength: 2 }), { maxLength: 2 }), {
    nil: undefined
  })
});

const read = (texts: readonly string[]) =>
  texts.map((body, i) => ({ id: `d${i}`, reading: readText(body, knowledge) }));

describe('whatever the texts', () => {
  it('claims, conflicts, mentions and nearest sentences stand where they say, twice the same', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), claim, (texts, wanted) => {
        const run = () => {
          const documents = read(texts);
          return {
            ...compareClaims(documents, knowledge, 1),
            contested: readContested([wanted], documents, knowledge),
            actors: compareActors(documents, knowledge)
          };
        };
        const result = run();
        expect(JSON.stringify(run())).toBe(JSON.stringify(result));
        const textOf = (id: string) => texts[Number(id.slice(1))]!;
        const spans = [
          ...result.claims.flatMap(({ conflicts }) => conflicts.flatMap(({ values }) => values)),
          ...result.contested.flatMap(({ cells }) =>
            cells.flatMap((cell) =>
              [...cell.mentions, ...(cell.nearest ? [cell.nearest] : [])].map((span) => ({
                ...span,
                document: cell.document
              }))
            )
          )
        ];
        for (const { document, start, end, quote } of spans) {
          expect(end).toBeGreaterThan(start);
          expect(textOf(document).slice(start, end)).toBe(quote);
        }
        for (const { jaccard, interval } of result.overlap) {
          if (interval) expect(interval[0] <= jaccard && jaccard <= interval[1]).toBe(true);
        }
        expect(JSON.stringify(result)).not.toContain('null,null]');
      }),
      { numRuns: 400 }
    );
  });

  it('a claim is never both made and left out by a document, and silence has no mentions', () => {
    fc.assert(
      fc.property(fc.array(mixed, { minLength: 2, maxLength: 4 }), claim, (texts, wanted) => {
        const documents = read(texts);
        const { claims } = compareClaims(documents, knowledge, 1);
        for (const { mentions, omittedBy } of claims) {
          expect(mentions.length).toBeGreaterThan(0);
          for (const { document } of mentions) expect(omittedBy).not.toContain(document);
        }
        for (const { cells } of readContested([wanted], documents, knowledge)) {
          for (const { stance, mentions } of cells) expect(stance === 'silent').toBe(mentions.length === 0);
        }
      }),
      { numRuns: 200 }
    );
  });

  it('one endless sentence is read too', () => {
    const endless = 'NATO promised that it would not attack Kenya and denied the claim '.repeat(2_000);
    const documents = read([endless, endless]);
    const { overlap } = compareClaims(documents, knowledge, 1);
    expect(overlap).toHaveLength(1);
    const [contested] = readContested([{ id: 'c', statement: 'NATO attacked Kenya.' }], documents, knowledge);
    expect(contested!.cells).toHaveLength(2);
  });
});
