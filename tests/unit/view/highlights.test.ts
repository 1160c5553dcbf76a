import { describe, expect, it } from 'vitest';
import { DEFAULT_LAYERS, layersFromUrl, layersToUrl, type Finding } from '$lib/view/highlights';
import {
  findingId,
  findingOfAnchor,
  findingsByBlock,
  nextAt,
  notesOf,
  stepFrom,
  stepsOf
} from '$lib/view/highlights-notes';

const finding = (start: number, end: number, layer = 'hedging'): Finding => ({
  start,
  end,
  layer,
  rule: `${layer}/x`,
  note: 'A note.',
  voice: 'author',
  holder: null
});
const layer = (id: string) => ({ id, label: id, description: '', look: 'solid' as const, count: 1 });

describe('layers in the address', () => {
  const layers = [...DEFAULT_LAYERS, 'boosters'].map(layer);

  it('are the default when the address says nothing, and leave no trace then', () => {
    expect(layersFromUrl(new URLSearchParams(), layers)).toEqual(DEFAULT_LAYERS);
    expect(layersToUrl(new URLSearchParams('layers=boosters&a=1'), DEFAULT_LAYERS).toString()).toBe('a=1');
  });

  it('survive the way there and back, none at all included', () => {
    for (const on of [[], ['boosters'], [DEFAULT_LAYERS[0]!, 'boosters']]) {
      expect(layersFromUrl(layersToUrl(new URLSearchParams('a=1'), on), layers)).toEqual(on);
    }
  });

  it('ignore what is no layer', () => {
    expect(layersFromUrl(new URLSearchParams('layers=boosters,nonsense'), layers)).toEqual(['boosters']);
  });
});

describe('stepping', () => {
  const steps = stepsOf([finding(10, 12), finding(0, 3), finding(0, 9), finding(10, 12, 'boosters')]);

  it('goes through places in text order, the enclosing one first, each place once', () => {
    expect(steps.map(({ start, end, findings }) => [start, end, findings.length])).toEqual([
      [0, 9, 1],
      [0, 3, 1],
      [10, 12, 2]
    ]);
  });

  it('starts at either end, goes round, and works from a place between', () => {
    expect(stepFrom(steps, null, 1)).toMatchObject({ start: 0, end: 9 });
    expect(stepFrom(steps, null, -1)).toMatchObject({ start: 10 });
    expect(stepFrom(steps, { start: 10, end: 12 }, 1)).toMatchObject({ start: 0, end: 9 });
    expect(stepFrom(steps, { start: 0, end: 9 }, -1)).toMatchObject({ start: 10 });
    expect(stepFrom(steps, { start: 5, end: 6 }, 1)).toMatchObject({ start: 10 });
    expect(stepFrom(steps, { start: 5, end: 6 }, -1)).toMatchObject({ start: 0, end: 3 });
    expect(stepFrom([], null, 1)).toBeNull();
  });
});

describe('a click on marked words', () => {
  const steps = stepsOf([finding(0, 40), finding(10, 20), finding(12, 15)]);

  it('marks the shortest finding there, and with every further click the next longer one', () => {
    const first = nextAt(steps, null, 13);
    expect(first).toMatchObject({ start: 12, end: 15 });
    const second = nextAt(steps, first, 13);
    expect(second).toMatchObject({ start: 10, end: 20 });
    expect(nextAt(steps, nextAt(steps, second, 13), 13)).toMatchObject({ start: 12, end: 15 });
    expect(nextAt(steps, null, 50)).toBeNull();
  });
});

describe('margin notes', () => {
  it('say once what a paragraph holds several times', () => {
    const text = 'perhaps so, Perhaps not, maybe';
    const notes = notesOf(text, [finding(0, 7), finding(12, 19), finding(25, 30)]);
    expect(notes.map(({ quote, times }) => [quote, times])).toEqual([
      ['perhaps', 2],
      ['maybe', 1]
    ]);
  });

  it('gather all that was found at one place', () => {
    const somebody = { voice: 'attributed' as const, holder: 'Moscow' };
    const text = 'a brutal deed';
    const [note, ...others] = notesOf(text, [
      { ...finding(2, 8), ...somebody },
      { ...finding(2, 8, 'contested'), ...somebody }
    ]);
    expect(others).toEqual([]);
    expect(note).toMatchObject({ quote: 'brutal', whose: 'In the words of Moscow.' });
    expect(note?.lines.map(({ layer }) => layer)).toEqual(['hedging', 'contested']);
  });

  it('do not say twice whose words they are', () => {
    const said = { ...finding(0, 5, 'attribution'), voice: 'attributed' as const, holder: 'Moscow' };
    expect(notesOf('words', [said])[0]?.whose).toBeNull();
  });

  it('stand beside the block in which the finding begins', () => {
    const blocks = [
      { start: 0, end: 10 },
      { start: 12, end: 20 }
    ];
    const sorted = findingsByBlock(blocks, [finding(0, 3), finding(8, 15), finding(10, 11), finding(13, 14)]);
    expect(sorted.map((items) => items.map(({ start }) => start))).toEqual([[0, 8], [13]]);
  });
});

describe('the address of a finding', () => {
  it('names its layer and its place, there and back', () => {
    const place = { layer: 'loaded-language', start: 3, end: 12 };
    expect(findingId(place)).toBe('finding-loaded-language-3-12');
    for (const written of [`#${findingId(place)}`, findingId(place), 'loaded-language-3-12'])
      expect(findingOfAnchor(written)).toEqual(place);
  });

  it('is none where a place, nothing or nonsense is named', () => {
    for (const written of ['', '#', '#s-3-12', '#finding-x-9-3', '#layers', '#finding-<b>-1-2'])
      expect(findingOfAnchor(written)).toBeNull();
  });
});
