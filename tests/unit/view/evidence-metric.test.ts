import { describe, expect, it } from 'vitest';
import { describeMetrics } from '$lib/analysis/metrics';
import { runAudit } from '$lib/server/library/audit-request';
import { evidenceInMemory } from '$lib/view/evidence-in-memory';
import { evidenceSheet } from '$lib/view/evidence-sheet';
import { overviewSlice } from '$lib/view/slices';

const short = 'The cat sat on the mat. The dog ran to the door. A bird sang in the old tree by the road. ';
const documents = [
  {
    id: 'plain',
    text: `Our town\n\n${short.repeat(8)}It was the kind of day on which everybody in the street was out of doors.`
  },
  {
    id: 'long',
    text: `${short.repeat(8)}The incomprehensibility of administrative responsibilities notwithstanding, they ${'ran and '.repeat(20)}sang.`
  }
].map((document) => ({ ...document, title: null, publisher: null, author: null, published: null }));
const audit = runAudit({ documents, claims: [], seed: 1 });
const context = {
  overview: overviewSlice(audit, documents),
  metrics: describeMetrics(),
  contested: [],
  source: evidenceInMemory(audit, documents)
};
const sheetOf = (metric: string) =>
  evidenceSheet({ kind: 'metric', metric, document: null, voice: null }, context);

describe('the evidence of a metric', () => {
  it('tells its value, its interval and how much it was counted from, in every source', async () => {
    for (const metric of ['readability', 'loaded-language', 'vocabulary']) {
      for (const { remark } of (await sheetOf(metric)).groups) {
        expect(remark).toMatch(/\d.* 95% interval .* to .*, n = \d+ words\./u);
      }
    }
  });

  it('of whole sentences shows the longest ones where none is so long that it was marked', async () => {
    const [plain, long] = (await sheetOf('readability')).groups;
    expect(plain!.passages).toHaveLength(3);
    expect(plain!.passages[0]).toMatchObject({
      quote: 'It was the kind of day on which everybody in the street was out of doors.',
      note: 'A sentence of 16 words.'
    });
    for (const { start, end, quote } of plain!.passages) {
      expect(documents[0]!.text.slice(start, end)).toBe(quote);
    }
    expect(plain!.remark).toMatch(/\d words a sentence\. .*the longest sentences:$/u);
    expect(long!.passages.some(({ rule }) => rule === 'readability/long-sentence')).toBe(true);
    expect(long!.remark).toMatch(/passages? marked\.$/u);
  });

  it('of a word list shows no examples: none found is an answer', async () => {
    const [plain] = (await sheetOf('loaded-language')).groups;
    expect(plain!.passages).toEqual([]);
    expect(plain!.remark).toMatch(/^None found: .*No passage was counted\.$/u);
  });

  it('of a share says how many of how many, so that a reader can count them', async () => {
    const share = async (metric: string, value: number, base: number) => {
      const [first] = context.overview.documents;
      const result = {
        status: 'ok' as const,
        value,
        interval: [0, 100] as [number, number],
        base,
        unit: '',
        author: { value: null, interval: null, base: 0 },
        attributed: { value: null, interval: null, base: 0 },
        hits: { author: 0, attributed: 0 }
      };
      const overview = {
        ...context.overview,
        documents: [{ ...first!, metrics: { [metric]: result } }]
      };
      const target = { kind: 'metric', metric, document: null, voice: null } as const;
      return (await evidenceSheet(target, { ...context, overview })).groups[0]!.remark;
    };
    expect(await share('attribution', 35.5439, 1719)).toContain('That is 611 of 1,719 words.');
    expect(await share('subjectivity', 42.0333, 75)).toContain(
      'That is 31.5 of 75 sentences; a sentence that'
    );
    expect(await share('hedging', 2.71, 1475)).not.toContain('That is');
  });

  it('of more sources than are looked up at once, the ends come first and the others when asked for', async () => {
    const [first] = context.overview.documents;
    const value = [3, 9, null, 1, 5];
    const measured = (found: number | null) =>
      found === null
        ? { status: 'too-short' as const, reason: 'too short' }
        : {
            status: 'ok' as const,
            value: found,
            interval: [0, 10] as [number, number],
            base: 500,
            unit: '',
            author: { value: null, interval: null, base: 0 },
            attributed: { value: null, interval: null, base: 0 },
            hits: { author: 0, attributed: 0 }
          };
    const many = value.map((found, index) => ({
      ...first!,
      id: `text-${index}`,
      metrics: { hedging: measured(found) }
    }));
    const asked: string[] = [];
    const looking = {
      ...context,
      overview: { ...context.overview, documents: many },
      source: { ...context.source, metric: (id: string) => (asked.push(id), Promise.resolve([])) },
      atOnce: 2
    };
    const sheet = await evidenceSheet(
      { kind: 'metric', metric: 'hedging', document: null, voice: null },
      looking
    );
    const order = (groups: typeof sheet.groups) => groups.map(({ document }) => document);
    expect(order(sheet.groups)).toEqual(['text-1', 'text-3']);
    expect(sheet.lede).toContain('The highest and the lowest value come first');
    expect(sheet.later?.sources).toBe(3);
    const next = await sheet.later!.next();
    expect(order(next.groups)).toEqual(['text-4', 'text-0']);
    const last = await next.later!.next();
    expect(order(last.groups)).toEqual(['text-2']);
    expect(last.later).toBeUndefined();
  });
});
