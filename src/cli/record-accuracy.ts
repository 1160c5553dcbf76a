/**
 * `record-accuracy SCORES.json [--out FILE]`: takes what the scorer that comes with the public data wrote, and
 * writes the figures that the Methods page shows. Exits 2 with a sentence on bad input.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { CURRENT_ENGINE, type Accuracy } from '$lib/server/library/validity';
import { benchmarksOf } from '$lib/server/library/validity-tasks';

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
function recordOf(text: string): Accuracy {
  const { tasks } = v.parse(ScoresSchema, JSON.parse(text.replace(/\bNaN\b/g, 'null')));
  const scored = tasks.map(({ scores, ...task }) => ({
    ...task,
    scores: Object.fromEntries(Object.entries(scores).map(([key, score]) => [key, score ?? NaN]))
  }));
  return { engine: CURRENT_ENGINE, benchmarks: benchmarksOf(scored) };
}

function run(): void {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { out: { type: 'string' } } });
  const [file] = positionals;
  if (file === undefined || !existsSync(file)) {
    throw new Error('Usage: record-accuracy SCORES.json [--out FILE], where the scorer wrote SCORES.json.');
  }
  const record = recordOf(readFileSync(file, 'utf8'));
  const out = values.out ?? join(process.cwd(), COMMITTED);
  writeFileSync(out, `${JSON.stringify(record, null, 2)}\n`);
  for (const { task, measure, score, n, of } of record.benchmarks) {
    process.stdout.write(`${task}: ${measure} ${score.toFixed(3)} (${n} ${of})\n`);
  }
}

try {
  run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
