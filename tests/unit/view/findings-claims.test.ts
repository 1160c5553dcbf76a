import { describe, expect, it } from 'vitest';
import type { Stance } from '$lib/analysis/audit-schema';
import { findings } from '$lib/view/findings';
import { conflictFinding, omissionFinding, overlapFinding } from '$lib/view/findings-claims';
import type { Finding } from '$lib/view/findings-parts';
import { overviewSlice, type OverviewSlice } from '$lib/view/slices';
import { fixture, metrics, texts } from './fixture-audit';

const whole = overviewSlice(fixture, texts);
const overview: OverviewSlice = {
  ...whole,
  documents: whole.documents.map((document) => ({ ...document, textSha256: document.id }))
};

/** A finding as it is read: sources by their ids. */
function said(finding: Finding | undefined): string | undefined {
  return finding?.parts.map((part) => (typeof part === 'string' ? part : part.source)).join('');
}

type Pair = OverviewSlice['overlap'][number];
const pair = (a: string, b: string, shared: number, interval: [number, number]): Pair => ({
  a,
  b,
  shared,
  jaccard: shared / 20,
  interval,
  aInB: 0,
  bInA: 0
});

describe('the sentence about the two sources that share most', () => {
  const of = (...overlap: Pair[]) => overlapFinding({ ...overview, overlap })[0];

  it('says how much two texts share, and that it may be little', () => {
    expect(said(of(pair('bulletin', 'gazette', 1, [0, 0.2])))).toBe(
      'bulletin and gazette share one claim, 5% of all the claims the two make.'
    );
    expect(said(of(pair('bulletin', 'gazette', 3, [0, 0.4])))).toBe(
      'bulletin and gazette share three claims, 15% of all the claims the two make.'
    );
    expect(of(pair('bulletin', 'gazette', 0, [0, 0.2]))).toBeUndefined();
  });

  it('counts the pairs that share nothing', () => {
    const [best, none, other] = [
      pair('bulletin', 'gazette', 4, [0.1, 0.4]),
      pair('bulletin', 'note', 0, [0, 0.05]),
      pair('gazette', 'note', 0, [0, 0.05])
    ];
    expect(said(of(none, best, other))).toContain('Two of the three pairs share none');
    expect(said(of(best, none, { ...other, shared: 1, jaccard: 0.05 }))).toContain(
      'One of the three pairs shares none'
    );
    const one = (a: string, b: string) => pair(a, b, 1, [0, 0.05]);
    expect(said(of(best, one('bulletin', 'note'), one('gazette', 'note')))).toContain(
      'Every one of the three pairs shares at least one.'
    );
  });

  it('says where another pair may be the one that shares most', () => {
    const best = pair('bulletin', 'gazette', 4, [0.1, 0.4]);
    const far = pair('bulletin', 'note', 1, [0, 0.05]);
    const near = pair('gazette', 'note', 3, [0.05, 0.3]);
    expect(of(best, far)?.detail).not.toContain('order is not sure');
    expect(of(best, near)?.detail).toContain('The interval of another pair overlaps with it');
    expect(of(best, near, { ...near, a: 'x' })?.detail).toContain('The intervals of two other pairs overlap');
    expect(of(best, far)?.detail).toMatch(/^95% interval 10% to 40%\. Claims are matched by wording/u);
  });
});

describe('the sentence about what is told differently', () => {
  const claim = overview.claims.find(({ conflicts }) => conflicts.length > 0)!;

  it('quotes both values in the words around them', () => {
    expect(said(conflictFinding(overview)[0])).toBe(
      'Different figures: bulletin “It cost 30 million”; gazette “It cost 45 million”.'
    );
    expect(conflictFinding({ ...overview, claims: [] })).toEqual([]);
  });

  it('cuts long statements at words, and says so', () => {
    const lead = 'After a debate that went on for most of the night and then some, ';
    const tail = ' as the council of the town had asked it to do again and again.';
    const mentions = claim.mentions.map((mention) => ({
      ...mention,
      start: mention.start - lead.length,
      end: mention.end + tail.length,
      quote: lead + mention.quote + tail
    }));
    expect(said(conflictFinding({ ...overview, claims: [{ ...claim, mentions }] })[0])).toContain(
      'bulletin “… most of the night and then some, It cost 30 million as the council of the town had asked it to…”'
    );
  });

  it('leaves out figures of different things, which are no difference', () => {
    const conflicts = claim.conflicts.map((conflict) => ({
      ...conflict,
      verdict: 'different-referents' as const
    }));
    expect(conflictFinding({ ...overview, claims: [{ ...claim, conflicts }] })).toEqual([]);
  });
});

describe('the sentence about what is left out', () => {
  const disputed = overview.claims[0]!;
  const claim = { ...disputed, conflicts: [] };
  const of = (documents: string[], omittedBy: string[] | null) =>
    said(omissionFinding({ ...overview, claims: [{ ...claim, documents, omittedBy }] })[0]);

  it('is said of a claim that most sources make', () => {
    expect(of(['bulletin', 'gazette'], ['note'])).toBe(
      'Two of the three sources say “It cost 30 million” or something close to it; note leaves it out.'
    );
    expect(of(['bulletin'], ['gazette', 'note'])).toBeUndefined();
    expect(of(['bulletin', 'gazette', 'note'], [])).toBeUndefined();
    expect(of(['bulletin', 'gazette'], null)).toBeUndefined();
  });

  it('does not call it said by a source that denies it', () => {
    const mentions = claim.mentions.map((mention) =>
      mention.document === 'gazette' ? { ...mention, polarity: 'deny' as const } : mention
    );
    const documents = ['bulletin', 'gazette'];
    const [finding] = omissionFinding({
      ...overview,
      claims: [{ ...claim, mentions, documents, omittedBy: ['note'] }]
    });
    expect(said(finding)).toBe(
      'Two of the three sources speak of “It cost 30 million”, for or against; note leaves it out.'
    );
  });

  it('is not said in the words of one source where the sources differ in what they say', () => {
    const [documents, omittedBy] = [['bulletin', 'gazette'], ['note']];
    expect(omissionFinding({ ...overview, claims: [{ ...disputed, documents, omittedBy }] })).toEqual([]);
  });

  it('takes more than two sources', () => {
    const documents = overview.documents.slice(0, 2);
    expect(omissionFinding({ ...overview, documents })).toEqual([]);
  });
});

describe('sentences about contested claims', () => {
  const [, second] = fixture.contested;
  const ids = ['bulletin', 'gazette', 'note'];
  const contested = (...stances: [Stance, Stance, Stance][]) =>
    overviewSlice(
      {
        ...fixture,
        contested: stances.map((row, index) => ({
          ...second!,
          id: `k${index}`,
          statement: `Claim ${index}.`,
          cells: row.map((stance, at) => ({ ...second!.cells[at]!, document: ids[at]!, stance }))
        }))
      },
      texts
    ).contested;
  const of = (...stances: [Stance, Stance, Stance][]) =>
    findings({ ...overview, contested: contested(...stances) }, metrics)
      .filter(({ kind }) => kind === 'contested')
      .map(said);

  it('say who takes which stance, in words of one or of many', () => {
    expect(of(['asserts', 'disputes', 'silent'])).toEqual([
      '“Claim 0.” bulletin states it as its own; gazette denies it; note does not mention it.'
    ]);
    expect(of(['attributes', 'asserts', 'attributes'])).toEqual([
      '“Claim 0.” gazette states it as its own; bulletin and note report it as somebody’s view.'
    ]);
    expect(of(['silent', 'silent', 'hedges'])).toEqual([
      '“Claim 0.” note says it with a hedge; bulletin and gazette do not mention it.'
    ]);
  });

  it('have nothing to say where all do the same', () => {
    expect(of(['asserts', 'asserts', 'asserts'], ['silent', 'silent', 'silent'])).toEqual([]);
  });

  it('are of the two that divide most, the earlier of equals first', () => {
    const all = of(
      ['attributes', 'silent', 'silent'],
      ['asserts', 'disputes', 'asserts'],
      ['disputes', 'asserts', 'asserts']
    );
    expect(all.map((sentence) => sentence?.slice(0, 10))).toEqual(['“Claim 1.”', '“Claim 2.”']);
  });

  it('prefer, as the second, a claim that one source makes and all others leave out', () => {
    const all = of(
      ['asserts', 'disputes', 'asserts'],
      ['disputes', 'asserts', 'asserts'],
      ['silent', 'asserts', 'silent']
    );
    expect(all.map((sentence) => sentence?.slice(0, 10))).toEqual(['“Claim 0.”', '“Claim 2.”']);
  });
});
