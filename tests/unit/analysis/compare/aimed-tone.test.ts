import { describe, expect, it } from 'vitest';
import { AimedTone } from '$lib/analysis/compare/aimed-tone';

function toneOf(...mentions: readonly (readonly [sentence: number, score: number])[]) {
  const tone = new AimedTone();
  for (const [sentence, score] of mentions) tone.add(sentence, score);
  return { mean: tone.mean, interval: tone.interval() };
}

describe('the tone aimed at an actor', () => {
  it('says nothing below three mentions', () => {
    expect(toneOf([0, 0.5], [1, 0.5])).toEqual({ mean: null, interval: null });
  });

  it('has the interval of a mean over sentences', () => {
    // Mean .4, standard deviation .2, n = 3: half-width t(2) .2/√3 = 4.3027 · .11547.
    const { mean, interval } = toneOf([0, 0.2], [1, 0.4], [4, 0.6]);
    expect(mean).toBeCloseTo(0.4, 12);
    expect(interval![0]).toBeCloseTo(0.4 - 0.49683, 4);
    expect(interval![1]).toBeCloseTo(0.4 + 0.49683, 4);
  });

  it('is not surer for naming the actor twice in every sentence', () => {
    const once = toneOf([0, 0.2], [1, 0.4], [2, 0.6]).interval!;
    const twice = toneOf([0, 0.2], [0, 0.2], [1, 0.4], [1, 0.4], [2, 0.6], [2, 0.6]).interval!;
    expect(twice[0]).toBeCloseTo(once[0], 12);
    expect(twice[1]).toBeCloseTo(once[1], 12);
  });

  it('cannot say how sure it is from a single sentence', () => {
    expect(toneOf([7, 0.1], [7, 0.3], [7, 0.2]).interval).toBeNull();
  });

  it('stays on the scale', () => {
    const { interval } = toneOf([0, -1], [1, 1], [2, -1], [3, -1]);
    expect(interval![0]).toBe(-1);
    expect(interval![1]).toBeLessThanOrEqual(1);
  });
});
