import { describe, expect, it } from 'vitest';
import type { Tone } from '$lib/analysis/audit-schema';
import { toneArc } from '$lib/analysis/compare/tone-arc';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

const bad = 'The terrible attack was a cruel disaster and left many people dead and afraid. ';
const fair = 'The council met on Monday and looked at the plan for the road to the north. ';
const good = 'The wonderful garden and the excellent work were a great success for the town. ';
const arc = (text: string): Tone => toneArc(readText(text, knowledge), knowledge);
const windowsOf = (tone: Tone) => (tone.status === 'ok' ? tone.windows : []);

describe('toneArc', () => {
  it('shows a text that begins ill and ends well as a rise beyond chance', () => {
    const tone = arc(bad.repeat(12) + fair.repeat(3) + good.repeat(12));
    const windows = windowsOf(tone);
    expect(windows.length).toBeGreaterThanOrEqual(3);
    expect(windows[0]!.value).toBeLessThan(0);
    expect(windows.at(-1)!.value).toBeGreaterThan(0);
    expect(tone.status === 'ok' && tone.p).toBeLessThan(0.001);
  });

  it('does not see a move where the same mixture goes on throughout', () => {
    const tone = arc((bad + fair + good).repeat(12));
    expect(tone.status === 'ok' && tone.p).toBeGreaterThan(0.2);
  });

  it('tiles the text with whole sentences, every word in one window', () => {
    const text = (bad + fair + good).repeat(12);
    const windows = windowsOf(arc(text));
    const { document } = readText(text, knowledge);
    expect(windows.reduce((sum, { base }) => sum + base, 0)).toBe(document.words);
    expect(windows.reduce((sum, { sentences }) => sum + sentences, 0)).toBe(document.sentences.length);
    for (let i = 1; i < windows.length; i++) {
      expect(windows[i]!.start).toBeGreaterThanOrEqual(windows[i - 1]!.end);
    }
  });

  it('keeps every value inside its interval and the interval on the scale', () => {
    for (const { value, interval, author } of windowsOf(arc((bad + good).repeat(14)))) {
      expect(interval[0]).toBeLessThanOrEqual(value);
      expect(interval[1]).toBeGreaterThanOrEqual(value);
      expect(interval[0]).toBeGreaterThanOrEqual(-1);
      expect(interval[1]).toBeLessThanOrEqual(1);
      expect(author.value).toBeCloseTo(value, 9);
    }
  });

  it('splits the voices, and says nothing of a voice that is not there', () => {
    const quote = 'Anna Berg said that the terrible attack was a cruel disaster for many people. ';
    const windows = windowsOf(arc(good.repeat(10) + (good + quote).repeat(8)));
    expect(windows[0]!.attributed).toEqual({ value: null, interval: null, base: 0 });
    const last = windows.at(-1)!;
    expect(last.author.value).toBeGreaterThan(0);
    expect(last.attributed.value).toBeLessThan(0);
    expect(last.author.base + last.attributed.base).toBe(last.base);
  });

  it('says how many words it takes when there are too few', () => {
    expect(arc(fair.repeat(3))).toEqual({
      status: 'too-short',
      reason: 'The text has 48 words; to see tone move takes at least 200.'
    });
  });

  it('gives a long text wider windows, not more than ten', () => {
    expect(windowsOf(arc((bad + fair + good).repeat(120)))).toHaveLength(10);
  });
});
