/**
 * Strict YAML: a text becomes a checked value, or one error that names file, entry and line and says what
 * to do. Used for word lists and for the files of a collection. Knows no file system: the caller reads.
 */
import * as v from 'valibot';
import { isNode, LineCounter, parseDocument, type Document as YamlDocument } from 'yaml';

/** What is wrong with a YAML file, and where. `message` reads `file:line: entry "id": problem`. */
export class YamlError extends Error {
  override readonly name = 'YamlError';

  constructor(
    readonly file: string,
    /** Id of the entry the problem is in, where it has one. */
    readonly entry: string | null,
    /** 1-based. */
    readonly line: number,
    /** What is wrong and what to do about it, without the place. */
    readonly problem: string
  ) {
    super(`${file}:${line}: ${entry === null ? '' : `entry "${entry}": `}${problem}`);
  }
}

export type YamlPath = readonly (string | number)[];

/** A checked YAML file that can still say on which line a value stands. */
export interface LoadedYaml<Value> {
  readonly value: Value;
  /** 1-based line of the value at a path, or of the nearest thing around it. */
  lineOf(path: YamlPath): number;
  /** The error to throw when a value is well formed but wrong in a way a schema cannot say. */
  error(path: YamlPath, problem: string): YamlError;
}

function lineAt(document: YamlDocument, counter: LineCounter, path: YamlPath): number {
  for (let length = path.length; length >= 0; length--) {
    const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return counter.linePos(node.range[0]).line;
  }
  return 1;
}

/** Id of the innermost thing on the path that has one; the file's own id names no entry. */
function entryAt(raw: unknown, path: YamlPath): string | null {
  let entry: string | null = null;
  let value: unknown = raw;
  for (const key of path) {
    if (value === null || typeof value !== 'object') break;
    value = (value as Record<string | number, unknown>)[key];
    if (value !== null && typeof value === 'object' && 'id' in value && typeof value.id === 'string') {
      entry = value.id;
    }
  }
  return entry;
}

function pathText(path: YamlPath): string {
  return path
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`))
    .join('');
}

function plain(issue: v.BaseIssue<unknown>, path: YamlPath): string {
  const place = path.length === 0 ? 'the file' : `"${pathText(path)}"`;
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return `${place} is not a known field: correct its spelling or remove it`;
  }
  if (issue.type.endsWith('object') && issue.received === 'undefined') {
    return `${place} is missing: add it`;
  }
  if (issue.message.startsWith('Invalid ')) {
    return `${place} must be ${issue.expected ?? 'something else'}, but is ${issue.received}`;
  }
  return `${place} ${issue.message}`;
}

/**
 * Parses and checks a YAML text.
 *
 * @param file name shown in errors
 * @throws YamlError on a syntax error, a duplicate key, or the first value the schema refuses
 */
export function loadYaml<const Schema extends v.GenericSchema>(
  file: string,
  text: string,
  schema: Schema
): LoadedYaml<v.InferOutput<Schema>> {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, strict: true, uniqueKeys: true });
  const wrong = document.errors[0] ?? document.warnings[0];
  if (wrong) {
    const sentence = wrong.message.split(/ at line \d+/)[0] ?? wrong.message;
    throw new YamlError(file, null, counter.linePos(wrong.pos[0]).line, `is not valid YAML: ${sentence}`);
  }
  let raw: unknown;
  try {
    raw = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new YamlError(file, null, 1, `is not valid YAML: ${why}`);
  }
  const lineOf = (path: YamlPath): number => lineAt(document, counter, path);
  const fail = (path: YamlPath, problem: string): YamlError =>
    new YamlError(file, entryAt(raw, path), lineOf(path), problem);
  const result = v.safeParse(schema, raw);
  if (!result.success) {
    // A misspelt field is missing under its right name as well: the misspelling is what to report.
    const issue = result.issues.find((item) => item.expected === 'never') ?? result.issues[0];
    const path = (issue.path ?? []).map((item) => item.key as string | number);
    throw fail(path, plain(issue, path));
  }
  return { value: result.output, lineOf, error: fail };
}
