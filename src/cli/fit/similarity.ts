/** `fit similarity`: the two sums of pair features that ship, cross-validated and written as their module. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pairFeatures, type PairFeatures } from '$lib/analysis/claims/pair-features';
import { readWholeSide } from '$lib/analysis/claims/score-texts';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';
import { areaUnderCurve, correlation, ranksOf } from './agreement';
import { apply, fitLogit, fitRidge, type DenseData, type DenseFit } from './dense';
import type { FitOptions } from './task';

const TARGET = join('src', 'lib', 'analysis', 'claims', 'pair-weights.ts');
const FOLDS = 5;
/** Penalties, and what pairs of other kinds count beside a news pair that people scored. */
const CLOSENESS_PENALTY = 10;
const OTHER_GENRE = 0.1;
const PARAPHRASE = 0.2;
const SAME_PENALTY = 700;
/** How much of the target is that two sentences are of one story, told of by the same papers at the same time. */
const STORY = 0.2;
/** Says how close two texts are, not whether they tell the same. */
const NO_SIGN_OF_EVENT: ReadonlySet<keyof PairFeatures> = new Set(['oneNumbered']);
const BARRED = 1e9;
/** The closeness that was fitted before bears next to no penalty: the other features correct it. */
const PRIOR_PENALTY = 7;
/** Every topic counts as if it had so many pairs. */
const TOPIC_SIZE = 750;
/** Where the news pairs of the STS benchmark begin: it is ordered by genre. */
const FIRST_NEWS = { train: 2450, dev: 1000 } as const;

interface Row {
  readonly id: string;
  readonly a: string;
  readonly b: string;
  readonly score?: number;
  readonly same?: boolean;
  readonly topic?: string;
  readonly near?: boolean;
}

interface Pair {
  readonly row: Row;
  readonly features: readonly number[];
}

function read(folder: string, task: string): Row[] {
  const file = join(folder, `${task}.jsonl`);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row);
}

let names: (keyof PairFeatures)[] = [];

function pairOf(row: Row): Pair {
  const side = (text: string) => readWholeSide(readText(text, knowledge), knowledge);
  const features = pairFeatures(side(row.a), side(row.b));
  names = Object.keys(features) as (keyof PairFeatures)[];
  return { row, features: names.map((name) => features[name]) };
}

const bare = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

function isNews({ id }: Row): boolean {
  const place = Number(id.slice(id.lastIndexOf('-') + 1));
  return place >= (id.includes('dev') ? FIRST_NEWS.dev : FIRST_NEWS.train);
}

function closenessData(scored: readonly Pair[], paraphrases: readonly Pair[]): DenseData {
  return {
    rows: [...scored, ...paraphrases].map(({ features }) => features),
    targets: [...scored.map(({ row }) => row.score! / 5), ...paraphrases.map(({ row }) => Number(row.same))],
    weights: [
      ...scored.map(({ row }) => (isNews(row) ? 1 : OTHER_GENRE)),
      ...paraphrases.map(() => PARAPHRASE)
    ]
  };
}

/**
 * The same event. Which sentences are of one story is learnt along with it, since there are more of those and the
 * signs are the same; then the scale is set so that the sum is the log-odds of the same event.
 */
function fitSame(pairs: readonly Pair[], closeness: DenseFit): DenseFit {
  const sizes = new Map<string, number>();
  for (const { row } of pairs) sizes.set(row.topic!, (sizes.get(row.topic!) ?? 0) + 1);
  const weights = pairs.map(({ row }) => TOPIC_SIZE / sizes.get(row.topic!)!);
  const fit = fitLogit(
    {
      rows: pairs.map(({ features }) => [...features, apply(closeness, features)]),
      targets: pairs.map(({ row }) => (1 - STORY) * Number(row.same) + STORY * Number(row.near)),
      weights
    },
    [...names.map((name) => (NO_SIGN_OF_EVENT.has(name) ? BARRED : SAME_PENALTY)), PRIOR_PENALTY]
  );
  const prior = fit.of[names.length]!;
  const sum = {
    constant: fit.constant + prior * closeness.constant,
    of: names.map((_, i) => fit.of[i]! + prior * closeness.of[i]!)
  };
  const scale = fitLogit(
    {
      rows: pairs.map(({ features }) => [apply(sum, features)]),
      targets: pairs.map(({ row }) => Number(row.same)),
      weights
    },
    [0]
  );
  return {
    constant: scale.constant + scale.of[0]! * sum.constant,
    of: sum.of.map((value) => scale.of[0]! * value)
  };
}

/** Scores of pairs by fits that have not seen their fold. */
function heldOut(
  pairs: readonly Pair[],
  foldOf: (pair: Pair, index: number) => unknown,
  fit: (rest: readonly Pair[]) => DenseFit
): number[] {
  const folds = pairs.map(foldOf);
  const scores: number[] = [];
  for (const fold of new Set(folds)) {
    const found = fit(pairs.filter((_, i) => folds[i] !== fold));
    pairs.forEach(({ features }, i) => {
      if (folds[i] === fold) scores[i] = apply(found, features);
    });
  }
  return scores;
}

/** @returns by pair of `events`, the score of fits that had not seen its topic */
function validate(
  scored: readonly Pair[],
  paraphrases: readonly Pair[],
  events: readonly Pair[],
  closeness: DenseFit,
  say: (line: string) => void
): number[] {
  const inFold = (_: Pair, index: number): number => index % FOLDS;
  const close = heldOut(scored, inFold, (rest) =>
    fitRidge(closenessData(rest, paraphrases), CLOSENESS_PENALTY)
  );
  const gold = scored.map(({ row }) => row.score!);
  say(`STS benchmark, ${FOLDS} folds: Spearman ${correlation(ranksOf(gold), ranksOf(close)).toFixed(4)}`);
  const same = heldOut(paraphrases, inFold, (rest) =>
    fitRidge(closenessData(scored, rest), CLOSENESS_PENALTY)
  );
  let best = { right: 0, threshold: 0 };
  for (let threshold = 0.4; threshold < 0.8; threshold += 0.005) {
    const right = paraphrases.filter(({ row }, i) => same[i]! >= threshold === row.same).length;
    if (right > best.right) best = { right, threshold };
  }
  say(
    `MRPC, ${FOLDS} folds: accuracy ${(best.right / paraphrases.length).toFixed(4)} at ${best.threshold.toFixed(3)}`
  );
  const event = heldOut(
    events,
    ({ row }) => row.topic,
    (rest) => fitSame(rest, closeness)
  );
  const area = (rows: readonly number[]): string =>
    areaUnderCurve(
      rows.map((i) => events[i]!.row.same!),
      rows.map((i) => event[i]!)
    ).toFixed(4);
  const all = events.map((_, i) => i);
  say(
    `ECB+, a topic held out at a time: AUC ${area(all)}, near pairs ${area(all.filter((i) => events[i]!.row.near))}`
  );
  for (let low = 0; low < 10; low++) {
    const rows = all.filter((i) => Math.min(9, Math.floor(10 / (1 + Math.exp(-event[i]!)))) === low);
    const share = rows.filter((i) => events[i]!.row.same).length / Math.max(1, rows.length);
    say(`  score from ${low / 10}: ${rows.length} pairs, ${Math.round(100 * share)}% the same`);
  }
  return event;
}

/** Three significant digits say all that the data can. */
const short = (value: number): number => Number(value.toPrecision(3));

function moduleText(closeness: DenseFit, same: DenseFit): string {
  const weights = ({ constant, of }: DenseFit): string =>
    [
      `  least: ${short(constant)},`,
      '  of: {',
      names.map((name, i) => `    ${name}: ${short(of[i]!)}`).join(',\n'),
      '  }',
      '};'
    ].join('\n');
  return `// Made by \`fit similarity\`. Do not edit.
import type { PairFeatures } from './pair-features';

/** What a pair is worth: a sum of its features, each times its weight, on top of \`least\`. */
export interface PairWeights {
  readonly least: number;
  readonly of: Readonly<Record<keyof PairFeatures, number>>;
}

/**
 * Closeness in meaning. A ridge regression on pairs that people scored: the training part of the STS benchmark,
 * its news pairs above all, and the MRPC paraphrase corpus. Only these ${names.length + 1} numbers come from there.
 */
export const CLOSENESS: PairWeights = {
${weights(closeness)}

/**
 * The same event, as log-odds. A logistic regression on pairs of news sentences whose events people linked or
 * kept apart (ECB+, Cybulska & Vossen 2014, CC BY), drawn towards the closeness above. A fifth of the target is
 * whether two sentences are of one story; the scale is that of the same event.
 */
export const SAME_EVENT: PairWeights = {
${weights(same)}
`;
}

/**
 * Fits both sums and writes their module. Pairs that the news similarity set holds too are left out, so that it
 * stays unseen.
 */
export function fitSimilarity(folder: string, { validate: check, say, keep }: FitOptions): void {
  const unseen = new Set(read(folder, 'similarity-news').flatMap(({ a, b }) => [bare(a), bare(b)]));
  const isFree = ({ a, b }: Row): boolean => !(unseen.has(bare(a)) && unseen.has(bare(b)));
  const scored = read(folder, 'similarity-stsb-train').filter(isFree).map(pairOf);
  const paraphrases = read(folder, 'paraphrase-mrpc').filter(isFree).map(pairOf);
  const events = read(folder, 'same-event-ecb').map(pairOf);
  say(`${scored.length} scored pairs, ${paraphrases.length} paraphrase pairs, ${events.length} event pairs`);
  const closeness = fitRidge(closenessData(scored, paraphrases), CLOSENESS_PENALTY);
  if (check) {
    const pairs = events.map(({ row }) => row);
    keep('same-event-ecb', pairs, validate(scored, paraphrases, events, closeness, say));
  }
  const text = moduleText(closeness, fitSame(events, closeness));
  const same = existsSync(TARGET) && readFileSync(TARGET, 'utf8') === text;
  if (!same) writeFileSync(TARGET, text);
  say(`${TARGET}: ${same ? 'up to date' : 'written'}, ${2 * (names.length + 1)} numbers`);
}
