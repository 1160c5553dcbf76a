/** The model behind the sentiment aimed at a target: how it is fitted, pruned to what a list keeps, and asked. */
import { SHAPE } from '$lib/analysis/compare/target-features';
import { ZONES } from '$lib/analysis/compare/target-roles';
import { knowledge } from '$lib/lexicons/generated';
import { sparseRows, type SparseRow } from './logistic';
import type { Example } from './target-examples';
import { chancesOf, fitTone, type ToneClass } from './tone-classes';

/** Chosen by cross-validation: the penalty, and how large features of a kind are beside a word, which is 1. */
const PENALTY = 30;
const SCALE = { vector: 0.1, shape: 1 } as const;
/** A word stands in its place in at least so many sentences. */
const LEAST = 3;
/** Weights that a list keeps: those that move the most sentences furthest. */
const KEPT = 3000;
/** The lists hold fifths, in hundredths. */
export const FIFTHS = 5;

/** What is weighed: for good or ill, and for a plain report. */
export const HEADS = ['tone', 'plain'] as const;

/** Weights for the two. */
export type Pair = readonly [tone: number, plain: number];

export interface Model {
  readonly words: ReadonlyMap<string, Pair>;
  readonly shape: readonly Pair[];
  readonly base: Pair;
}

const split = (key: string): [zone: number, word: string] => {
  const dash = key.indexOf('-');
  return [(ZONES as readonly string[]).indexOf(key.slice(0, dash)), key.slice(dash + 1)];
};

function countsOf(examples: readonly Example[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { words } of examples) for (const key of words) counts.set(key, (counts.get(key) ?? 0) + 1);
  return new Map([...counts].filter(([, count]) => count >= LEAST).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Adds the direction of a word's vector where its place has its columns. */
function addVector(sum: Float32Array, key: string): void {
  const vectors = knowledge.vectors!;
  const [zone, word] = split(key);
  const rank = vectors.rankOf(word);
  if (rank < 0) return;
  const { dimensions } = vectors;
  vectors.addTo(sum.subarray(zone * dimensions, (zone + 1) * dimensions), rank, SCALE.vector);
}

/** Fits a model on examples; the same examples give the same numbers. */
export function fitModel(examples: readonly Example[]): Model {
  const counts = countsOf(examples);
  const columns = new Map([...counts.keys()].map((key, column) => [key, column]));
  const firstShape = columns.size;
  const firstVector = firstShape + SHAPE.length;
  const axes = ZONES.length * knowledge.vectors!.dimensions;
  const rows = examples.map(({ words, shape }): SparseRow => {
    const row: [number, number][] = [];
    const direction = new Float32Array(axes);
    for (const key of words) {
      const column = columns.get(key);
      if (column === undefined) continue;
      row.push([column, 1]);
      addVector(direction, key);
    }
    SHAPE.forEach((_, place) => {
      if (shape[place] !== 0) row.push([firstShape + place, SCALE.shape * shape[place]!]);
    });
    direction.forEach((value, axis) => {
      if (value !== 0) row.push([firstVector + axis, value]);
    });
    return row;
  });
  const fit = fitTone(
    sparseRows(rows, firstVector + axes),
    examples.map(({ label }) => label),
    PENALTY
  );
  const weights = HEADS.map((head) => {
    const found = new Map<string, number>();
    for (const [key, column] of columns) {
      const direction = new Float32Array(axes);
      addVector(direction, key);
      const smooth = direction.reduce((sum, value, axis) => sum + value * fit[head][firstVector + axis]!, 0);
      found.set(key, fit[head][column]! + smooth);
    }
    return strongest(found, counts);
  });
  return {
    words: new Map(
      [...columns.keys()].map((key) => [key, [weights[0]!.get(key) ?? 0, weights[1]!.get(key) ?? 0]])
    ),
    shape: SHAPE.map((_, place): Pair => {
      const [tone, plain] = HEADS.map((head) => SCALE.shape * fit[head][firstShape + place]!);
      return [rounded(tone!), rounded(plain!)];
    }),
    base: [rounded(fit.constants[0]), rounded(fit.constants[1])]
  };
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** The weights that move the most sentences furthest, as the list will hold them. */
function strongest(
  weights: ReadonlyMap<string, number>,
  counts: ReadonlyMap<string, number>
): Map<string, number> {
  const reach = (key: string): number => Math.abs(weights.get(key)!) * Math.sqrt(counts.get(key)!);
  const keys = [...weights.keys()].sort((a, b) => reach(b) - reach(a) || (a < b ? -1 : 1)).slice(0, KEPT);
  const listed = keys.map((key): [string, number] => [
    key,
    Math.max(-5, Math.min(5, Math.round(weights.get(key)! * FIFTHS * 100) / 100)) / FIFTHS
  ]);
  return new Map(listed.filter(([, weight]) => weight !== 0));
}

/** The tone that a model gives an example. */
export function labelOf({ words, shape, base }: Model, example: Example): ToneClass {
  let [tone, plain] = base;
  const add = ([t, p]: Pair, value: number): void => {
    tone += t * value;
    plain += p * value;
  };
  shape.forEach((pair, place) => add(pair, example.shape[place]!));
  for (const key of example.words) {
    const pair = words.get(key);
    if (pair) add(pair, 1);
  }
  const [ill, dry, good] = chancesOf(tone, plain);
  return dry >= ill && dry >= good ? 'neutral' : ill >= good ? 'negative' : 'positive';
}
