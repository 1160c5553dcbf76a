/**
 * Scores the contested-claims reader on gold: `score-stances GOLD.json DOCUMENTS_DIR [--no-cues] [--mistakes]`.
 *
 * DOCUMENTS_DIR holds one `ID.txt` for every document of the gold. With `--no-cues` the reader gets each
 * claim's statement alone. Prints JSON on standard output; exits 2 with a sentence on bad input.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { readContested } from '../lib/analysis/contested/read-contested';
import { scoreGold, type GoldClaim } from '../lib/analysis/contested/score-gold';
import { readText } from '../lib/analysis/read';
import { roundNumbers } from '../lib/analysis/round-numbers';
import { knowledge } from '../lib/lexicons/generated';
import { GoldSchema } from './score-stances/gold-schema';

class BadInput extends Error {}

function readGold(file: string): GoldClaim[] {
  if (!existsSync(file)) throw new BadInput(`There is no file ${file}.`);
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new BadInput(`${file} is not JSON.`);
  }
  const parsed = v.safeParse(GoldSchema, value);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new BadInput(
      `${file} is not gold of this form: ${v.getDotPath(issue) ?? 'top level'}: ${issue.message}`
    );
  }
  return parsed.output;
}

function run(args: readonly string[]): void {
  const [file, folder] = args.filter((arg) => !arg.startsWith('--'));
  if (file === undefined || folder === undefined) {
    throw new BadInput('Usage: score-stances GOLD.json DOCUMENTS_DIR [--no-cues] [--mistakes]');
  }
  const gold = readGold(file);
  const ids = [...new Set(gold.flatMap(({ stance }) => Object.keys(stance)))].sort();
  const documents = ids.map((id) => {
    const path = join(folder, `${id}.txt`);
    if (!existsSync(path)) throw new BadInput(`There is no document ${path}.`);
    return { id, text: readFileSync(path, 'utf8') };
  });
  for (const { id, mentions } of gold) {
    for (const { doc, start, quote } of mentions) {
      const text = documents.find((document) => document.id === doc)?.text;
      if (text?.slice(start, start + quote.length) !== quote) {
        throw new BadInput(`${id}: "${quote}" does not stand at ${start} in ${doc}.`);
      }
    }
  }
  const compared = documents.map(({ id, text }) => ({ id, reading: readText(text, knowledge) }));
  const claims = gold.map(({ id, statement, cues, denials }) =>
    args.includes('--no-cues') ? { id, statement } : { id, statement, cues, denials }
  );
  const { mistakes, ...score } = scoreGold(gold, readContested(claims, compared, knowledge));
  console.log(JSON.stringify(roundNumbers(score), null, 2));
  if (args.includes('--mistakes')) for (const mistake of mistakes) console.error(mistake);
}

try {
  run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof BadInput)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
