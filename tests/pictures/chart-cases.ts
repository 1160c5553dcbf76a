/**
 * One fixed drawing of every kind of chart, from plain objects: sources with letters and colours, values with
 * and without intervals, zeros, gaps and ties. The numbers are invented.
 */
import type { ChartConfiguration } from 'chart.js';
import type { Palette } from '$lib/charts/chart-piece';
import { divergenceRanking } from '$lib/charts/divergence-ranking';
import { jsdChance } from '$lib/charts/jsd-chance';
import { keynessVoices } from '$lib/charts/keyness-voices';
import { keynessWords } from '$lib/charts/keyness-words';
import { metricDots } from '$lib/charts/metric-dots';
import { overlapCoverage } from '$lib/charts/overlap-coverage';
import { overlapCurve } from '$lib/charts/overlap-curve';
import { overlapMatrix } from '$lib/charts/overlap-matrix';
import { overlapPairs } from '$lib/charts/overlap-pairs';
import { upset } from '$lib/charts/upset';
import { validityDots } from '$lib/charts/validity';
import type { SeparationRow } from '$lib/view/divergence';
import type { DocumentSlice, MetricInfo, MetricSlice, OverviewSlice } from '$lib/view/slices';
import { describeSources } from '$lib/view/sources';
import { peopleCases } from './people-cases';

/** What a case gives to be drawn. */
export interface Drawable {
  readonly config: ChartConfiguration;
  readonly rows: number;
}

export interface ChartCase {
  /** The file of `src/lib/charts` that draws it, and what is special about this drawing. */
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly draw: (palette: Palette) => Drawable;
}

const IDS = ['a', 'b', 'c', 'd'];
const sources = describeSources(
  ['The bridge', 'The cost', 'A note', 'Minutes'].map((title, index) => ({
    id: IDS[index]!,
    title,
    text: title
  }))
);

const info: MetricInfo = {
  id: 'hedging',
  label: 'Hedging',
  unit: 'per 1,000 words',
  version: 1,
  series: ['value'],
  question: 'How often does it hedge?',
  method: 'Counts.',
  limits: 'None.',
  source: 'Own list.',
  minimumWords: 10
};

type Interval = [number, number];

function measured(value: number, interval: Interval, own: number | null, others: number | null): MetricSlice {
  const voice = (part: number | null, base: number) => ({
    value: part,
    interval: part === null ? null : ([part * 0.6, part * 1.5 + 1] as Interval),
    base
  });
  return {
    status: value === 0 ? 'none-found' : 'ok',
    value,
    interval,
    base: 500,
    unit: info.unit,
    author: voice(own, 300),
    attributed: voice(others, 200),
    hits: { author: own === 0 ? 0 : 3, attributed: others === 0 ? 0 : 2 }
  };
}

function document(id: string, metric: MetricSlice): DocumentSlice {
  return {
    id,
    textSha256: '0'.repeat(64),
    words: 500,
    sentences: 25,
    notices: [],
    excluded: { spans: 0, characters: 0 },
    statements: { author: 10, attributed: 5 },
    claims: { all: 12, author: 8, attributed: 5 },
    metrics: { [info.id]: metric }
  };
}

const overview: OverviewSlice = {
  engine: { version: '0.0.0', knowledge: 'sha256:0', seed: 1 },
  sources,
  documents: [
    document('a', measured(12, [6, 19], 9, 18)),
    document('b', measured(0, [0, 7], 0, 4)),
    document('c', { status: 'too-short', reason: 'The text has 40 words; this needs 150.' }),
    document('d', measured(24, [17, 33], 26, null))
  ],
  claims: [],
  shared: 0,
  overlap: [
    { a: 'a', b: 'b', jaccard: 0.3, interval: [0.1, 0.5], aInB: 0.4, bInA: 0.5, shared: 6 },
    { a: 'a', b: 'c', jaccard: 0, interval: [0, 0.2], aInB: 0, bInA: 0, shared: 0 },
    { a: 'b', b: 'c', jaccard: 0.12, interval: null, aInB: 0.2, bInA: 0.3, shared: 2 },
    { a: 'c', b: 'd', jaccard: 0.05, interval: [0, 0.1], aInB: 0.1, bInA: 0.08, shared: 1 }
  ],
  divergence: [],
  separation: [],
  wordDivergence: (
    [
      ['a', 0.48, [0.4, 0.44, 0.47], true],
      ['b', 0.43, [0.39, 0.43, 0.47], false],
      ['c', 0.55, [0.36, 0.39, 0.42], true]
    ] as const
  ).map(([a, jsd, [low, median, high], beyondChance]) => ({
    a,
    b: null,
    jsd,
    effect: jsd - median,
    interval: [jsd - median - 0.02, jsd - median + 0.02],
    chance: { median, band: [low, high], permutations: 199 },
    p: beyondChance ? 0.005 : 0.4,
    q: beyondChance ? 0.01 : 0.4,
    beyondChance,
    words: [200, 900],
    contributions: []
  })),
  keyness: [],
  actors: [],
  speakers: [],
  contested: []
};

const row = (label: string, effect: number, interval: Interval, separates: boolean): SeparationRow => ({
  id: label,
  kind: 'metric',
  label,
  effect,
  interval,
  p: separates ? 0.001 : 0.3,
  separates,
  ranks: [1, 2],
  place: '1 to 2',
  documents: 4,
  target: { kind: 'metric', metric: label, document: null, voice: null }
});

const word = (term: string, of: string, logOdds: number, interval: Interval, significant: boolean) => ({
  term,
  shown: term,
  document: of,
  logOdds,
  count: 5,
  elsewhere: 1,
  significant,
  interval,
  voices: { author: 5 - Math.round(logOdds), attributed: Math.round(logOdds) }
});

/** Forty sources, one of which is marked; the middle of their values is fuller than the ends. */
function forty(): OverviewSlice {
  const ids = Array.from({ length: 40 }, (_, index) => `m${index}`);
  return {
    ...overview,
    sources: describeSources(ids.map((id) => ({ id, title: id, text: id }))),
    documents: ids.map((id, index) => {
      const value = 10 + ((index - 20) * Math.abs(index - 20)) / 40;
      return document(id, measured(value, [value - 3, value + 4], null, null));
    })
  };
}

/** Every chart, drawn as a page draws it. */
export const CHART_CASES: readonly ChartCase[] = [
  ...peopleCases(sources),
  {
    name: 'metric-dots',
    width: 360,
    height: 170,
    draw: (palette) => metricDots(overview, info, 'all', palette)
  },
  {
    name: 'metric-dots-many',
    width: 360,
    height: 486,
    draw: (palette) => metricDots(forty(), info, 'all', palette, { from: null, also: 'm21' })
  },
  {
    name: 'metric-dots-voices',
    width: 360,
    height: 214,
    draw: (palette) => metricDots(overview, info, 'both', palette)
  },
  {
    name: 'divergence-ranking',
    width: 400,
    height: 150,
    draw: (palette) =>
      divergenceRanking(
        [
          row('Readability', 0.31, [0.2, 0.42], true),
          row('Hedging', 0.18, [0.06, 0.3], true),
          row('Sentiment', 0.02, [0, 0.09], false)
        ],
        palette
      )
  },
  { name: 'jsd-chance', width: 360, height: 150, draw: (palette) => jsdChance(overview, palette) },
  {
    name: 'keyness-words',
    width: 400,
    height: 150,
    draw: (palette) =>
      keynessWords(
        [
          word('bridge', 'a', 2.4, [1.1, 3.7], true),
          word('mayor', 'b', -1.2, [-2.2, -0.2], true),
          word('delay', 'd', 1.1, [-0.1, 2.3], false)
        ],
        sources,
        palette
      )
  },
  {
    name: 'keyness-voices',
    width: 400,
    height: 150,
    draw: (palette) =>
      keynessVoices(
        [word('bridge', 'a', 2.4, [1.1, 3.7], true), word('mayor', 'b', 0.2, [0.1, 0.9], true)],
        sources,
        'both',
        palette
      )
  },
  {
    name: 'overlap-matrix',
    width: 340,
    height: 224,
    draw: (palette) => overlapMatrix({ ...overview, claims: 30 }, palette)
  },
  {
    name: 'overlap-pairs',
    width: 360,
    height: 190,
    draw: (palette) => overlapPairs({ ...overview, claims: 30 }, palette)
  },
  {
    name: 'overlap-coverage',
    width: 360,
    height: 288,
    draw: (palette) => {
      const { sources, overlap } = overview;
      return overlapCoverage({ sources, overlap }, new Map(IDS.map((id, index) => [id, 8 + index])), palette);
    }
  },
  {
    name: 'overlap-curve',
    width: 360,
    height: 216,
    draw: (palette) =>
      overlapCurve(
        {
          threshold: 0.55,
          claims: 60,
          points: [0.45, 0.5, 0.55, 0.6, 0.65].map((threshold, index) => ({
            threshold,
            shared: 40 - index * 8,
            jaccard: [0.1, 0.2]
          }))
        },
        palette
      )
  },
  {
    name: 'upset',
    width: 400,
    height: 170,
    draw: (palette) =>
      upset(
        [
          { documents: ['a', 'b'], claims: 9 },
          { documents: ['b', 'c', 'd'], claims: 4 },
          { documents: ['a', 'd'], claims: 1 },
          { documents: ['c'], claims: 30 }
        ],
        sources,
        44,
        palette
      )
  },
  {
    name: 'validity',
    width: 420,
    height: 130,
    draw: (palette) => {
      const { config, rows } = validityDots(
        [
          {
            task: 't',
            validates: ['hedging'],
            data: 'Invented data',
            measure: 'F1',
            gold: 'people',
            score: 0.71,
            seen: null,
            crossValidated: false,
            interval: [0.65, 0.77],
            n: 100,
            of: 'sentences',
            floor: [{ label: 'most frequent', value: 0.4, sameScale: true }],
            published: [{ label: 'published', value: 0.83, sameScale: true }],
            goal: 0.75,
            note: null
          },
          {
            task: 'u',
            validates: ['sentiment'],
            data: 'Invented data',
            measure: 'Spearman',
            gold: 'people',
            score: 0.52,
            seen: 0.6,
            crossValidated: false,
            interval: null,
            n: 80,
            of: 'sentences',
            floor: [],
            published: [],
            goal: null,
            note: null
          }
        ],
        palette
      );
      return { config, rows };
    }
  }
];
