import { describe, expect, it } from 'vitest';
import type { Separation, WordDivergence } from '$lib/analysis/audit-schema';
import { divergenceSentences, separationRows, type DivergenceSentence } from '$lib/view/divergence';
import { evidenceInMemory } from '$lib/view/evidence-in-memory';
import { evidenceSheet } from '$lib/view/evidence-sheet';
import { overviewSlice } from '$lib/view/slices';
import { fixture, metrics, texts } from './fixture-audit';

const row = (id: string, rest: Partial<Separation> = {}): Separation => ({
  id,
  kind: id === 'words' ? 'words' : 'metric',
  effect: 0.24,
  interval: [0.15, 0.33],
  p: 0.001,
  separates: true,
  ranks: [1, 1],
  documents: 2,
  ...rest
});

const apart = (a: string, rest: Partial<WordDivergence> = {}): WordDivergence => ({
  a,
  b: null,
  jsd: 0.5,
  words: [20, 60],
  chance: { median: 0.4, band: [0.35, 0.45], permutations: 199 },
  p: 0.005,
  beyondChance: true,
  effect: 0.2,
  interval: [0.15, 0.25],
  contributions: [{ term: 'bridge', share: 0.1, a: 2, b: 1, more: 'a' }],
  ...rest
});

function slice(separation: Separation[], wordDivergence: WordDivergence[]) {
  return overviewSlice(
    { ...fixture, comparison: { ...fixture.comparison, separation, wordDivergence } },
    texts
  );
}

function sentences(separation: Separation[], wordDivergence: WordDivergence[] = []) {
  return divergenceSentences(slice(separation, wordDivergence), metrics);
}

const words = ({ parts }: DivergenceSentence) =>
  parts.map((part) => (typeof part === 'string' ? part : `[${part.source}]`)).join('');

describe('what separates the sources, in sentences', () => {
  it('names the measure, who stands where, and the interval', () => {
    const [most] = sentences([row('loaded-language'), row('hedging', { separates: false, ranks: [2, 2] })]);
    expect(words(most!)).toBe(
      'What separates them most is charged words. [gazette] stands highest; [bulletin] lowest.'
    );
    expect(most!.detail).toContain('24% of the variation between sentences');
    expect(most!.detail).toContain('95% interval 15% to 33%, n\u00a0=\u00a0two sources');
  });

  it('calls a tie for the first place a tie', () => {
    const [most] = sentences([row('loaded-language', { ranks: [1, 2] }), row('hedging', { ranks: [1, 2] })]);
    expect(words(most!)).toContain(
      'No single measure separates them most: charged words and hedges are ties'
    );
  });

  it('says so when nothing goes beyond chance', () => {
    const found = sentences([row('hedging', { separates: false })]);
    expect(found.map(words)).toEqual(['No measure separates these sources beyond what chance gives.']);
  });

  it('counts what separates them and names what does not', () => {
    const ties = sentences([row('loaded-language'), row('hedging', { separates: false, ranks: [2, 2] })])[1]!;
    expect(words(ties)).toBe(
      'Of two measures, one separates them beyond chance: charged words. In hedges they are ties.'
    );
    expect(ties.target).toBeNull();
  });

  it('counts the choice of words beside the measures, not among them', () => {
    const [, ties] = sentences([row('loaded-language'), row('words', { kind: 'words' })]);
    expect(words(ties!)).toContain('Of one measure and the choice of words, two separate them');
    const [none] = sentences([
      row('hedging', { separates: false }),
      row('words', { kind: 'words', separates: false })
    ]);
    expect(none!.detail).toContain('One measure and the choice of words were compared');
  });

  it('gives vocabularies with chance beside them, ties as ties, and who stays within chance', () => {
    const [, , found] = sentences(
      [row('words')],
      [
        apart('gazette', { effect: 0.21, interval: [0.14, 0.26] }),
        apart('bulletin'),
        apart('note', { beyondChance: false, effect: 0.01, interval: [0, 0.16] })
      ]
    );
    expect(words(found!)).toBe(
      'Chance taken off, the choice of words in [bulletin] and [gazette] is furthest from all the others’; these are ties. [note] stays within what chance gives.'
    );
    expect(found!.detail).toContain('0.50 bits; 199 shuffles of the sentences give 0.35 to 0.45 (95%)');
  });

  it('is silent for a single document and leaves out measures the page does not know', () => {
    const overview = slice([row('unheard-of'), row('hedging', { ranks: [2, 8] })], []);
    expect(separationRows(overview, metrics).map(({ id, place }) => [id, place])).toEqual([
      ['hedging', '2 to 8']
    ]);
    expect(divergenceSentences({ ...overview, documents: overview.documents.slice(0, 1) }, metrics)).toEqual(
      []
    );
  });
});

describe('the evidence behind a vocabulary', () => {
  it('is every place of the words that weigh most, and names keep their capitals', async () => {
    const overview = slice([], [apart('bulletin'), apart('note', { contributions: [] })]);
    const start = texts.find(({ id }) => id === 'bulletin')!.text.search(/bridge/iu);
    const places = [{ start, end: start + 6, voice: 'author' as const }];
    const wordUses = [{ document: 'bulletin', term: 'bridge', places }];
    const counted = { ...fixture, comparison: { ...fixture.comparison, wordUses } };
    const context = { overview, metrics, contested: [], source: evidenceInMemory(counted, texts) };
    const sheet = await evidenceSheet({ kind: 'vocabulary', document: null }, context);
    expect(
      sheet.groups.map(({ document, passages }) => [document, passages.map(({ quote }) => quote)])
    ).toEqual([
      ['bulletin', ['bridge']],
      ['note', []]
    ]);
    expect(sheet.groups[1]!.remark).toContain('does not use');
  });
});
