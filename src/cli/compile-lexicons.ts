/**
 * Compiles the YAML word lists to `src/lib/lexicons/generated.ts`.
 *
 * Run from the project's root. With `--check` it writes nothing and exits 1 when the module is not what the
 * lists give; exits 2 when a list is broken.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileLexicons } from '../lib/lexicons/compile';
import { YamlError } from '../lib/lexicons/load-yaml';

const folder = join('src', 'lib', 'lexicons');
const target = join(folder, 'generated.ts');

function run(check: boolean): number {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ name, yaml: readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n') }));
  const { module, lists, entries } = compileLexicons(
    files,
    (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
    readFileSync(join(folder, 'word-vectors-data.ts'), 'utf8').replaceAll('\r\n', '\n')
  );
  const present = existsSync(target) ? readFileSync(target, 'utf8').replaceAll('\r\n', '\n') : '';
  const same = present === module;
  if (check) {
    if (same) return 0;
    console.error(`${target} is not what the word lists give: run "npm run lexicons" and commit the result.`);
    return 1;
  }
  if (!same) writeFileSync(target, module);
  console.log(
    `${lists} word lists with ${entries} entries: ${target} ${same ? 'is up to date' : 'written'}.`
  );
  return 0;
}

try {
  process.exitCode = run(process.argv.includes('--check'));
} catch (error) {
  if (!(error instanceof YamlError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
