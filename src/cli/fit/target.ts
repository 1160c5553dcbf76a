/** `fit target`: what words around a target, their places and the sentence's form weigh, from labelled news sentences. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SHAPE } from '$lib/analysis/compare/target-features';
import { foldsOf } from './folds';
import { f1 } from './scores';
import { exampleOf, type Example, type Row } from './target-examples';
import { FIFTHS, fitModel, HEADS, labelOf, type Model, type Pair } from './target-model';
import type { ToneClass } from './tone-classes';
import type { FittedList } from './write-list';

const FILE = 'target-sentiment-train.jsonl';
const TARGET = join('src', 'lib', 'analysis', 'compare', 'target-weights.ts');
const FOLDS = 5;
const CLASSES = ['negative', 'neutral', 'positive'] as const;
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
const SOURCE =
  'Fitted on the training part of NewsMTSC (Hamborg & Donnay 2021; MIT) by multinomial logistic regression, with GloVe word vectors (PDDL) to smooth what rare words weigh. A key is the place of a word to the target and the word; weights are in fifths. Names, peoples, parties, religions, groups of people, offices and words for persons of one sex were left out before fitting. Made by: fit target';
const LICENCE = 'MIT (NewsMTSC, Felix Hamborg); PDDL 1.0 (GloVe)';

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
