/**
 * `npm run bench:accuracy -- --data DIR --predictions OUT`: the engine's answers on public, human-annotated
 * data. Reads every `DIR/TASK.jsonl` it has an answer for and writes `OUT/TASK.jsonl`, one
 * `{"id", "prediction"}` a line, for the scorer that comes with the data. No text of it is part of the project.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleTexts, ARTICLES } from './bench/articles';
import { tasks, type Row } from './bench/tasks';
import { readOptions } from './options/read-options';

const USAGE = 'Usage: npm run bench:accuracy -- --data DIR --predictions OUT, where DIR holds the data.';
const { values } = readOptions(USAGE, { data: { type: 'string' }, predictions: { type: 'string' } });

if (!values.data || !values.predictions || !existsSync(values.data)) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  mkdirSync(values.predictions, { recursive: true });
  for (const [task, predict] of Object.entries(tasks)) {
    const file = join(values.data, `${task}.jsonl`);
    if (!existsSync(file)) continue;
    const rows = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as Row);
    const answers = rows.map((row) => JSON.stringify({ id: row.id, prediction: predict(row) }));
    writeFileSync(join(values.predictions, `${task}.jsonl`), `${answers.join('\n')}\n`);
    console.error(`${task}: ${rows.length} answers`);
  }
  const pages = join(values.data, ARTICLES);
  if (existsSync(pages)) {
    const { answers, pagesPerSecond } = await articleTexts(pages);
    writeFileSync(join(values.predictions, `${ARTICLES}.jsonl`), answers.map((line) => `${line}\n`).join(''));
    console.error(`${ARTICLES}: ${answers.length} answers, ${pagesPerSecond.toFixed(1)} pages a second`);
  }
}
