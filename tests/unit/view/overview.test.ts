import { describe, expect, it } from 'vitest';
import { evidenceInMemory } from '$lib/view/evidence-in-memory';
import { evidenceSheet } from '$lib/view/evidence-sheet';
import { conflictsOf, sharedClaims, variedConflicts } from '$lib/view/claims';
import { findings, type Finding } from '$lib/view/findings';
import { bySeparation, markWords, metricMarks, separationOf } from '$lib/view/metrics';
import { overviewSlice } from '$lib/view/slices';
import { disagreement, sortClaims } from '$lib/view/stances';
import { DEFAULT_VIEW, parseViewState, viewQuery, withEvidence } from '$lib/view/url-state';
import { fixture, metrics, texts } from './fixture-audit';

const overview = overviewSlice(fixture, texts);
const context = { overview, metrics, contested: [], source: evidenceInMemory(fixture, texts) };

function words(finding: Finding): string {
  return finding.parts.map((part) => (typeof part === 'string' ? part : `[${part.source}]`)).join('');
}

describe('the overview slice', () => {
  it('leaves evidence, statements and segments behind and says how much evidence there is', () => {
    const text = JSON.stringify(overview);
    expect(text).not.toContain('"evidence"');
    expect(text).not.toContain('"segments"');
    expect(text).not.toContain('loaded/ruthless');
    expect(text).not.toContain('"places"');
    expect(overview.documents[0]!.metrics['loaded-language']).toMatchObject({
      hits: { author: 0, attributed: 1 }
    });
  });

  it('keeps claims that at least two sources make, with their words', () => {
    expect(sharedClaims(overview).map((claim) => claim.id)).toEqual(['c1']);
    expect(overview.claims[0]!.mentions.map((mention) => mention.quote)).toEqual([
      'It cost 30 million',
      'It cost 45 million'
    ]);
    expect(conflictsOf(overview)).toHaveLength(1);
  });

  it('keeps significant distinctive words only', () => {
    expect(overview.keyness.map((item) => item.term)).toEqual(['contractor']);
    expect(overview.keyness[0]!.interval).toEqual([0.9, 3.3]);
  });

  it('puts the sentence around a mention', () => {
    const mention = overview.contested[0]!.cells[0]!.mentions[0]!;
    expect(`${mention.before}${mention.quote}${mention.after}`).toBe('The bridge will open in May.');
  });
});

describe('conflicts', () => {
  it('that surest speak of one thing come before others of the same verdict', () => {
    const claim = overview.claims.find(({ conflicts }) => conflicts.length > 0)!;
    const unsure = {
      ...claim,
      key: 'unsure',
      mentions: claim.mentions.map((mention) => ({ ...mention, score: mention.score / 2 }))
    };
    const found = conflictsOf({ claims: [unsure, claim] });
    expect(found.map((view) => view.claim.key)).toEqual([claim.key, 'unsure']);
  });

  it('come with the first of each kind in each claim before those that repeat it', () => {
    const [one] = conflictsOf(overview);
    const again = { ...one!, conflict: { ...one!.conflict, rule: 'again' } };
    const other = { ...one!, claim: { ...one!.claim, key: 'another' } };
    expect(variedConflicts([one!, again, other])).toEqual([one, other, again]);
  });
});

describe('metric marks', () => {
  it('tells measured, none found, too short and failed apart', () => {
    const [bulletin, gazette, note] = metricMarks(overview, 'hedging', 'all');
    expect([bulletin!.state, gazette!.state, note!.state]).toEqual(['none-found', 'measured', 'failed']);
    expect(metricMarks(overview, 'loaded-language', 'all')[2]!.state).toBe('too-short');
    expect(note!.value).toBeNull();
    expect(note!.reason).toBe('The reader stopped.');
    expect(markWords(bulletin!, metrics[1]!)).toBe(
      'none found: 0 per 1,000 words, 95% interval 0 to 120, n = 20 words'
    );
  });

  it('draws two marks for each source when both voices are asked for', () => {
    const marks = metricMarks(overview, 'loaded-language', 'both');
    expect(marks.map((mark) => mark.voice).slice(0, 2)).toEqual(['author', 'attributed']);
    expect(marks[1]).toMatchObject({ value: 142, base: 7, hits: 1 });
    expect(marks[3]).toMatchObject({ state: 'too-short', reason: 'too few attributed words to say' });
  });

  it('calls a difference that chance would give a tie, and sorts it behind real ones', () => {
    expect(separationOf(overview, 'loaded-language')).toMatchObject({ told: true, between: ['note'] });
    expect(separationOf(overview, 'hedging')!.told).toBe(false);
    expect(bySeparation(overview, [...metrics].reverse()).map((metric) => metric.id)).toEqual([
      'loaded-language',
      'hedging'
    ]);
  });
});

describe('findings', () => {
  const found = findings(overview, metrics);

  it('are computed sentences with their uncertainty and a way to the evidence', () => {
    expect(found.length).toBeGreaterThanOrEqual(3);
    expect(found.length).toBeLessThanOrEqual(6);
    const metric = found.find((item) => item.kind === 'metric')!;
    expect(words(metric)).toBe(
      'They differ most in charged words (per 1,000 words): [gazette] (200) stands highest; [bulletin] (55.6) lowest.'
    );
    expect(metric.detail).toContain('95% interval 1.10 to 2.60');
    expect(metric.target).toEqual({
      kind: 'metric',
      metric: 'loaded-language',
      document: null,
      voice: null
    });
  });

  it('state a split claim by what each source does with it', () => {
    const contested = found.find((item) => item.kind === 'contested')!;
    expect(words(contested)).toBe(
      '“The bridge opened in May.” [bulletin] states it as its own; [note] denies it; [gazette] does not mention it.'
    );
  });

  it('name both figures of a conflict and never say which is right', () => {
    const conflict = found.find((item) => item.kind === 'conflict')!;
    expect(words(conflict)).toBe(
      'Different figures: [bulletin] “It cost 30 million”; [gazette] “It cost 45 million”.'
    );
    expect(JSON.stringify(found)).not.toMatch(/\b(bias|biased|wrong|false|lie|true)\b/iu);
  });

  it('leave a tie out', () => {
    expect(found.some((item) => item.id === 'metric-hedging')).toBe(false);
  });

  it('say nothing about a single document', () => {
    const alone = overviewSlice({ ...fixture, documents: fixture.documents.slice(0, 1) }, texts.slice(0, 1));
    expect(findings(alone, metrics)).toEqual([]);
  });
});

describe('stances', () => {
  it('sort the most split claim first', () => {
    expect(disagreement(overview.contested[1]!)).toBe(0);
    const reversed = [...overview.contested].reverse();
    expect(sortClaims(reversed, 'disagreement').map((claim) => claim.id)).toEqual(['opened', 'delay']);
    expect(sortClaims(reversed, 'given').map((claim) => claim.id)).toEqual(['delay', 'opened']);
  });
});

describe('evidence sheets', () => {
  it('hold quotes that stand in the text at their place', async () => {
    const targets = [
      { kind: 'metric', metric: 'loaded-language', document: null, voice: null },
      { kind: 'claim', claim: 'c1' },
      { kind: 'overlap', a: 'bulletin', b: 'gazette' },
      { kind: 'stance', claim: 'opened', document: null },
      { kind: 'term', term: 'contractor', document: 'bulletin' },
      { kind: 'actor', actor: 'mayor', document: 'gazette' }
    ] as const;
    for (const target of targets) {
      const sheet = await evidenceSheet(target, context);
      const passages = sheet.groups.flatMap((group) => group.passages);
      expect(passages.length, target.kind).toBeGreaterThan(0);
      for (const { document, start, end, quote, before, after } of passages) {
        const { text } = texts.find((item) => item.id === document)!;
        expect(text.slice(start, end)).toBe(quote);
        expect(text.slice(start - before.length, end + after.length)).toBe(before + quote + after);
      }
    }
  });

  it('show one voice when one voice was asked for, and why there is nothing', async () => {
    const attributed = await evidenceSheet(
      { kind: 'metric', metric: 'loaded-language', document: 'bulletin', voice: 'author' },
      context
    );
    expect(attributed.groups[0]).toMatchObject({
      passages: [],
      remark: expect.stringMatching(
        /95% interval .*No passage was counted in the author’s own words\.$/
      ) as string
    });
    const short = await evidenceSheet(
      { kind: 'metric', metric: 'loaded-language', document: 'note', voice: null },
      context
    );
    expect(short.groups[0]!.remark).toBe('The text has 6 words; this needs 10.');
  });

  it('offer the nearest sentence for a silent cell', async () => {
    const sheet = await evidenceSheet({ kind: 'stance', claim: 'opened', document: 'gazette' }, context);
    expect(sheet.groups[0]!.passages[0]!.quote).toBe('It cost 45 million.');
    expect(sheet.groups[0]!.remark).toContain('judge for yourself');
  });

  it('say so when a link points to nothing', async () => {
    const sheet = await evidenceSheet({ kind: 'claim', claim: 'gone' }, context);
    expect(sheet).toMatchObject({ groups: [] });
    expect(sheet.lede).toContain('not in this comparison');
  });
});

describe('view state', () => {
  it('goes into the URL and comes back, without what is at its default', () => {
    expect(viewQuery(DEFAULT_VIEW)).toBe('');
    const state = {
      voice: 'both',
      group: 'sourcing',
      sources: { mode: 'without', ids: ['note'] },
      anew: true,
      mark: { kind: 'claim', id: 'c1' },
      sort: 'given',
      open: 'a claim & more',
      evidence: { kind: 'overlap', a: 'x:y', b: 'z' }
    } as const;
    expect(parseViewState(new URLSearchParams(viewQuery(state)))).toEqual(state);
  });

  it('opens evidence on top of any view', () => {
    const evidence = { kind: 'term', term: 'a & b: c', document: 'd' } as const;
    for (const view of [DEFAULT_VIEW, { ...DEFAULT_VIEW, voice: 'both' as const }]) {
      const query = withEvidence(viewQuery(view), evidence);
      expect(parseViewState(new URLSearchParams(query))).toEqual({ ...view, evidence });
    }
  });

  it('takes an unknown choice as the default', () => {
    expect(parseViewState(new URLSearchParams('voice=loud&sort=&evidence=nonsense'))).toEqual(DEFAULT_VIEW);
  });
});
