import { describe, expect, it } from 'vitest';
import type { Tone } from '$lib/analysis/audit-schema';
import { LIGHT_PALETTE } from '$lib/charts/chart-piece';
import { toneArc } from '$lib/charts/tone-arc';
import { describeSources } from '$lib/view/sources';
import { toneMarks, toneScale, toneSentence, toneSummary } from '$lib/view/tone';

const source = describeSources([{ id: 'a', text: 'A text.', title: 'A text' }])[0]!;

function windowOf(index: number, value: number, attributed: number | null) {
  return {
    start: index * 600,
    end: index * 600 + 590,
    sentences: 5,
    value,
    interval: [value - 0.1, value + 0.1] as [number, number],
    base: 100,
    author: { value, interval: [value - 0.2, value + 0.2] as [number, number], base: 80 },
    attributed: {
      value: attributed,
      interval: attributed === null ? null : ([-0.9, 0.4] as [number, number]),
      base: attributed === null ? 0 : 20
    }
  };
}

const tone = (p: number): Tone => ({
  status: 'ok',
  unit: '-1 to 1',
  p,
  windows: [windowOf(0, -0.3, null), windowOf(1, 0.05, -0.2), windowOf(2, 0.4, null)]
});
const options = { choice: 'all', scale: [-0.5, 0.5], texts: 1 } as const;

describe('toneArc', () => {
  it('has a mark for every stretch, leading to its words', () => {
    const { marks, table } = toneArc(tone(0.001), source, options, LIGHT_PALETTE);
    expect(marks[1]!.summary).toBe(
      'A, part 2 of 3: too close to neutral to tell, +0.05, 95% interval −0.05 to 0.15, n = 100 words'
    );
    expect(marks[2]!.summary).toContain('part 3 of 3: positive, +0.40');
    expect(marks[1]!.target).toEqual({ kind: 'tone', document: 'a', start: 600, end: 1190, voice: null });
    expect(table.rows[2]!.cells).toEqual(['67% to 100%', '+0.40', '0.30 to 0.50', '100 words']);
  });

  it('is hollow where the text does not move beyond chance', () => {
    const background = (p: number) =>
      toneArc(tone(p), source, options, LIGHT_PALETTE).config.data.datasets[0]!.backgroundColor;
    expect(background(0.3)).toBe(LIGHT_PALETTE.paper);
    expect(background(0.001)).toBe(LIGHT_PALETTE.sources[0]);
  });

  it('leaves a stretch in which a voice is silent without a mark', () => {
    expect(toneMarks(tone(0.001), 'attributed').map(({ part }) => part)).toEqual([1]);
    const { marks, table } = toneArc(tone(0.001), source, { ...options, choice: 'both' }, LIGHT_PALETTE);
    expect(marks).toHaveLength(4);
    expect(table.columns.map(({ label }) => label)).toContain('Whose words');
  });

  it('draws nothing for a text that is too short', () => {
    const short: Tone = { status: 'too-short', reason: 'The text has 20 words.' };
    expect(toneArc(short, source, options, LIGHT_PALETTE).marks).toEqual([]);
    expect(toneSentence(short, 1)).toBe('The text has 20 words.');
  });
});

describe('the words about tone', () => {
  it('name the ends of a move, and no move within chance', () => {
    expect(toneSentence(tone(0.001), 5)).toBe(
      'It moves: highest in part 3 of 3 (+0.40), lowest in part 1 of 3 (−0.30).'
    );
    expect(toneSentence(tone(0.04), 5)).toBe('No move beyond what chance would give.');
    expect(toneSummary([tone(0.001), tone(0.5), undefined])).toBe(
      'The tone moves beyond chance in one of two texts.'
    );
  });

  it('share one scale that is the same up and down', () => {
    expect(toneScale([tone(0.1), undefined], 'all')).toEqual([-0.5, 0.5]);
    expect(toneScale([tone(0.1)], 'attributed')).toEqual([-0.9, 0.9]);
  });
});
