/**
 * `record-accuracy SCORES.json [--data DIR --predictions DIR] [--cross-validated TASK.MEASURE=SCORE]
 * [--out-of-fold DIR] [--out FILE]`:
 * takes what the scorer that comes with the public data wrote, and writes the figures that the Methods page
 * shows. With the data and the predictions that were scored, F1 scores and means get intervals too. Cross-validated scores
 * take the place of those on rows that weights were fitted on; they get intervals from the answers that
 * `fit --out-of-fold DIR` wrote. Exits 2 with a sentence on bad input.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { CURRENT_ENGINE, type Accuracy } from '$lib/server/library/validity';
import { benchmarksOf, type Further, type Resampled } from '$lib/server/library/validity-tasks';
import { readOptions } from './options/read-options';
import { resampledInterval } from './record-accuracy/resample';

const COMMITTED = join('src', 'lib', 'server', 'library', 'accuracy.json');

const ScoresSchema = v.object({
  tasks: v.array(
    v.object({
      task: v.string(),
      n: v.number(),
      missing: v.number(),
      // A measure that could not be computed is NaN in the scorer, which JSON has no word for.
      scores: v.record(v.string(), v.nullable(v.number()))
    })
  )
});

/** The figures in the form that is committed. @throws when the text is not what the scorer writes */
function recordOf(text: string, further: Further): Accuracy {
  const { tasks } = v.parse(ScoresSchema, JSON.parse(text.replace(/\bNaN\b/g, 'null')));
  const scored = tasks.map(({ scores, ...task }) => ({
    ...task,
    scores: Object.fromEntries(Object.entries(scores).map(([key, score]) => [key, score ?? NaN]))
  }));
  return { engine: CURRENT_ENGINE, benchmarks: benchmarksOf(scored, further) };
}

interface Line {
  readonly [field: string]: unknown;
}

/** The rows of a task: a file of lines, or a folder with the answers of people by the id of a page. */
function readRows(folder: string, task: string): Line[] | null {
  const file = join(folder, task, 'truth.json');
  if (!existsSync(file)) return readLines(folder, task);
  const truth = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Line>;
  return Object.entries(truth).map(([id, row]) => ({ id, ...row }));
}

function readLines(folder: string, task: string): Line[] | null {
  const file = join(folder, `${task}.jsonl`);
  if (!existsSync(file)) return null;
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Line);
}

function resampler(data: string | undefined, predictions: string | undefined): Resampled {
  if (data === undefined || predictions === undefined) return () => null;
  return (task, key, score) => {
    const rows = readRows(data, task);
    const answers = readLines(predictions, task);
    if (!rows || !answers) return null;
    const byId = new Map(answers.map(({ id, prediction }) => [String(id), prediction]));
    return resampledInterval(task, key, rows, byId, score);
  };
}

/** `TASK.MEASURE=SCORE`, as many times as there are scores. */
function readCrossValidated(given: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    given.map((text) => {
      const [, measure, score] = /^([\w-]+\.\w+)=(0?\.\d+)$/.exec(text) ?? [];
      if (measure === undefined || score === undefined) {
        throw new Error(
          `--cross-validated is "${text}": write TASK.MEASURE=SCORE, such as sentiment-nyt.pearson=.58.`
        );
      }
      return [measure, Number(score)];
    })
  );
}

const USAGE =
  'Usage: npm run record:accuracy -- SCORES.json [--data DIR --predictions DIR] [--cross-validated TASK.MEASURE=SCORE] [--out-of-fold DIR] [--out FILE], where the scorer wrote SCORES.json.';

function run(): void {
  const { values, positionals } = readOptions(USAGE, {
    out: { type: 'string' },
    data: { type: 'string' },
    predictions: { type: 'string' },
    'out-of-fold': { type: 'string' },
    'cross-validated': { type: 'string', multiple: true, default: [] }
  });
  const [file] = positionals;
  if (file === undefined || !existsSync(file)) {
    throw new Error(USAGE);
  }
  const record = recordOf(readFileSync(file, 'utf8'), {
    resampled: resampler(values.data, values.predictions),
    resampledUnseen: resampler(values.data, values['out-of-fold']),
    crossValidated: readCrossValidated(values['cross-validated'])
  });
  const out = values.out ?? join(process.cwd(), COMMITTED);
  writeFileSync(out, `${JSON.stringify(record, null, 2)}\n`);
  for (const { task, measure, score, interval, n, of } of record.benchmarks) {
    const bounds = interval ? ` [${interval.map((end) => end.toFixed(3)).join(', ')}]` : '';
    process.stdout.write(`${task}: ${measure} ${score.toFixed(3)}${bounds} (${n} ${of})\n`);
  }
}

try {
  run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
