/**
 * `fit factuality`: the three sums over the signs of an event, and how they are joined, from judgements of how
 * certain events in newspaper sentences are (UW event factuality).
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readText } from '$lib/analysis/read';
import { signsOfEvent } from '$lib/analysis/voice/commitment';
import { COMMITMENT, joinSums, sumTerms, type Joining } from '$lib/analysis/voice/commitment-calibration';
import { knowledge } from '$lib/lexicons/generated';
import { correlation } from './agreement';
import { fitRidge } from './dense';
import { foldsOf } from './folds';
import { sparseRows } from './logistic';
import { fitSparseRidge } from './ridge';
import { f1 } from './scores';
import type { FitOptions } from './task';
import type { FittedList } from './write-list';

const FILE = 'factuality-uw.jsonl';
const TARGET = join('src', 'lib', 'analysis', 'voice', 'commitment-weights.ts');
const FOLDS = 5;
const PENALTY = 25;
/** A sign stands in at least so many events. */
const LEAST = 3;
/** Decimals of weights, by part; what rounds to 0 is left out. */
const DECIMALS = { score: 2, denied: 3, unsure: 3 } as const;
const PARTS = ['score', 'denied', 'unsure'] as const;
/** Thresholds that are tried for the two bands. */
const FROM = 0.2;
const UP_TO = 0.5;
const STEP = 0.025;
/** Penalty on the terms that join the sums: next to none. */
const JOINING_PENALTY = 1;

const SOURCE =
  'Ridge regression (penalty 25) on one half of the UW event factuality judgements, 3358 events in newspaper sentences rated from -3 to 3 by several people each (MIT). Signs that stand fewer than 3 times are left out, and weights near 0. All names of people and places are one sign. Made by: fit factuality';
const LICENCE = 'MIT (numbers computed from MIT-licensed judgements)';
const ABOUT: Readonly<Record<(typeof PARTS)[number], string>> = {
  score:
    'Weight of a sign of an event in the sum that says how sure, on the scale from -3 to 3; "constant" is what no sign gives.',
  denied:
    'Weight of a sign of an event in the sum that says how far it is denied, 0 to 1; "constant" is what no sign gives.',
  unsure:
    'Weight of a sign of an event in the sum that says how far it is unsure, 0 to 1; "constant" is what no sign gives.'
};

interface Row {
  readonly id?: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

interface Example {
  readonly signs: readonly string[];
  readonly score: number;
}

/** The sums of one fit: for each part the weights of its signs. */
type Sums = readonly ReadonlyMap<string, number>[];

const isDenied = (score: number): boolean => score <= COMMITMENT.denied;
const isUnsure = (score: number): boolean => score > COMMITMENT.denied && score < COMMITMENT.asserted;

function fitSums(examples: readonly Example[]): Sums {
  const counts = new Map<string, number>();
  for (const { signs } of examples)
    for (const sign of new Set(signs)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  const kept = [...counts].flatMap(([sign, count]) => (count >= LEAST ? [sign] : [])).sort();
  const columns = new Map(kept.map((sign, column) => [sign, column]));
  const rows = sparseRows(
    examples.map(({ signs }) => {
      const row = new Map<number, number>();
      for (const sign of signs) {
        const column = columns.get(sign);
        if (column !== undefined) row.set(column, (row.get(column) ?? 0) + 1);
      }
      return [...row];
    }),
    kept.length
  );
  return PARTS.map((part) => {
    const targets = examples.map(({ score }) =>
      part === 'score' ? score : Number(part === 'denied' ? isDenied(score) : isUnsure(score))
    );
    const { weights, constant } = fitSparseRidge(rows, targets, PENALTY);
    const scale = 10 ** DECIMALS[part];
    const rounded = (value: number): number => Math.round(value * scale) / scale;
    const list = new Map([['constant', rounded(constant)]]);
    kept.forEach((sign, column) => {
      const weight = rounded(weights[column]!);
      if (weight !== 0) list.set(sign, weight);
    });
    return list;
  });
}

function apply(sums: Sums, { signs }: Example): number[] {
  return sums.map((list) =>
    signs.reduce((sum, sign) => sum + (list.get(sign) ?? 0), list.get('constant') ?? 0)
  );
}

/** Sums of examples by fits that have not seen their fold. */
function heldOut(examples: readonly Example[], folds: ArrayLike<number>): number[][] {
  const found: number[][] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const sums = fitSums(examples.filter((_, i) => folds[i] !== fold));
    examples.forEach((example, i) => {
      if (folds[i] === fold) found[i] = apply(sums, example);
    });
  }
  return found;
}

/** Macro-F1 of the three bands: denied, unsure, stated as a fact. */
function bandsF1(gold: readonly number[], answers: readonly number[]): number {
  const bands = [isDenied, isUnsure, (score: number) => score >= COMMITMENT.asserted];
  return bands.reduce((sum, band) => sum + f1(gold.map(band), answers.map(band)), 0) / bands.length;
}

/** How sums are joined, from sums of examples that the fits had not seen. */
function fitJoining(sums: readonly (readonly number[])[], gold: readonly number[]): Joining {
  const rows = sums.map(([score, denied, unsure]) => sumTerms(score!, denied!, unsure!));
  const { of, constant } = fitRidge({ rows, targets: gold, weights: gold.map(() => 1) }, JOINING_PENALTY);
  const short = (value: number): number => Math.round(value * 1000) / 1000;
  const calibration = [...of.map(short), short(constant)];
  let best = { value: -1, deniedFrom: FROM, unsureFrom: FROM };
  for (let d = FROM; d < UP_TO + STEP / 2; d += STEP) {
    for (let u = FROM; u < UP_TO + STEP / 2; u += STEP) {
      const tried = { calibration, deniedFrom: short(d), unsureFrom: short(u) };
      const value = bandsF1(
        gold,
        sums.map(([score, denied, unsure]) => joinSums(tried, score!, denied!, unsure!))
      );
      if (value > best.value) best = { value, deniedFrom: tried.deniedFrom, unsureFrom: tried.unsureFrom };
    }
  }
  return { calibration, deniedFrom: best.deniedFrom, unsureFrom: best.unsureFrom };
}

const foldsFor = (texts: readonly string[], examples: readonly Example[], key: string): Uint8Array => {
  const first = new Map<string, number>();
  texts.forEach((text, i) => first.set(text, first.get(text) ?? i));
  const groups = Int32Array.from(texts, (text) => first.get(text)!);
  return foldsOf(
    groups,
    examples.map(({ score }) => score >= COMMITMENT.asserted),
    FOLDS,
    key
  );
};

/**
 * Nested: what joins the sums is fitted without the fold as well.
 * @returns by event, how sure fits that had not seen it say it is
 */
function validate(
  texts: readonly string[],
  examples: readonly Example[],
  outer: Uint8Array,
  say: (line: string) => void
): number[] {
  const answers: number[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const rest = examples.filter((_, i) => outer[i] !== fold);
    const inner = foldsFor(
      texts.filter((_, i) => outer[i] !== fold),
      rest,
      'factuality/inner'
    );
    const joining = fitJoining(
      heldOut(rest, inner),
      rest.map(({ score }) => score)
    );
    const sums = fitSums(rest);
    examples.forEach((example, i) => {
      if (outer[i] !== fold) return;
      const [score, denied, unsure] = apply(sums, example);
      answers[i] = joinSums(joining, score!, denied!, unsure!);
    });
  }
  const gold = examples.map(({ score }) => score);
  say(
    `${FOLDS} folds, nested, sentences kept whole: Pearson r ${correlation(gold, answers).toFixed(4)}, macro-F1 of bands ${bandsF1(gold, answers).toFixed(4)}`
  );
  return answers;
}

function moduleText({ calibration, deniedFrom, unsureFrom }: Joining): string {
  return `// Made by \`fit factuality\`. Do not edit.
import type { Joining } from './commitment-calibration';

/**
 * How the sums of the lists \`commitment-score\`, \`commitment-denied\` and \`commitment-unsure\` are joined, fitted by
 * cross-validation on the data that their source names.
 */
export const JOINING: Joining = {
  calibration: [${calibration.join(', ')}],
  deniedFrom: ${deniedFrom},
  unsureFrom: ${unsureFrom}
};
`;
}

/**
 * Fits the three lists and writes the module that joins them.
 *
 * @param folder holds `factuality-uw.jsonl`, rows of `text`, `start`, `end` and `score`
 * @throws SystemError when the file cannot be read
 */
export function fitFactuality(folder: string, { validate: check, say, keep }: FitOptions): FittedList[] {
  const rows = readFileSync(join(folder, FILE), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row);
  const examples = rows.map(({ text, score, ...span }): Example => {
    const { document } = readText(text, knowledge);
    return { signs: signsOfEvent(document, span, knowledge) ?? [], score };
  });
  const texts = rows.map(({ text }) => text);
  say(`${rows.length} events in ${new Set(texts).size} sentences`);
  const outer = foldsFor(texts, examples, 'factuality/outer');
  if (check) keep('factuality-uw', rows, validate(texts, examples, outer, say));
  const joining = fitJoining(
    heldOut(examples, outer),
    rows.map(({ score }) => score)
  );
  const text = moduleText(joining);
  const same = existsSync(TARGET) && readFileSync(TARGET, 'utf8') === text;
  if (!same) writeFileSync(TARGET, text);
  say(`${TARGET}: ${same ? 'up to date' : 'written'}`);
  return fitSums(examples).map((valences, index) => {
    const part = PARTS[index]!;
    return {
      about: ABOUT[part],
      id: `commitment-${part}`,
      title: `Commitment to an event: ${part}`,
      source: SOURCE,
      licence: LICENCE,
      valences
    };
  });
}
