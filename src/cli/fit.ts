/**
 * `fit TASK --data DIR [--out DIR] [--no-validate] [--out-of-fold DIR]`: fits the numbers of a task anew on public, human-annotated
 * data and writes what ships; word lists are then compiled by `npm run lexicons`. The same data gives the same
 * bytes. Prints what cross-validation found; `--out-of-fold` also writes its answers to every row, from which
 * `record:accuracy` makes intervals. Run from the project's root. Exits 2 on bad input.
 *
 * The valences of sentiment are not fitted here: `sentiment-valences.yaml` says what they were made from, and they
 * are kept as they stand.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fitCheckworthyTask } from './fit/checkworthy-task';
import { fitFactuality } from './fit/factuality';
import { fitSimilarity } from './fit/similarity';
import { fitTarget } from './fit/target';
import type { FitOptions } from './fit/task';
import { listYaml, type FittedList } from './fit/write-list';
import { readOptions } from './options/read-options';

/** By name, what can be fitted. Each reads its data from a folder; it answers with word lists, or writes its module. */
const TASKS: Readonly<Record<string, (folder: string, options: FitOptions) => FittedList[]>> = {
  checkworthy: fitCheckworthyTask,
  factuality: fitFactuality,
  similarity: (folder, options) => {
    fitSimilarity(folder, options);
    return [];
  },
  target: fitTarget
};

const USAGE = `Usage: npm run fit -- TASK --data DIR [--out DIR] [--no-validate] [--out-of-fold DIR], where TASK is one of: ${Object.keys(TASKS).join(', ')}.`;

function write(folder: string, list: FittedList, say: (line: string) => void): void {
  const file = join(folder, `${list.id}.yaml`);
  const text = listYaml(list);
  const same = existsSync(file) && readFileSync(file, 'utf8') === text;
  if (!same) writeFileSync(file, text);
  say(`${file}: ${same ? 'up to date' : 'written'}, ${list.valences.size} numbers`);
}

/** Writes answers as the lines that `bench:accuracy` writes, so that both are read alike. */
function keeper(folder: string | undefined): FitOptions['keep'] {
  return (task, rows, answers) => {
    if (folder === undefined) return;
    mkdirSync(folder, { recursive: true });
    const lines = rows.map(({ id }, i) => `${JSON.stringify({ id, prediction: answers[i] })}\n`);
    writeFileSync(join(folder, `${task}.jsonl`), lines.join(''));
  };
}

function run(): number {
  const { values, positionals } = readOptions(USAGE, {
    data: { type: 'string' },
    out: { type: 'string', default: join('src', 'lib', 'lexicons') },
    'no-validate': { type: 'boolean', default: false },
    'out-of-fold': { type: 'string' }
  });
  const [name = '', ...more] = positionals;
  const task = TASKS[name];
  if (!task || more.length > 0 || values.data === undefined || !existsSync(values.data)) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const lists = task(values.data, {
    validate: !values['no-validate'],
    say,
    keep: keeper(values['out-of-fold'])
  });
  mkdirSync(values.out, { recursive: true });
  for (const list of lists) write(values.out, list, say);
  return 0;
}

process.exitCode = run();
