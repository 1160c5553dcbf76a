import { describe, expect, it } from 'vitest';
import { LIGHT_PALETTE, type ChartPiece } from '$lib/charts/chart-piece';
import { chanceWords, divergenceRanking } from '$lib/charts/divergence-ranking';
import { jsdChance } from '$lib/charts/jsd-chance';
import { keynessVoices } from '$lib/charts/keyness-voices';
import { keynessWords } from '$lib/charts/keyness-words';
import type { SeparationRow } from '$lib/view/divergence';
import { overviewSlice } from '$lib/view/slices';
import { fixture, texts } from '../view/fixture-audit';

interface Drawn {
  readonly data: readonly { x: number; y: number; xMin: number; xMax: number }[];
  readonly backgroundColor: readonly string[];
  readonly errorBarColor: readonly string[];
}
const drawn = (piece: ChartPiece) => piece.config.data.datasets[0] as unknown as Drawn;
const scale = (piece: ChartPiece) =>
  piece.config.options?.scales?.x as { suggestedMin?: number; suggestedMax?: number };

describe('the ranking of what separates the sources', () => {
  const row = (id: string, rest: Partial<SeparationRow>): SeparationRow => ({
    id,
    kind: 'metric',
    label: id,
    effect: 0.2,
    interval: [0.1, 0.3],
    p: 0.0001,
    separates: true,
    ranks: [1, 2],
    place: '1 to 2',
    documents: 5,
    target: { kind: 'metric', metric: id, document: null, voice: null },
    ...rest
  });
  const piece = divergenceRanking(
    [row('hedging', {}), row('sentiment', { effect: 0, interval: [0, 0.05], separates: false, p: 0.41 })],
    LIGHT_PALETTE
  );

  it('draws intervals, and hollow what chance alone may give', () => {
    expect(drawn(piece).data.map(({ x, xMin, xMax }) => [x, xMin, xMax])).toEqual([
      [0.2, 0.1, 0.3],
      [0, 0, 0.05]
    ]);
    expect(drawn(piece).backgroundColor).toEqual([LIGHT_PALETTE.ink, LIGHT_PALETTE.paper]);
    expect(scale(piece)).toMatchObject({ suggestedMin: 0, suggestedMax: 0.3 });
  });

  it('keeps the zero at the left where everything is zero', () => {
    const nothing = divergenceRanking([row('hedging', { effect: 0, interval: [0, 0] })], LIGHT_PALETTE);
    expect(scale(nothing)).toMatchObject({ suggestedMin: 0 });
    expect(scale(nothing).suggestedMax).toBeGreaterThan(0);
  });

  it('speaks of ties and of chance', () => {
    expect(piece.marks[0]!.summary).toContain('place 1 to 2, n = 5 sources');
    expect(piece.marks[1]!.summary).toContain('may be chance');
    expect(piece.table.rows.map(({ name, cells }) => [name, cells[3], cells[4]])).toEqual([
      ['hedging', 'under .001', 'yes'],
      ['sentiment', '.410', 'no']
    ]);
  });

  it('writes no p as zero', () => {
    expect([chanceWords(0), chanceWords(0.0123), chanceWords(1)]).toEqual(['under .001', '.012', '1.000']);
  });
});

describe('vocabularies beside chance', () => {
  const rowOf = (a: string, b: string | null, jsd: number, beyondChance: boolean) => ({
    a,
    b,
    jsd,
    words: [10, 20] as [number, number],
    chance: { median: 0.4, band: [0.3, 0.5] as [number, number], permutations: 199 },
    p: 0.04,
    beyondChance,
    effect: jsd - 0.4,
    interval: [0, 0.3] as [number, number],
    contributions: []
  });
  const overview = overviewSlice(
    {
      ...fixture,
      comparison: {
        ...fixture.comparison,
        wordDivergence: [
          rowOf('gazette', null, 0.42, false),
          rowOf('bulletin', null, 0.6, true),
          rowOf('bulletin', 'gazette', 0.7, true)
        ]
      }
    },
    texts
  );
  const piece = jsdChance(overview, LIGHT_PALETTE);

  it('draws each source against the rest in its own order, hollow within chance, with no interval of its own', () => {
    expect(drawn(piece).data.map(({ x }) => x)).toEqual([0.6, 0.42]);
    expect(drawn(piece).backgroundColor).toEqual([LIGHT_PALETTE.sources[0], LIGHT_PALETTE.paper]);
    expect(drawn(piece).errorBarColor).toEqual(['transparent', 'transparent']);
  });

  it('makes room for the bands', () => {
    expect(scale(piece)).toMatchObject({ suggestedMin: 0.3, suggestedMax: 0.6 });
  });

  it('holds the pairs in its table', () => {
    expect(piece.table.rows.map(({ sources, cells }) => [sources, cells[0], cells[4]])).toEqual([
      [['gazette'], 'all others', 'no'],
      [['bulletin'], 'all others', 'yes'],
      [['bulletin', 'gazette'], 'each other', 'yes']
    ]);
  });
});

describe('distinctive words', () => {
  const overview = overviewSlice(fixture, texts);
  const piece = keynessWords(overview.keyness, overview.sources, LIGHT_PALETTE);

  it('draw the effect with its interval and lead to the places of the word', () => {
    expect(drawn(piece).data.map(({ x, xMin, xMax }) => [x, xMin, xMax])).toEqual([[2.1, 0.9, 3.3]]);
    expect(piece.marks[0]).toMatchObject({
      summary: 'A, “contractor”: 1 here, 0 in the others, log-odds +2.10, 95% interval 0.90 to 3.30',
      target: { kind: 'term', term: 'contractor', document: 'bulletin' }
    });
  });

  it('say counts, rates, effect and significance side by side', () => {
    const [word] = overview.keyness;
    const full = keynessWords(
      [{ ...word!, base: 100, elsewhereBase: 400, q: 0.0123 }],
      overview.sources,
      LIGHT_PALETTE
    );
    expect(full.table.rows[0]!.cells).toEqual([
      'contractor',
      '1',
      '0',
      '10 against 0',
      '+2.10',
      '0.90 to 3.30',
      '.012'
    ]);
  });

  it('say where whose words they are was counted: one mark for a voice, hollow for none, two for both', () => {
    const [word] = overview.keyness;
    const words = [{ ...word!, count: 5, voices: { author: 5, attributed: 0 } }];
    const both = keynessVoices(words, overview.sources, 'both', LIGHT_PALETTE);
    expect(drawn(both).data.map(({ x, y }) => [x, y])).toEqual([
      [5, -0.2],
      [0, 0.2]
    ]);
    const { paper } = LIGHT_PALETTE;
    expect(drawn(both).backgroundColor.map((colour) => colour === paper)).toEqual([false, true]);
    expect(both.marks[1]).toMatchObject({
      summary: 'A, “contractor”: 0 attributed; 5 here, 0 elsewhere',
      target: { kind: 'term', term: 'contractor', document: 'bulletin' }
    });
    expect(both.rows).toBe(1);
    expect(both.table.rows[0]!.cells.slice(0, 4)).toEqual(['contractor', '5', '5', '0']);
    const own = keynessVoices(words, overview.sources, 'author', LIGHT_PALETTE);
    expect(drawn(own).data.map(({ x, y }) => [x, y])).toEqual([[5, 0]]);
    // A result of an older version knows no voices: nothing is drawn rather than guessed.
    expect(keynessVoices([word!], overview.sources, 'both', LIGHT_PALETTE).rows).toBe(0);
  });
});
