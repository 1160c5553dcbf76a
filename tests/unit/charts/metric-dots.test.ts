import { describe, expect, it } from 'vitest';
import { metricDots } from '$lib/charts/metric-dots';
import { drawStill, STILL_PALETTE } from '$lib/charts/stills/still';
import { overviewSlice } from '$lib/view/slices';
import { fixture, metrics, texts } from '../view/fixture-audit';

const small = overviewSlice(fixture, texts);

/** Thirty sources of which the last eight have none of what is counted. */
function thirty() {
  const [source] = small.sources;
  const [document] = small.documents;
  const measured = document!.metrics['loaded-language'];
  if (!measured || 'reason' in measured) throw new Error('The fixture measures it.');
  const ids = Array.from({ length: 30 }, (_, index) => `d${index}`);
  return {
    ...small,
    sources: ids.map((id, index) => ({ ...source!, id, index, letter: id })),
    documents: ids.map((id, index) => ({
      ...document!,
      id,
      metrics: {
        'loaded-language': {
          ...measured,
          ...(index < 22
            ? {
                status: 'ok' as const,
                value: 30 - index,
                interval: [25 - index, 35 - index] as [number, number]
              }
            : { status: 'none-found' as const, value: 0, interval: [0, 3] as [number, number] })
        }
      }
    }))
  };
}

describe('the words “none found” in a chart of a large collection', () => {
  it('stand below their rows after the bars, whose band would lie under them, and never two between the same rows', () => {
    const info = metrics.find(({ id }) => id === 'loaded-language')!;
    const { shapes } = drawStill(metricDots(thirty(), info, 'all', STILL_PALETTE), 360, 'plain');
    const heights = (of: (text: string) => boolean) =>
      shapes.flatMap(({ text, attributes }) => (text !== null && of(text) ? [Number(attributes['y'])] : []));
    const notes = heights((text) => text === 'none found');
    const letters = heights((text) => /^d2[4-9]$/u.test(text));
    expect(notes).toHaveLength(6);
    expect(letters).toHaveLength(6);
    expect(notes.map((y, row) => y > letters[row]!)).toEqual([true, true, true, true, true, true]);
  });
});
