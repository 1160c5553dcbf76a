import { describe, expect, it } from 'vitest';
import { rowWindow } from '$lib/view/row-window';

describe('the rows in sight', () => {
  it('are the first ones before anything is scrolled', () => {
    const { from, to, above, below } = rowWindow(200, 0, 320, 32);
    expect([from, above]).toEqual([0, 0]);
    expect(to).toBeGreaterThanOrEqual(10);
    expect(to).toBeLessThan(40);
    expect(below).toBe((200 - to) * 32);
  });

  it('hold what the frame shows wherever it stands, and all rows together keep their height', () => {
    for (const scrolled of [0, 31, 32, 1000, 3200, 6079, 6080]) {
      const { from, to, above, below } = rowWindow(200, scrolled, 320, 32);
      expect(from * 32).toBeLessThanOrEqual(scrolled);
      expect(to * 32).toBeGreaterThanOrEqual(Math.min(200 * 32, scrolled + 320));
      expect(above + (to - from) * 32 + below).toBe(200 * 32);
    }
  });

  it('are all rows of a short list, and none of an empty one', () => {
    expect(rowWindow(5, 0, 320, 32)).toEqual({ from: 0, to: 5, above: 0, below: 0 });
    expect(rowWindow(0, 50, 320, 32)).toEqual({ from: 0, to: 0, above: 0, below: 0 });
  });

  it('stay within the list when it has become shorter than where it stood', () => {
    const { from, to } = rowWindow(30, 5000, 320, 32);
    expect(to).toBe(30);
    expect(from).toBeLessThan(30);
  });

  it('survive a frame that is not laid out yet', () => {
    const { from, to } = rowWindow(200, 0, 0, 0);
    expect([from, to > 0]).toEqual([0, true]);
  });
});
