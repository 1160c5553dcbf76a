import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drawStill, STILL_PALETTE, type Still } from '$lib/charts/stills/still';
import { textWidth } from '$lib/charts/stills/text-width';
import { CHART_CASES } from '../../../pictures/chart-cases';

function stillOf(name: string): Still {
  const found = CHART_CASES.find((item) => item.name === name)!;
  return drawStill(found.draw(STILL_PALETTE), found.width, 'plain');
}

it('has rows that stand closer where there are many, so that a sheet of paper holds more than one drawing', () => {
  const { config } = CHART_CASES[0]!.draw(STILL_PALETTE);
  const high = (rows: number) => drawStill({ config, rows }, 340, 'plain').height;
  expect(high(11) - high(10)).toBe(27);
  expect(high(24)).toBeLessThan(high(11) * 1.6);
});

const textsOf = (still: Still) => still.shapes.flatMap(({ text }) => text ?? []);

it('every file that draws a chart has a case', () => {
  const written = readdirSync('src/lib/charts').filter((name) => name.endsWith('.ts'));
  const files = written.filter((name) =>
    /\): (ChartPiece|ValidityChart) \{$/mu.test(readFileSync(`src/lib/charts/${name}`, 'utf8'))
  );
  expect(files.length).toBeGreaterThan(8);
  const cases = CHART_CASES.map(({ name }) => name);
  const missing = files.map((name) => name.replace(/\.ts$/u, '')).filter((name) => !cases.includes(name));
  expect(missing).toEqual([]);
});

describe.each(CHART_CASES.map(({ name }) => name))('%s as a picture', (name) => {
  const still = stillOf(name);

  it('has its colours from the page, so that it follows light and dark', () => {
    const colours = still.shapes.flatMap(({ attributes: { fill, stroke } }) => [fill, stroke]);
    const own = colours.filter(
      (colour) => colour !== undefined && !/^(none|var\(--[a-z-]+\))$/u.test(colour)
    );
    expect(own).toEqual([]);
  });

  it('keeps its words inside the drawing, by the widths it was laid out with', () => {
    for (const { attributes, text } of still.shapes) {
      if (text === null || attributes.x === undefined) continue;
      const wide = textWidth(text, `${attributes['font-weight'] ?? ''} ${attributes['font-size']}px Arial`);
      const anchor = attributes['text-anchor'];
      const left = Number(attributes.x) - (anchor === 'middle' ? wide / 2 : anchor === 'end' ? wide : 0);
      expect(left).toBeGreaterThan(-1);
      expect(left + wide).toBeLessThan(still.width + 1);
      expect(Number(attributes.y)).toBeGreaterThan(0);
      expect(Number(attributes.y)).toBeLessThanOrEqual(still.height);
    }
  });

  it('comes out the same twice', () => {
    expect(stillOf(name)).toEqual(still);
  });
});

describe('what a picture shows', () => {
  it('has a mark in each source’s colour, hollow for a zero, and words where nothing was measured', () => {
    const still = stillOf('metric-dots');
    // A dot's path is drawn in halves; its radius is 5.5.
    const dots = still.shapes.filter(({ attributes }) => attributes.d?.includes('A5.5 5.5'));
    const filled = dots.filter(({ attributes }) => attributes.fill !== 'none');
    expect(filled.map(({ attributes }) => attributes.class ?? attributes.fill)).toEqual([
      'source-a',
      'var(--paper)',
      'source-d',
      // Once more over the bar of its interval, which would fill the ring.
      'var(--paper)'
    ]);
    expect(textsOf(still)).toEqual(expect.arrayContaining(['none found', 'too short to say', 'A', 'D']));
    expect(textsOf(still).some((text) => text.includes('per 1,000 words') && text.includes('n = '))).toBe(
      true
    );
  });

  it('draws the interval as long as the axis says it is', () => {
    const still = stillOf('metric-dots');
    const ticks = still.shapes.filter(({ text }) => text !== null && /^\d+$/u.test(text));
    const at = (value: string) => Number(ticks.find(({ text }) => text === value)!.attributes.x);
    const perUnit = (at('20') - at('0')) / 20;
    const bar = still.shapes.find(
      ({ attributes }) =>
        attributes.class === 'source-a' && /^M[\d.]+ ([\d.]+)L[\d.]+ \1$/u.test(attributes.d ?? '')
    )!;
    const [from = 0, to = 0] = [...bar.attributes.d!.matchAll(/[ML]([\d.]+)/gu)].map((match) =>
      Number(match[1])
    );
    expect(Math.abs(to - from) / perUnit).toBeCloseTo(13, 0);
  });

  it('shades cells by the page’s heat colour and writes the figures into them', () => {
    const still = stillOf('overlap-matrix');
    const heat = still.shapes.filter(({ attributes }) => attributes.fill === 'var(--heat)');
    expect(heat.map(({ attributes }) => attributes['fill-opacity'])).toEqual([
      '0.500',
      '0.030',
      '0.218',
      '0.108'
    ]);
    expect(textsOf(still)).toEqual(expect.arrayContaining(['6', '30%', '12%']));
  });
});
