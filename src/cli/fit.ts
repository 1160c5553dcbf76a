/**
 * `fit TASK --data DIR [--out DIR] [--no-validate]`: fits the numbers of a task anew on public, human-annotated
 * data and writes what ships; word lists are then compiled by `npm run lexicons`. The same data gives the same
 * bytes. Prints what cross-validation found. Run from the project's root. Exits 2 on bad input.
 *
 * The valences of sentiment are not fitted here: `sentiment-valences.yaml` says what they were made from, and they
 * are kept as they stand.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fitCheckworthyTask } from './fit/checkworthy-task';
import { fitFactuality } from './fit/factuality';
import { fitSimilarity } from './fit/similarity';
import { fitTarget } from './fit/target';
import { listYaml, type FittedList } from './fit/write-list';

interface Options {
  /** Whether to cross-validate first, which takes most of the time. */
  readonly validate: boolean;
  readonly say: (line: string) => void;
}

/** By name, what can be fitted. Each reads its data from a folder; it answers with word lists, or writes its module. */
const TASKS: Readonly<Record<string, (folder: string, options: Options) => FittedList[]>> = {
  checkworthy: fitCheckworthyTask,
  factuality: fitFactuality,
  similarity: (folder, options) => {
    fitSimilarity(folder, options);
    return [];
  },
  target: fitTarget
};

function write(folder: string, list: FittedList, say: (line: string) => void): void {
  const file = join(folder, `${list.id}.yaml`);
  const text = listYaml(list);
  const same = existsSync(file) && readFileSync(file, 'utf8') === text;
  if (!same) writeFileSync(file, text);
  say(`${file}: ${same ? 'up to date' : 'written'}, ${list.valences.size} numbers`);
}

function run(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      out: { type: 'string', default: join('src', 'lib', 'lexicons') },
      'no-validate': { type: 'boolean', default: false }
    }
  });
  const [name = '', ...more] = positionals;
  const task = TASKS[name];
  if (!task || more.length > 0 || values.data === undefined || !existsSync(values.data)) {
    const names = Object.keys(TASKS).join(', ');
    const usage = `Usage: fit TASK --data DIR [--out DIR] [--no-validate], where TASK is one of: ${names}.`;
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const lists = task(values.data, { validate: !values['no-validate'], say });
  mkdirSync(values.out, { recursive: true });
  for (const list of lists) write(values.out, list, say);
  return 0;
}

process.exitCode = run();
