import { describe, expect, it } from 'vitest';
import { overviewSlice, type OverviewSlice } from '$lib/view/slices';
import { tooLittle } from '$lib/view/too-little';
import { fixture, texts } from './fixture-audit';

const overview = overviewSlice(fixture, texts);
const short = { status: 'too-short', reason: 'One word.' } as const;

describe('texts that hold too little to compare', () => {
  it('are those in which nothing was measured, not those that lack one measure', () => {
    const [first, second, ...others] = overview.documents;
    const documents: OverviewSlice['documents'] = [
      { ...first!, metrics: { hedging: short, sentiment: short } },
      { ...second!, metrics: { ...second!.metrics, hedging: short } },
      ...others.map((document) => ({ ...document, metrics: overview.documents[0]!.metrics }))
    ];
    expect(tooLittle({ documents })).toEqual([first!.id]);
  });
});
