import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compareClaims } from '$lib/analysis/claims/compare-claims';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

interface Quoted {
  readonly document: string;
  readonly quote: string;
}
interface Judged {
  readonly a: Quoted;
  readonly b: Quoted;
  readonly why: string;
}
interface JudgedConflict extends Judged {
  readonly kind: string;
  readonly verdict: string;
}

const read = (path: string): string => readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8');
/** Pairs of statements of the five documents, read and judged by a person. */
const judged = JSON.parse(read('russia-nato.json')) as {
  accepted: Judged[];
  rejected: Judged[];
  conflicts: JudgedConflict[];
};

const FOLDER = '../../corpus/russia-nato/documents/';
const documents = readdirSync(fileURLToPath(new URL(FOLDER, import.meta.url)))
  .sort()
  .map((file) => ({ id: file.slice(0, 3), reading: readText(read(FOLDER + file), knowledge) }));
const { claims } = compareClaims(documents, knowledge, 1);

/** The stretches of text of every claim's statements. */
const mentions = claims.map((claim) =>
  claim.mentions.map(({ document, statement }) => {
    const { reading } = documents.find(({ id }) => id === document)!;
    const { start, end } = reading.statements[Number(statement.split(':')[1])]!;
    return { document, start, end };
  })
);

/** Numbers of the claims that a quoted stretch belongs to. */
function claimsOf({ document, quote }: Quoted): number[] {
  const start = documents.find(({ id }) => id === document)!.reading.document.text.indexOf(quote);
  const end = start + quote.length;
  return mentions.flatMap((list, claim) =>
    list.some((place) => place.document === document && place.start < end && start < place.end) ? [claim] : []
  );
}

const joined = ({ a, b }: Judged): boolean => {
  const there = new Set(claimsOf(b));
  return claimsOf(a).some((claim) => there.has(claim));
};

describe('the five documents, judged by reading', () => {
  it('join what a careful reader joins', () => {
    expect(judged.accepted.filter((pair) => !joined(pair)).map(({ why }) => why)).toEqual([]);
  });

  it('keep apart what is not the same', () => {
    expect(judged.rejected.filter(joined).map(({ why }) => why)).toEqual([]);
  });

  it('list the conflicts that a careful reader accepts, and no other', () => {
    const name = (kind: string, verdict: string, quotes: readonly Quoted[]): string =>
      [kind, verdict, ...quotes.map(({ document, quote }) => `${document} ${quote}`)].join(' | ');
    expect(
      claims
        .flatMap(({ conflicts }) => conflicts)
        .map(({ kind, verdict, values }) => name(kind, verdict, values))
        .sort()
    ).toEqual(judged.conflicts.map(({ kind, verdict, a, b }) => name(kind, verdict, [a, b])).sort());
  });

  it('give who leaves a claim out, with the nearest thing that document says', () => {
    for (const claim of claims) {
      const made = new Set(claim.mentions.map(({ document }) => document));
      for (const { document, statement, because } of claim.nearest!) {
        expect(claim.omittedBy).toContain(document);
        expect(made.has(document)).toBe(false);
        expect(statement.startsWith(`${document}:`)).toBe(true);
        expect(because.length).toBeGreaterThan(0);
      }
    }
    const founding = claims[claimsOf({ document: '000', quote: 'The establishment of NATO in 1949' })[0]!]!;
    expect(founding.nearest!.map(({ document }) => document)).toEqual(['003', '004']);
  });
});
