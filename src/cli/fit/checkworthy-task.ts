/** `fit checkworthy`: reads the sentences, cross-validates, and gives the lists that ship. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECK_WORTHY, CHECK_WORTHY_PARTS, shareOf } from '$lib/analysis/claims/check-worthiness';
import { knowledge } from '$lib/lexicons/generated';
import { readDocument } from '$lib/text/read-document';
import { fitCheckworthy, scoresOf } from './checkworthy';
import { readExample, type Example } from './checkworthy-examples';
import type { Words } from './checkworthy-lists';
import { eachFold, foldsOf, groupDuplicates } from './folds';
import { averagePrecision, bestThreshold, f1 } from './scores';
import type { FitOptions } from './task';
import type { FittedList } from './write-list';

const FILE = 'checkworthy-claimbuster.jsonl';
const FOLDS = 5;

/** Lists of the actors that texts write about; who they are must not weigh. */
const ACTORS = ['countries', 'countries-demonyms', 'capitals', 'organisations', 'organisations-aliases'];
/** Lists of words that are no names: those get a weight from their vector where the sentences lack them. */
const ORDINARY = ['claim-common-words', 'claim-synonyms', 'claim-word-families'];
const PARTIES =
  'conservative conservatives democrat democratic democrats gop liberal liberals republican republicans tory tories';

const SOURCE =
  'Logistic regression fitted on half of the ClaimBuster sentences (Arslan, Hassan, Li & Tremayne 2020, A Benchmark Dataset of Check-Worthy Factual Claims, ICWSM); word weights are smoothed with GloVe vectors. All names count as one word. Made by: fit checkworthy';
const LICENCE =
  'Numbers computed from the ClaimBuster data set, which asks to be cited; GloVe vectors are in the public domain (PDDL)';
const ABOUT: Readonly<Record<(typeof CHECK_WORTHY_PARTS)[number], readonly [title: string, about: string]>> =
  {
    words: [
      'words',
      'Weight of a word in the log-odds that a sentence is worth checking, before the sum is divided by its norm.'
    ],
    rarity: [
      'common words',
      'How much a common word counts beside a rare one, which counts 1; from its frequency in the sentences.'
    ],
    pairs: ['pairs of words', 'Weight of two neighbouring words, on top of their own.'],
    gaps: [
      'words that belong together',
      'Weight of two lemmas with one to three words between them, on top of the words.'
    ],
    signs: [
      'signs of form',
      'Weight of length, numbers, tense, person, modality and parts of speech; "start" is the constant.'
    ]
  };

interface Row {
  readonly id?: string;
  readonly text: string;
  readonly checkworthy: boolean;
}

function wordsOf(): Words {
  const singles = (lists: readonly string[]): string[] =>
    lists.flatMap((list) =>
      knowledge.lexicons[list]!.entries.flatMap(({ patterns }) =>
        patterns.flatMap(([term, ...more]) => (more.length === 0 ? term!.words : []))
      )
    );
  return {
    vectors: knowledge.vectors!,
    others: new Set([...singles(ORDINARY), ...knowledge.valences!['sentiment-valences']!.keys()]),
    leftOut: new Set([...singles(ACTORS), ...PARTIES.split(' ')])
  };
}

/** @returns by sentence, whether fits that had not seen it call it worth checking */
function crossValidate(
  examples: readonly Example[],
  labels: readonly boolean[],
  groups: Int32Array,
  words: Words,
  say: (line: string) => void
): boolean[] {
  const answers = labels.map(() => false);
  const shares = labels.map(() => 0);
  const pick = <T>(items: readonly T[], rows: readonly number[]): T[] => rows.map((row) => items[row]!);
  eachFold(foldsOf(groups, labels, FOLDS, 'checkworthy/outer'), (rest, held, fold) => {
    const inside = Int32Array.from(rest, (row) => rest.indexOf(groups[row]!));
    const restLabels = pick(labels, rest);
    const inner = foldsOf(inside, restLabels, FOLDS, 'checkworthy/inner');
    const lists = fitCheckworthy(pick(examples, rest), restLabels, inner, words);
    scoresOf(lists, pick(examples, held)).forEach((score, place) => {
      const row = held[place]!;
      shares[row] = shareOf(score);
      answers[row] = shares[row]! >= CHECK_WORTHY;
    });
    say(
      `fold ${fold + 1}: F1 ${f1(pick(labels, held), pick(answers, held)).toFixed(3)} (${held.length} sentences)`
    );
  });
  say(
    `all folds: F1 ${f1(labels, answers).toFixed(4)} at ${CHECK_WORTHY}, average precision ${averagePrecision(labels, shares).toFixed(4)}; ` +
      `the best threshold would have been ${bestThreshold(labels, shares).toFixed(3)}`
  );
  for (let low = 0; low < 10; low++) {
    const rows = [...shares.keys()].filter((row) => Math.floor(shares[row]! * 10) === low);
    const positive = rows.filter((row) => labels[row]).length / rows.length;
    say(
      `score .${low} to ${((low + 1) / 10).toFixed(1)}: ${rows.length} sentences, ${positive.toFixed(2)} marked as worth checking`
    );
  }
  return answers;
}

/**
 * @param folder holds `checkworthy-claimbuster.jsonl`, rows of `text` and `checkworthy`
 * @throws SystemError when the file cannot be read
 */
export function fitCheckworthyTask(folder: string, { validate, say, keep }: FitOptions): FittedList[] {
  const rows = readFileSync(join(folder, FILE), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row);
  const examples = rows.map(({ text }) => readExample(readDocument(text, knowledge).tokens));
  const labels = rows.map(({ checkworthy }) => checkworthy);
  const groups = groupDuplicates(examples.map(({ tokens }) => tokens.map(({ normal }) => normal)));
  const words = wordsOf();
  say(
    `${rows.length} sentences, ${labels.filter(Boolean).length} worth checking, ${new Set(groups).size} without near-duplicates`
  );
  if (validate) keep('checkworthy-claimbuster', rows, crossValidate(examples, labels, groups, words, say));
  const lists = fitCheckworthy(examples, labels, foldsOf(groups, labels, FOLDS, 'checkworthy/outer'), words);
  return CHECK_WORTHY_PARTS.map((part) => ({
    about: ABOUT[part][1],
    id: `check-worthiness-${part}`,
    title: `Check-worthiness: ${ABOUT[part][0]}`,
    source: SOURCE,
    licence: LICENCE,
    valences: lists[part]
  }));
}
