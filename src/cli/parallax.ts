/** The engine without the server. Standard output is the result alone; everything else goes to standard error. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Audit } from '$lib/analysis/audit-schema';
import { DomainError } from '$lib/server/domain-error';
import { makeBundle } from '$lib/server/export/bundle';
import { COMPARISON_TABLES } from '$lib/server/export/comparison-csv';
import { figuresCsv, metricsCsv, stancesCsv, statementsCsv } from '$lib/server/export/csv';
import { summaryText } from '$lib/server/export/summary';
import { auditJson, describeMetrics, openClaims, openInput, passedOver, runAudit } from '$lib/server/library';
import { verify } from './parallax/bundle';
import { whatIsWrong, wrongOption } from './parallax/wrong';

export { keep } from './parallax/keep';
import { reportBody } from './parallax/html';

const HELP = `parallax audit FOLDER_OR_FILE [options]
parallax bundle FOLDER_OR_FILE [--with-texts]
parallax verify BUNDLE.json [--texts FOLDER]
parallax backup FILE
parallax restore FILE [--replace]

Audits a collection's folder, a folder of .txt and .md files, one such file, or a request in JSON, and prints a
summary.

  --json                    print the whole audit as JSON, the same bytes as POST /api/v1/audit
  --csv DIR                 also write the tables to DIR: metrics, statements, stances and all of the comparison
  --html FILE               also write the report to FILE: one page to read, print or send, with all it needs inside
  --limit METRIC=VALUE      exit with 1 when a document's METRIC is over VALUE; may be given more than once
  --collection-claims FILE  look for the contested claims of FILE (a contested.yaml) instead of the input's own
  --help                    print this

bundle prints one file that holds all an audit rests on, and its result; verify takes it again and says whether
the bytes are the same.

  --with-texts              put the texts into the bundle; without, they are named by their hashes
  --texts FOLDER            where verify finds texts that are not in the bundle

backup writes the whole library of the app to one file; restore fills an empty library from it. Stop the server
first: one process at a time has the library open.

  --replace                 let restore delete what is in the library

Exit code: 0 done, 1 a metric is over its limit or the result is not the same, 2 bad input. What is wrong is said in
a sentence on standard error; with --json, in the error shape of the API.
`;

/** What follows a command, in words and as the help writes it. */
const NEEDED: Readonly<Record<string, readonly [string, string]>> = {
  audit: ['what is to be audited', 'FOLDER_OR_FILE'],
  bundle: ['what is to be audited', 'FOLDER_OR_FILE'],
  verify: ['the bundle', 'BUNDLE.json']
};

/** Where the command was typed and where its words go. */
export interface Terminal {
  readonly folder: string;
  out(text: string): void;
  err(text: string): void;
  /** Writes the report of a request to a file, once the command is done; see `reportBody`. */
  report?(body: string, file: string): void;
}

interface Limit {
  readonly metric: string;
  readonly value: number;
}

function readLimit(text: string): Limit {
  const [, metric = '', number = ''] = /^([a-z-]+)=(-?\d+(?:\.\d+)?)$/.exec(text) ?? [];
  if (metric === '') {
    throw new DomainError(
      'invalid-option',
      `--limit is "${text}": write METRIC=VALUE, such as hedging=12.`,
      '--limit'
    );
  }
  const known = describeMetrics().map(({ id }) => id);
  if (!known.includes(metric)) {
    throw new DomainError(
      'invalid-option',
      `--limit names the metric "${metric}": write one of ${known.join(', ')}.`,
      '--limit'
    );
  }
  return { metric, value: Number(number) };
}

/** One sentence for each document whose metric is over its limit. */
function overLimit(audit: Audit, limits: readonly Limit[]): string[] {
  return limits.flatMap(({ metric, value }) =>
    audit.documents.flatMap(({ id, metrics }) => {
      const result = metrics[metric];
      if (!result || !('value' in result) || result.value <= value) return [];
      return [`${id}: ${metric} is ${result.value} ${result.unit}, over the limit of ${value}.`];
    })
  );
}

function writeTables(folder: string, audit: Audit): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'metrics.csv'), metricsCsv(audit));
  writeFileSync(join(folder, 'statements.csv'), statementsCsv(audit));
  writeFileSync(join(folder, 'figures.csv'), figuresCsv(audit));
  writeFileSync(join(folder, 'stances.csv'), stancesCsv(audit));
  for (const [name, table] of Object.entries(COMPARISON_TABLES)) {
    writeFileSync(join(folder, name), table(audit));
  }
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        csv: { type: 'string' },
        html: { type: 'string' },
        limit: { type: 'string', multiple: true, default: [] },
        'collection-claims': { type: 'string' },
        'with-texts': { type: 'boolean', default: false },
        texts: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false }
      }
    });
  } catch (error) {
    throw wrongOption(error);
  }
}

function runCommand(args: readonly string[], terminal: Terminal): number {
  const { values, positionals } = readArguments(args);
  if (values.help) {
    terminal.out(HELP);
    return 0;
  }
  const [verb, input, ...more] = positionals;
  const from = (path: string): string => resolve(terminal.folder, path);
  const needed = Object.hasOwn(NEEDED, verb ?? '') ? NEEDED[verb ?? ''] : undefined;
  if (needed !== undefined && input === undefined)
    throw new DomainError('invalid-command', `${verb} needs ${needed[0]}: parallax ${verb} ${needed[1]}.`);
  if (!['audit', 'bundle', 'verify'].includes(verb ?? '') || input === undefined || more.length > 0) {
    throw new DomainError(
      'invalid-command',
      'Write "parallax audit", "bundle", "verify", "backup" or "restore" and one folder or file; "parallax --help" says what is possible.'
    );
  }
  if (verb === 'verify') {
    const { text, identical } = verify(from(input), values.texts === undefined ? null : from(values.texts));
    terminal.out(text);
    return identical ? 0 : 1;
  }
  const limits = values.limit.map(readLimit);
  const claimsFile = values['collection-claims'];
  const claims = claimsFile === undefined ? undefined : openClaims(from(claimsFile));
  const request = openInput(from(input), claims);
  const left = passedOver(from(input));
  if (left !== null) terminal.err(`${left}\n`);
  const audit = runAudit(request);
  if (verb === 'bundle') {
    terminal.out(`${JSON.stringify(makeBundle(request, audit, [], values['with-texts']))}\n`);
    return 0;
  }
  if (values.html !== undefined) {
    if (!terminal.report)
      throw new DomainError('invalid-option', '--html needs the launcher: use npm run parallax.', '--html');
    terminal.report(reportBody(from(input), request, claims), from(values.html));
  }
  if (values.csv !== undefined) writeTables(from(values.csv), audit);
  terminal.out(values.json ? auditJson(audit) : summaryText(audit));
  const over = overLimit(audit, limits);
  for (const sentence of over) terminal.err(`${sentence}\n`);
  return over.length > 0 ? 1 : 0;
}

/**
 * Runs the command line.
 *
 * @returns the exit code: 0 done, 1 a metric is over a set limit, 2 bad input (said on standard error)
 */
export function main(args: readonly string[], terminal: Terminal): number {
  try {
    return runCommand(args, terminal);
  } catch (error) {
    terminal.err(whatIsWrong(error, args));
    return 2;
  }
}
