import { describe, expect, it } from 'vitest';
import { ribbonPath } from '$lib/view/compare-ribbons';

const frame = { left: 100, right: 140, top: 50, bottom: 450 };

/** The heights at which a ribbon meets the left and the right column. */
function ends(path: string | null) {
  const numbers = path?.match(/-?\d+(\.\d+)?/gu)?.map(Number) ?? [];
  return { left: [numbers[1], numbers.at(-1)], right: [numbers[7], numbers[8]] };
}

describe('a ribbon', () => {
  it('joins the two stretches exactly', () => {
    const path = ribbonPath({ top: 60, bottom: 90 }, { top: 200, bottom: 260 }, frame);
    expect(ends(path)).toEqual({ left: [60, 90], right: [200, 260] });
  });

  it('lies on the edge over which one end has gone, never outside the columns', () => {
    const path = ribbonPath({ top: -300, bottom: -200 }, { top: 440, bottom: 600 }, frame);
    expect(ends(path)).toEqual({ left: [50, 53], right: [440, 450] });
  });

  it('is not drawn when neither end is in view', () => {
    expect(ribbonPath({ top: -20, bottom: 10 }, { top: 500, bottom: 600 }, frame)).toBeNull();
  });
});
