import { describe, expect, it } from 'vitest';
import { ribbonPath, ribbonPieces } from '$lib/view/compare-ribbons';

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

describe('a ribbon between columns that are not neighbours', () => {
  const next = { ...frame, left: 340, right: 380 };
  const [left, right] = [
    { top: 60, bottom: 90 },
    { top: 300, bottom: 380 }
  ];

  it('joins the two stretches, and is thin and straight on its way behind the one between', () => {
    const [first, last, ...rest] = ribbonPieces(left, right, [frame, next]);
    expect(rest).toEqual([]);
    expect([first!.passing, last!.passing]).toEqual([true, true]);
    expect(ends(first!.path).left).toEqual([60, 90]);
    expect(ends(last!.path).right).toEqual([300, 380]);
    const behind = [ends(first!.path).right, ends(last!.path).left].map(([top, bottom]) => {
      expect(Number(bottom) - Number(top)).toBeCloseTo(3, 0);
      return (Number(top) + Number(bottom)) / 2;
    });
    // From the middle of the one to the middle of the other, 280 pixels on: 1/7 and 6/7 of the way.
    expect(behind[0]).toBeCloseTo(75 + (340 - 75) / 7, 0);
    expect(behind[1]).toBeCloseTo(75 + ((340 - 75) * 6) / 7, 0);
  });

  it('is that between neighbours where nothing stands between, and none where neither end is in view', () => {
    expect(ribbonPieces(left, right, [frame])).toEqual([
      { path: ribbonPath(left, right, frame), passing: false }
    ]);
    expect(ribbonPieces({ top: -90, bottom: -60 }, { top: 800, bottom: 900 }, [frame, next])).toEqual([]);
    expect(ribbonPieces(left, right, [])).toEqual([]);
  });
});
