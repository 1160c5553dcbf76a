import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { ClaimCluster } from '$lib/analysis/audit-schema';
import { compareClaims } from '$lib/analysis/claims/compare-claims';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

function compare(texts: Record<string, string>) {
  const documents = Object.entries(texts).map(([id, text]) => ({ id, reading: readText(text, knowledge) }));
  const { claims, overlap } = compareClaims(documents, knowledge, 1);
  const quotes = (claim: ClaimCluster) =>
    claim.mentions.map(({ document, statement }) => {
      const { reading } = documents.find(({ id }) => id === document)!;
      const { start, end } = reading.statements[Number(statement.split(':')[1])]!;
      return `${document}: ${reading.document.text.slice(start, end)}`;
    });
  const shared = claims.filter(({ mentions }) => new Set(mentions.map(({ document }) => document)).size > 1);
  const conflicts = claims.flatMap((claim) =>
    claim.conflicts.map(({ kind, verdict, values }) => ({
      kind,
      verdict,
      values: values.map(({ value }) => value)
    }))
  );
  return { claims, overlap, shared, conflicts, quotes };
}

describe('the five documents', () => {
  const folder = fileURLToPath(new URL('../../../../corpus/russia-nato/documents/', import.meta.url));
  const texts = Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((file) => [file.slice(0, 3), readFileSync(folder + file, 'utf8')])
  );
  const { shared, conflicts, quotes, overlap } = compare(texts);
  const sharing = (pattern: RegExp) =>
    shared.filter((claim) => quotes(claim).filter((quote) => pattern.test(quote)).length > 1);
  const documentsOf = (claim: ClaimCluster) => [...new Set(claim.mentions.map(({ document }) => document))];

  it('state the founding in 1949 as one claim', () => {
    const found = sharing(/1949/);
    expect(found).toHaveLength(1);
    expect(documentsOf(found[0]!)).toEqual(['000', '001', '002']);
    expect(found[0]!.omittedBy).toEqual(['003', '004']);
  });

  it('share the annexation of Crimea and the attack on one', () => {
    expect(sharing(/Crimea/).map(documentsOf)).toEqual([['001', '002', '004']]);
    const attack = sharing(/attack on (one|all)|is attacked/);
    expect(attack).toHaveLength(1);
    expect(documentsOf(attack[0]!)).toEqual(expect.arrayContaining(['001', '003']));
  });

  // Accepted by reading: each is told of another time, "now" in texts of different dates.
  it('differ in how many members they count, which may be because of their dates', () => {
    expect(conflicts).toContainEqual({ kind: 'number', verdict: 'may-differ-by-date', values: ['30', '29'] });
    expect(conflicts).toContainEqual({ kind: 'number', verdict: 'may-differ-by-date', values: ['30', '15'] });
  });

  // Accepted by reading: both tell how a president of Ukraine lost power. Every conflict is judged in tests/claims.
  it('clash in the year in which a president of Ukraine fell and in who was in at the start, and in nothing that a reader would refuse', () => {
    expect(conflicts.filter(({ verdict }) => verdict === 'clash')).toEqual([
      { kind: 'date', verdict: 'clash', values: ['2014', '2004'] },
      { kind: 'agent', verdict: 'clash', values: ['Western European countries', 'United States'] }
    ]);
  });

  it('are compared pair by pair', () => {
    expect(overlap).toHaveLength(10);
    for (const { jaccard, aInB, bInA, interval } of overlap) {
      expect(jaccard).toBeLessThanOrEqual(Math.min(aInB, bInA));
      expect(interval![0]).toBeLessThanOrEqual(jaccard);
      expect(interval![1]).toBeGreaterThan(jaccard);
    }
  });
});

describe('a flood told twice', () => {
  it('clashes in the number of dead', () => {
    const { conflicts } = compare({
      a: 'The flood in Lower Tarn killed 12 people on Sunday. Volunteers cooked soup.',
      b: 'On Sunday the flood in Lower Tarn killed 20 people. The army brought boats.'
    });
    expect(conflicts).toEqual([{ kind: 'number', verdict: 'clash', values: ['12', '20'] }]);
  });

  it('does not clash in rough figures or in figures for different things', () => {
    const { conflicts } = compare({
      a: 'The flood in Lower Tarn killed about 12 people. The flood destroyed 40 bridges in Lower Tarn.',
      b: 'The flood in Lower Tarn killed 14 people. The flood destroyed 300 homes in Lower Tarn.'
    });
    expect(conflicts).toEqual([]);
  });

  it('clashes in the year of one and the same deed', () => {
    const { conflicts } = compare({
      a: 'Engineers completed the Orlo dam in 1963.',
      b: 'Engineers completed the Orlo dam in 1971.'
    });
    expect(conflicts).toEqual([{ kind: 'date', verdict: 'clash', values: ['1963', '1971'] }]);
  });

  it('clashes when one denies what the other says', () => {
    const { conflicts } = compare({
      a: 'The mayor opened the sluice gates of the Orlo dam.',
      b: 'The mayor did not open the sluice gates of the Orlo dam.'
    });
    expect(conflicts).toMatchObject([{ kind: 'polarity', verdict: 'clash' }]);
  });

  it('clashes in the outcome', () => {
    const { conflicts } = compare({
      a: 'The court acquitted the engineer Lena Brandt of negligence.',
      b: 'The court convicted the engineer Lena Brandt of negligence.'
    });
    expect(conflicts).toMatchObject([{ kind: 'outcome', verdict: 'clash' }]);
  });
});

describe('figures told twice', () => {
  it('clash in money, shares and days', () => {
    const { conflicts } = compare({
      a: 'The council sold the Orlo mill to Lena Brandt for $40 million. Turnout in the Tarnby referendum reached 61 percent. The Varna ferry sank on 4 April 1949.',
      b: 'The council sold the Orlo mill to Lena Brandt for $55 million. Turnout in the Tarnby referendum reached 48 percent. The Varna ferry sank on 9 April 1949.'
    });
    expect(conflicts.map(({ kind, verdict, values }) => [kind, verdict, ...values].join(' ')).sort()).toEqual(
      ['date clash 1949-04-04 1949-04-09', 'number clash 40000000 USD 55000000 USD', 'number clash 61 % 48 %']
    );
  });

  it('are of different things when each side names what the other does not', () => {
    const verdicts = (a: string, b: string) => compare({ a, b }).conflicts.map(({ verdict }) => verdict);
    const other = ['different-referents'];
    expect(
      verdicts(
        'Kenya gave Egypt $40 million in aid for flood victims in 1998.',
        'Kenya gave Egypt $15 million in aid for schools in 1998.'
      )
    ).toEqual(other);
    expect(
      verdicts(
        'Inflation in Kenya rose to 12 percent in 2011.',
        'Unemployment in Kenya rose to 9 percent in 2011.'
      )
    ).toEqual(other);
    expect(
      verdicts(
        'Kenya spent $65 million on training opposition parties in Varna before the election.',
        'Kenya spent $130,000 on one youth group in Varna before the election.'
      )
    ).toEqual(other);
  });

  it('do not clash when one is the other rounded, a bound, or less exact', () => {
    const { conflicts } = compare({
      a: 'The council sold the Orlo mill to Lena Brandt for $1.2 million. The Varna ferry sank in April 1949. The Tarnby storm felled 1,200 trees.',
      b: 'The council sold the Orlo mill to Lena Brandt for $1.18 million. The Varna ferry sank on 9 April 1949. The Tarnby storm felled 1,187 trees.'
    });
    expect(conflicts).toEqual([]);
  });

  it('do not clash when a negation stands on both sides or turns something else', () => {
    const { conflicts } = compare({
      a: 'The firm said it had no concerns about the Orlo bridge report and would not delay the opening.',
      b: 'The firm said it had no concerns about the Orlo bridge report and the opening.'
    });
    expect(conflicts).toEqual([]);
  });
});

describe('labels', () => {
  it('read as sentences of their own', () => {
    const { claims } = compare({
      a: 'However, although Brazil annexed the island of Varna in 1911, few noticed it.',
      b: 'It was the year in which, as historians say, Brazil annexed the island of Varna, 1911.'
    });
    for (const { label } of claims.slice(0, 1)) {
      expect(label).toMatch(/^Brazil annexed the island of Varna/);
    }
  });

  it('drop what ties them to the sentence before, and loose ends', () => {
    const { claims } = compare({
      a: 'Furthermore, the Tarnby council closed the harbour bridge — a shock to drivers.'
    });
    expect(claims.map(({ label }) => label)).toEqual(['The Tarnby council closed the harbour bridge']);
  });

  it('take the member that names its subject', () => {
    const { shared } = compare({
      a: 'Lena Brandt spoke first. She opened the sluice gates of the Orlo dam in 1963.',
      b: 'Lena Brandt opened the sluice gates of the Orlo dam in 1963.'
    });
    expect(shared.map(({ label }) => label)).toContain(
      'Lena Brandt opened the sluice gates of the Orlo dam in 1963'
    );
  });
});

describe('matching', () => {
  it('does not join what only shares a topic', () => {
    const { shared } = compare({
      a: 'Farmers in Kenya planted maize in March. Kenya sent tea to Egypt.',
      b: 'Kenya sent athletes to Tokyo. Egypt built a canal in Kenya.'
    });
    expect(shared).toEqual([]);
  });

  it('meets other words for the same deed', () => {
    const { shared } = compare({
      a: "Brazil's annexation of the island of Varna in 1911 surprised Chile.",
      b: 'In 1911 Brazil annexed the island of Varna.'
    });
    expect(shared).toHaveLength(1);
  });

  it('counts instead of listing what is left out when there are many documents', () => {
    const texts = Object.fromEntries(
      Array.from({ length: 60 }, (_, i) => [
        `d${i}`,
        `Brazil annexed the island of Varna in 1911. Village ${i} held a fair.`
      ])
    );
    const { claims, overlap } = compare(texts);
    expect(claims[0]!.omittedBy).toBeUndefined();
    expect(claims[0]!.omittedCount).toBe(
      60 - new Set(claims[0]!.mentions.map(({ document }) => document)).size
    );
    const perDocument = new Map<string, number>();
    for (const { a, b } of overlap)
      for (const id of [a, b]) perDocument.set(id, (perDocument.get(id) ?? 0) + 1);
    expect(Math.min(...perDocument.values())).toBeGreaterThanOrEqual(20);
    expect(overlap.length).toBeLessThanOrEqual(60 * 20);
  });

  it('answers for documents without a statement', () => {
    const { claims, overlap } = compare({ a: '…', b: '!' });
    expect(claims).toEqual([]);
    expect(overlap).toMatchObject([
      { a: 'a', b: 'b', jaccard: 0, interval: null, aInB: 0, bInA: 0, shared: 0 }
    ]);
  });
});

describe('what a claim is called', () => {
  it('carries the figure that most of its members give', () => {
    const { shared, conflicts } = compare({
      a: 'The closure will save £250,000 a year.',
      b: 'Closing the school will save £420,000 a year, the council says.',
      c: 'The closure will save about £420,000 a year.',
      d: 'The council hopes that the closure will save £420,000 a year.'
    });
    expect(shared).toHaveLength(1);
    expect(shared[0]!.label).toContain('£420,000');
    expect(conflicts.length).toBeGreaterThan(0);
  });
});
