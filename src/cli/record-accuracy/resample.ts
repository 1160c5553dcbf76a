/**
 * Intervals of F1 scores, of means over rows, of mean correlations and of areas under a curve, by resampling the
 * rows of the annotated data. All but the areas follow from sums over rows (how often one label was given where
 * another was right; the moments of a correlation), so that rows are counted once and only sums are made again.
 */
import { meanCorrelation, meanOverlap } from './means';
import { areaOf } from './area';
import type { Counter, Row } from './counter';

const REPLICATES = 2000;
/** A score that is not the scorer's own is not given an interval. */
const SAME_SCORE = 0.0015;

const f1 = (hits: number, wrong: number, missed: number): number =>
  hits > 0 ? (2 * hits) / (2 * hits + wrong + missed) : 0;

/** F1 of one label from a table with a row for each right label and a last column for any other answer. */
function labelF1(table: readonly number[], size: number, label: number): number {
  const width = size + 1;
  const hits = table[label * width + label] ?? 0;
  let given = 0;
  let right = 0;
  for (let i = 0; i < size; i++) given += table[i * width + label] ?? 0;
  for (let i = 0; i < width; i++) right += table[label * width + i] ?? 0;
  return f1(hits, given - hits, right - hits);
}

function labels<T>(
  all: readonly T[],
  right: (row: Row) => T,
  given: (prediction: unknown) => unknown,
  of: readonly number[] = all.map((_, index) => index)
): Counter {
  const width = all.length + 1;
  return {
    count(row, prediction) {
      const table = new Array<number>(all.length * width).fill(0);
      const answer = all.findIndex((label) => label === given(prediction));
      const label = all.indexOf(right(row));
      if (label >= 0) table[label * width + (answer < 0 ? all.length : answer)] = 1;
      return table;
    },
    score: (table) =>
      of.reduce((sum, label) => sum + labelF1(table, all.length, label), 0) / Math.max(1, of.length)
  };
}

const BOTH = [true, false] as const;
const yes = (value: unknown): boolean => Boolean(value);
const field = (value: unknown, name: string): unknown =>
  value !== null && typeof value === 'object' ? (value as Row)[name] : undefined;
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The bands in which commitment to an event is scored. */
function band(score: unknown): string {
  const value = typeof score === 'number' && Number.isFinite(score) ? score : 0;
  return value >= 1.5 ? 'asserted' : value <= -1 ? 'denied' : 'unsure';
}

const words: Counter = {
  count(row, prediction) {
    const lower = (value: unknown) => new Set(list(value).map((word) => String(word).toLowerCase()));
    const right = lower(row.words);
    const said = lower(field(prediction, 'words'));
    const hits = [...said].filter((word) => right.has(word)).length;
    return [hits, said.size - hits, right.size - hits];
  },
  score: ([hits = 0, wrong = 0, missed = 0]) => f1(hits, wrong, missed)
};

type Pair = readonly [number, number];
const pairs = (value: unknown): Pair[] => list(value) as Pair[];

function spansOf(attributions: unknown, parts: readonly string[]): Pair[] {
  return list(attributions).flatMap((item) => parts.flatMap((part) => pairs(field(item, part))));
}

const overlap = (a: Pair, b: Pair): boolean => a[0] < b[1] && b[0] < a[1];

/** Inside or outside of what people marked, for each place of a text that is looked at. */
function marked(places: (row: Row) => readonly Pair[], parts: readonly string[]): Counter {
  const { score } = labels(BOTH, () => true, yes);
  return {
    count(row, prediction) {
      const right = spansOf(row.attributions, parts);
      const said = spansOf(field(prediction, 'attributions'), parts);
      const table = [0, 0, 0, 0, 0, 0];
      for (const place of places(row)) {
        const isRight = right.some((span) => overlap(place, span));
        const isSaid = said.some((span) => overlap(place, span));
        const cell = (isRight ? 0 : 3) + (isSaid ? 0 : 1);
        table[cell] = (table[cell] ?? 0) + 1;
      }
      return table;
    },
    score
  };
}

/** The first letter of every word: a word counts as inside when its beginning is. */
function wordStarts(row: Row): Pair[] {
  return [...String(row.text).matchAll(/[\p{L}\p{N}_]+/gu)].map(({ index }) => [index, index + 1]);
}

const COUNTERS: Readonly<Record<string, Counter>> = {
  'target-sentiment macroF1': labels(
    ['negative', 'neutral', 'positive'],
    ({ label }) => String(label),
    (prediction) => prediction
  ),
  'stance-emergent macroF1': labels(
    ['against', 'for', 'observing'],
    ({ stance }) => String(stance),
    (prediction) => prediction
  ),
  'subjectivity macroF1': labels(BOTH, ({ subjective }) => yes(subjective), yes),
  'checkworthy-claimbuster f1': labels(BOTH, ({ checkworthy }) => yes(checkworthy), yes, [0]),
  'loaded-babe macroF1': labels(
    BOTH,
    ({ biased }) => yes(biased),
    (prediction) => yes(field(prediction, 'biased'))
  ),
  'loaded-babe wordF1': words,
  'factuality-uw macroF1': labels(['asserted', 'denied', 'unsure'], ({ score }) => band(score), band),
  'attribution-polnear sentenceMacroF1': marked(({ sentences }) => pairs(sentences), ['cue', 'content']),
  'attribution-polnear contentMacroF1': marked(wordStarts, ['content']),
  'similarity-news pearson': meanCorrelation([
    '2012.MSRpar',
    '2012.SMTnews',
    '2013.headlines',
    '2014.deft-news',
    '2014.headlines',
    '2014.tweet-news',
    '2015.headlines',
    '2016.headlines'
  ]),
  'article-extraction f1': meanOverlap
};

/** Areas under a curve: which rows they are over. */
const AREAS: Readonly<Record<string, (row: Row) => boolean>> = {
  'same-event-ecb auc': () => true,
  'same-event-ecb aucNear': ({ near }) => yes(near)
};

/**
 * The field of rows that are drawn together, since they share words and stand or fall as one: events of a sentence,
 * pairs of sentences of a topic. Rows of other tasks are drawn one by one.
 */
const DRAWN_BY: Readonly<Record<string, string>> = { 'factuality-uw': 'text', 'same-event-ecb': 'topic' };

/** By row, the place of its unit among those that are drawn. */
function unitsOf(task: string, rows: readonly Row[]): number[] {
  const by = DRAWN_BY[task];
  if (by === undefined) return rows.map((_, index) => index);
  const places = new Map<unknown, number>();
  return rows.map((row) => {
    if (!places.has(row[by])) places.set(row[by], places.size);
    return places.get(row[by])!;
  });
}

/** The score of a draw, given as the units that were drawn. */
type ScoreOf = (drawn: readonly number[]) => number;

function sumsScore(
  { count, score }: Counter,
  rows: readonly Row[],
  predictions: ReadonlyMap<string, unknown>,
  units: readonly number[]
): ScoreOf {
  const counts: number[][] = [];
  const add = (sums: number[], more: readonly number[]): void =>
    more.forEach((n, k) => (sums[k] = (sums[k] ?? 0) + n));
  rows.forEach((row, index) =>
    add((counts[units[index]!] ??= []), count(row, predictions.get(String(row.id)) ?? null))
  );
  return (drawn) => {
    const sums = new Array<number>(counts[0]!.length).fill(0);
    for (const unit of drawn) add(sums, counts[unit]!);
    return score(sums);
  };
}

function areaScore(
  isCounted: (row: Row) => boolean,
  rows: readonly Row[],
  predictions: ReadonlyMap<string, unknown>,
  units: readonly number[]
): ScoreOf {
  const area = areaOf(rows, predictions, isCounted);
  return (drawn) => {
    const times = new Uint32Array(rows.length);
    for (const unit of drawn) times[unit]!++;
    return area((row) => times[units[row]!]!);
  };
}

/** Mulberry32: small, seeded, the same on every machine. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * 95 % percentile interval of a score over resampled rows (2,000 times, seeded).
 *
 * @param measure the scorer's name of the measure
 * @param predictions by the id of a row
 * @param score what the scorer found, to be met before an interval is given
 * @returns null for measures that rows cannot be drawn anew for, and where the scorer's score is not met
 */
export function resampledInterval(
  task: string,
  measure: string,
  rows: readonly Row[],
  predictions: ReadonlyMap<string, unknown>,
  score: number
): [number, number] | null {
  const counter = COUNTERS[`${task} ${measure}`];
  const isCounted = AREAS[`${task} ${measure}`];
  if (rows.length < 2) return null;
  const units = unitsOf(task, rows);
  const scoreOf = counter
    ? sumsScore(counter, rows, predictions, units)
    : isCounted && areaScore(isCounted, rows, predictions, units);
  const each = [...new Set(units)];
  // Not met either where there is no score at all.
  if (!scoreOf || !(Math.abs(scoreOf(each) - score) <= SAME_SCORE)) return null;
  const random = randomOf(1);
  const found = Array.from({ length: REPLICATES }, () =>
    scoreOf(each.map(() => Math.floor(random() * each.length)))
  ).sort((a, b) => a - b);
  const at = (share: number): number => found[Math.round(share * (REPLICATES - 1))]!;
  return [Math.min(score, at(0.025)), Math.max(score, at(0.975))];
}
