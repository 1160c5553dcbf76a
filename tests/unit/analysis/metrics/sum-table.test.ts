import { describe, expect, it } from 'vitest';
import { spokenIn, VoiceTables } from '$lib/analysis/metrics/sum-table';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

const { segments } = readText('The mayor said: "The plan is bad." It rained.', knowledge);

describe('the sums of a document', () => {
  const tables = new VoiceTables(3, { hits: 0, base: 0 });
  segments.forEach((segment) => tables.add(segment, { hits: 1, base: 2 }));

  it('of the two voices add up to the whole', () => {
    const [whole, author, attributed] = [tables.whole, tables.author, tables.attributed].map(spokenIn);
    expect(author!.totals.hits).toBeGreaterThan(0);
    expect(attributed!.totals.hits).toBeGreaterThan(0);
    expect(whole!.totals).toEqual({ base: 2 * segments.length, hits: segments.length });
    expect(author!.totals.hits! + attributed!.totals.hits!).toBe(whole!.totals.hits);
  });

  it('leave out what stands in a sentence without a base', () => {
    const odd = new VoiceTables(3, { base: 0, hits: 0 });
    odd.add(segments[0]!, { base: 0, hits: 5 });
    odd.add(segments.at(-1)!, { base: 4, hits: 1 });
    expect(spokenIn(odd.whole)).toMatchObject({ sentences: 1, totals: { base: 4, hits: 1 } });
  });
});
