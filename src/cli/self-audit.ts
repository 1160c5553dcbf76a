/**
 * `npm run self-audit -- FOLDER [--json FILE]`: tests the instrument on a folder of documents or a collection.
 * Exchanges the names of the most named actors, and drops one entry of a word list at a time; prints what
 * moved. Exit code: 0 done, 1 a value moved beyond its interval when names were exchanged, 2 bad input.
 */
import { writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { DomainError } from '$lib/server/domain-error';
import { openInput } from '$lib/server/library';
import { readOptions } from './options/read-options';
import { selfAudit } from './self-audit/run';
import { summaryOf } from './self-audit/summary';

const USAGE = 'Usage: npm run self-audit -- FOLDER [--json FILE].';

function run(): number {
  const { values, positionals } = readOptions(USAGE, { json: { type: 'string' } });
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) {
    throw new DomainError('invalid-command', USAGE);
  }
  // npm moves to the project's folder; names of files are meant from where the command was typed.
  const { npm_lifecycle_event: script, INIT_CWD: typed } = process.env;
  const typedIn = (script === 'self-audit' ? typed : undefined) ?? process.cwd();
  const input = resolve(typedIn, folder);
  const result = selfAudit(openInput(input).documents, basename(input));
  if (values.json !== undefined)
    writeFileSync(resolve(typedIn, values.json), `${JSON.stringify(result, null, 2)}\n`);
  process.stdout.write(summaryOf(result));
  return result.swaps.some(({ moved }) => moved.some(({ beyond }) => beyond)) ? 1 : 0;
}

try {
  process.exitCode = run();
} catch (error) {
  const known = error instanceof DomainError || (error instanceof TypeError && 'code' in error);
  if (!known) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
