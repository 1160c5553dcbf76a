/** `fit target`: what words around a target, their places and the sentence's form weigh, from labelled news sentences. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTargetFeatures, SHAPE, type TargetFeatures } from '$lib/analysis/compare/target-features';
import { tokensAt } from '$lib/analysis/compare/target-place';
import { ZONES } from '$lib/analysis/compare/target-roles';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';
import type { Span } from '$lib/text/document';
import { foldsOf } from './folds';
import { sparseRows, type SparseRow } from './logistic';
import { f1 } from './scores';
import { LEFT_OUT } from './target-left-out';
import { chancesOf, fitTone, type ToneClass } from './tone-classes';
import type { FittedList } from './write-list';

const FILE = 'target-sentiment-train.jsonl';
const TARGET = join('src', 'lib', 'analysis', 'compare', 'target-weights.ts');
const FOLDS = 5;
const CLASSES = ['negative', 'neutral', 'positive'] as const;
/** Chosen by cross-validation: the penalty, and how large features of a kind are beside a word, which is 1. */
const PENALTY = 30;
const SCALE = { vector: 0.1, shape: 1 } as const;
/** A word stands in its place in at least so many sentences. */
const LEAST = 3;
/** Weights that a list keeps: those that move the most sentences furthest. */
const KEPT = 3000;
/** The lists hold fifths, in hundredths. */
const FIFTHS = 5;

const ABOUT = {
  tone: [
    'How words around a target weigh for good or ill',
    'Positive counts for the target, negative against it.'
  ],
  plain: [
    'How words around a target weigh for a plain report',
    'Positive means that the sentence takes no side on the target.'
  ]
} as const;
const HEADS = ['tone', 'plain'] as const;
const SOURCE =
  'Fitted on the training part of NewsMTSC (Hamborg & Donnay 2021; MIT) by multinomial logistic regression, with GloVe word vectors (PDDL) to smooth what rare words weigh. A key is the place of a word to the target and the word; weights are in fifths. Names, peoples, parties, religions, groups of people, offices and words for persons of one sex were left out before fitting. Made by: fit target';
const LICENCE = 'MIT (NewsMTSC, Felix Hamborg); PDDL 1.0 (GloVe)';

interface Row {
  readonly id: string;
  readonly text: string;
  readonly target: Span;
  readonly label: ToneClass;
}

/** Words in their places, as the lists name them ("deed-win"), and the facts of `SHAPE`. */
interface Example {
  readonly article: string;
  readonly label: ToneClass;
  readonly words: readonly string[];
  readonly shape: ArrayLike<number>;
}

type Pair = readonly [tone: number, plain: number];

interface Model {
  readonly words: ReadonlyMap<string, Pair>;
  readonly shape: readonly Pair[];
  readonly base: Pair;
}

/** Lists of names, some of which are common words in small letters too. */
const NAMES = new Set(
  [
    'countries',
    'countries-demonyms',
    'capitals',
    'organisations',
    'organisations-aliases',
    'bare-names'
  ].flatMap((list) =>
    knowledge.lexicons[list]!.entries.flatMap(({ patterns }) =>
      patterns.flatMap(([term, ...more]) => (more.length === 0 ? term!.words : []))
    )
  )
);

/** What a list can hold: plain words, that do not say who is meant. */
const canBeListed = (word: string): boolean =>
  /^[a-z]+(?:[-'][a-z]+)*$/.test(word) && !LEFT_OUT.has(word) && !NAMES.has(word);

function wordsOf(features: TargetFeatures): string[] {
  return [...features.words].flatMap(([word, zones]) =>
    canBeListed(word) ? ZONES.flatMap((zone, bit) => (zones & (1 << bit) ? [`${zone}-${word}`] : [])) : []
  );
}

function exampleOf({ id, text, target, label }: Row): Example[] {
  const reading = readText(text, knowledge);
  const tokens = tokensAt(reading.document, target);
  const features = tokens && readTargetFeatures(reading, tokens, knowledge);
  if (!features) return [];
  // "allsides_ARTICLE_…", "polusa_v1_ARTICLE_…".
  const article = id.split('_').slice(0, 3).join('_');
  return [{ article, label, words: wordsOf(features), shape: features.shape }];
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

function fitModel(examples: readonly Example[]): Model {
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

function labelOf({ words, shape, base }: Model, example: Example): ToneClass {
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

function validate(examples: readonly Example[], say: (line: string) => void): void {
  const first = new Map<string, number>();
  examples.forEach(({ article }, i) => first.set(article, first.get(article) ?? i));
  const groups = Int32Array.from(examples, ({ article }) => first.get(article)!);
  const isIll = examples.map(({ label }) => label === 'negative');
  const folds = foldsOf(groups, isIll, FOLDS, 'target');
  const answers: ToneClass[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = fitModel(examples.filter((_, i) => folds[i] !== fold));
    examples.forEach((example, i) => {
      if (folds[i] === fold) answers[i] = labelOf(model, example);
    });
  }
  const scores = CLASSES.map((name) =>
    f1(
      examples.map(({ label }) => label === name),
      answers.map((answer) => answer === name)
    )
  );
  const macro = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const parts = CLASSES.map((name, i) => `${name} ${scores[i]!.toFixed(3)}`).join(', ');
  say(`${FOLDS} folds, articles kept whole: macro-F1 ${macro.toFixed(4)} (${parts})`);
}

function moduleText({ base, shape }: Model): string {
  const pair = ([tone, plain]: Pair): string => `[${tone}, ${plain}]`;
  return `// Made by \`fit target\`. Do not edit.
import type { SHAPE } from './target-features';

type Weights = readonly [tone: number, plain: number];

/**
 * What position and tone weigh, fitted together with the lists \`target-tone\` and \`target-plain\` on the training part
 * of NewsMTSC (Hamborg & Donnay 2021; MIT): first for good or ill, then for a plain report.
 */
export const BASE: Weights = ${pair(base)};

export const SHAPE_WEIGHTS: Readonly<Record<(typeof SHAPE)[number], Weights>> = {
${SHAPE.map((name, place) => `  ${name}: ${pair(shape[place]!)}`).join(',\n')}
};
`;
}

/**
 * Fits the two lists and writes the module of the other weights.
 *
 * @param folder holds `target-sentiment-train.jsonl`, rows of `id`, `text`, `target` and `label`
 * @throws SystemError when the file cannot be read
 */
export function fitTarget(
  folder: string,
  { validate: check, say }: { validate: boolean; say: (line: string) => void }
): FittedList[] {
  const examples = readFileSync(join(folder, FILE), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => exampleOf(JSON.parse(line) as Row));
  say(`${examples.length} targets in ${new Set(examples.map(({ article }) => article)).size} articles`);
  if (check) validate(examples, say);
  const model = fitModel(examples);
  const text = moduleText(model);
  const same = existsSync(TARGET) && readFileSync(TARGET, 'utf8') === text;
  if (!same) writeFileSync(TARGET, text);
  say(`${TARGET}: ${same ? 'up to date' : 'written'}, ${2 * (SHAPE.length + 1)} numbers`);
  return HEADS.map((head, place) => ({
    about: ABOUT[head][1],
    id: `target-${head}`,
    title: ABOUT[head][0],
    source: SOURCE,
    licence: LICENCE,
    valences: new Map(
      [...model.words].flatMap(([key, pair]): [string, number][] => {
        const fifths = Math.round(pair[place]! * FIFTHS * 100) / 100;
        return fifths === 0 ? [] : [[key, fifths]];
      })
    )
  }));
}
