import { describe, expect, it } from 'vitest';
import { tickWords } from '$lib/charts/axis-words';
import { metricDots } from '$lib/charts/metric-dots';
import { trueMinus, withUnit } from '$lib/view/format';
import { drawStill, STILL_PALETTE } from '$lib/charts/stills/still';
import { overviewSlice } from '$lib/view/slices';
import { fixture, metrics, texts } from '../view/fixture-audit';

const small = overviewSlice(fixture, texts);

/** Thirty sources of which the last eight have none of what is counted. */
function thirty(none: readonly [number, number]) {
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
            : { status: 'none-found' as const, value: 0, interval: [...none] as [number, number] })
        }
      }
    }))
  };
}

describe('the words “none found” in a chart of a large collection', () => {
  const info = metrics.find(({ id }) => id === 'loaded-language')!;

  function places(interval: readonly [number, number]) {
    const { shapes } = drawStill(metricDots(thirty(interval), info, 'all', STILL_PALETTE), 360, 'plain');
    const of = (told: (text: string) => boolean) =>
      shapes.flatMap(({ text, attributes }) =>
        text !== null && told(text) ? [{ x: Number(attributes['x']), y: Number(attributes['y']) }] : []
      );
    const notes = of((text) => text === 'none found');
    const letters = of((text) => /^d2[4-9]$/u.test(text));
    expect(notes).toHaveLength(6);
    expect(letters).toHaveLength(6);
    return notes.map((note, row) => ({ note, up: letters[row]!.y - note.y }));
  }

  it('follow the bar of the interval on its own row, so that no line runs through them', () => {
    for (const { up } of places([0, 3])) expect(Math.abs(up)).toBeLessThan(2);
    expect(places([0, 9])[0]!.note.x).toBeGreaterThan(places([0, 3])[0]!.note.x);
  });

  it('stand above the bar at the end of the plot where there is no room behind it', () => {
    for (const { up } of places([0, 36])) expect(up).toBeGreaterThan(6);
  });
});

describe('the axis of a metric that may be negative', () => {
  it('has true minus signs, in its unit too, and as many decimals as its neighbours', () => {
    expect(tickWords(-0.5, [{ value: -0.5 }, { value: 0 }, { value: 0.25 }])).toBe('−0.50');
    expect(tickWords(0, [{ value: 0 }, { value: 0.5 }])).toBe('0');
    expect(trueMinus('-1 to 1')).toBe('−1 to 1');
    expect(trueMinus('per twenty-one words')).toBe('per twenty-one words');
    expect(withUnit('0.12', '-1 to 1')).toBe('0.12 on a scale of −1 to 1');
    expect(withUnit('22.0', '% of sentences')).toBe('22.0% of sentences');
    expect(withUnit('12', 'per 1,000 words')).toBe('12 per 1,000 words');
  });
});
