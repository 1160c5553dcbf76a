import { describe, expect, test } from 'vitest';
import { shortTexts } from '$lib/view/short-texts';
import { overviewSlice, type OverviewSlice } from '$lib/view/slices';
import { fixture, texts } from './fixture-audit';

const overview = overviewSlice(fixture, texts);
const [row] = overview.separation;
const of = (counts: readonly number[], separates: boolean): OverviewSlice => ({
  ...overview,
  documents: counts.map((words, index) => ({ ...overview.documents[0]!, id: `d${index}`, words })),
  separation: [{ ...row!, separates }]
});

describe('texts too short to tell apart', () => {
  test('are said to be short, with their lengths', () => {
    expect(shortTexts(of([115, 146], false))).toBe('115 and 146 words');
    expect(shortTexts(of([115, 146, 90, 30, 200], false))).toBe('30 to 200 words');
  });

  test('are not where one is long, a measure tells them apart, or there is one text alone', () => {
    expect(shortTexts(of([115, 900], false))).toBeNull();
    expect(shortTexts(of([115, 146], true))).toBeNull();
    expect(shortTexts(of([115], false))).toBeNull();
  });
});
