/** An audit that anybody can take again: everything it rests on, and its result, in one file. */
import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { ENGINE_VERSION } from '$lib/analysis/audit';
import { AuditRequestSchema, type Audit, type AuditRequest } from '$lib/analysis/audit-schema';
import { knowledge } from '$lib/lexicons/generated';
import { DomainError } from '../domain-error';
import { auditJson, pathText, problemOf, runAudit } from '../library/audit-request';
import { sha256 } from '../library/load-collection';
import type { Judgement } from '../library/registry-change';

export const BUNDLE_SCHEMA_ID = 'parallax.bundle/1';

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in 64 hexadecimal digits'));
const { text: _text, ...about } = AuditRequestSchema.entries.documents.pipe[0].item.entries;

const BundleSchema = v.object({
  schema: v.literal(BUNDLE_SCHEMA_ID, `must be "${BUNDLE_SCHEMA_ID}"`),
  engine: v.object({ version: v.string(), knowledge: v.string() }),
  /** SHA-256 of each word list as it was compiled. */
  wordLists: v.record(v.string(), hash),
  documents: v.array(v.object({ ...about, textSha256: hash, text: v.nullish(v.string(), null) })),
  claims: AuditRequestSchema.entries.claims,
  seed: AuditRequestSchema.entries.seed,
  judgements: v.array(v.unknown()),
  auditSha256: hash,
  audit: v.looseObject({ schema: v.string() })
});
export type Bundle = v.InferOutput<typeof BundleSchema>;

/** Lists with graded words hold maps, which JSON does not write by itself. */
function wordListHashes(): Record<string, string> {
  const lists: Record<string, unknown> = { ...knowledge.lexicons };
  for (const [id, words] of Object.entries(knowledge.valences ?? {})) lists[id] = [...words];
  return Object.fromEntries(
    Object.keys(lists)
      .sort()
      .map((id) => [id, sha256(JSON.stringify(lists[id]))])
  );
}

type Told = Omit<Bundle, 'auditSha256' | 'audit'>;

/** All of a bundle but the audit. */
function told(request: AuditRequest, judgements: readonly Judgement[], withTexts: boolean): Told {
  return {
    schema: BUNDLE_SCHEMA_ID,
    engine: { version: ENGINE_VERSION, knowledge: knowledge.hash },
    wordLists: wordListHashes(),
    documents: request.documents.map(({ text, ...rest }) => ({
      ...rest,
      textSha256: sha256(text),
      text: withTexts ? text : null
    })),
    claims: request.claims,
    seed: request.seed,
    judgements: [...judgements]
  };
}

/**
 * Bundles a request and its audit.
 *
 * @param judgements what readers found of cells, kept beside the machine's answers
 * @param withTexts whether the texts themselves go in; without, they are named by their hashes
 */
export function makeBundle(
  request: AuditRequest,
  audit: Audit,
  judgements: readonly Judgement[],
  withTexts: boolean
): Bundle {
  return { ...told(request, judgements, withTexts), auditSha256: sha256(auditJson(audit)), audit };
}

/**
 * The same as the pieces of its JSON, with a line break at its end.
 *
 * @param json begins the JSON of the audit anew, piece by piece: it is read twice, for its hash stands before it
 */
export async function* bundlePieces(
  request: AuditRequest,
  json: () => AsyncIterable<string>,
  judgements: readonly Judgement[],
  withTexts: boolean
): AsyncGenerator<string> {
  const auditSha256 = createHash('sha256');
  for await (const piece of json()) auditSha256.update(piece);
  const opening = JSON.stringify({
    ...told(request, judgements, withTexts),
    auditSha256: auditSha256.digest('hex')
  });
  yield `${opening.slice(0, -1)},"audit":`;
  // The line break that ends the audit stands after the bundle instead.
  for await (const piece of json()) yield piece.endsWith('\n') ? piece.slice(0, -1) : piece;
  yield '}\n';
}

/**
 * Reads a bundle.
 *
 * @throws DomainError (400) naming the first place that is not as a bundle is
 */
export function parseBundle(raw: unknown): Bundle {
  const result = v.safeParse(BundleSchema, raw, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = pathText((issue.path ?? []).map(({ key }) => String(key)));
  throw new DomainError('not-a-bundle', `${path ?? 'The bundle'} ${problemOf(issue)}.`, path);
}

/** What taking an audit again found. */
export interface Verification {
  readonly identical: boolean;
  /** What differs, a sentence each; empty when the bytes are the same. */
  readonly differences: readonly string[];
}

/** The places where two results differ, as paths, at most so many. */
function differingPaths(a: unknown, b: unknown, most: number): string[] {
  const found: string[] = [];
  const walk = (x: unknown, y: unknown, path: string): void => {
    if (found.length >= most || Object.is(x, y)) return;
    const isObject = (value: unknown): value is Record<string, unknown> =>
      typeof value === 'object' && value !== null;
    if (!isObject(x) || !isObject(y) || Array.isArray(x) !== Array.isArray(y)) {
      found.push(path);
      return;
    }
    for (const key of new Set([...Object.keys(x), ...Object.keys(y)]))
      walk(x[key], y[key], Array.isArray(x) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`);
  };
  walk(a, b, '');
  return found;
}

const MOST_PATHS = 20;

/**
 * Takes the audit of a bundle again and compares it byte by byte.
 *
 * @param textOf finds a text that the bundle names only by its hash; null when it has none
 * @throws DomainError (422) when a text is missing, or is another than the bundle says
 */
export function verifyBundle(bundle: Bundle, textOf: (textSha256: string) => string | null): Verification {
  const documents = bundle.documents.map(({ text, textSha256, ...rest }) => {
    const found = text ?? textOf(textSha256);
    if (found === null) {
      throw new DomainError(
        'missing-text',
        `The text of "${rest.id}" is not in the bundle: name a folder that holds it with --texts.`,
        rest.id,
        422
      );
    }
    if (sha256(found) !== textSha256) {
      throw new DomainError(
        'other-text',
        `The text of "${rest.id}" is not the one that was audited.`,
        rest.id,
        422
      );
    }
    return { ...rest, text: found };
  });
  const again = runAudit({ documents, claims: bundle.claims, seed: bundle.seed });
  const written = `${JSON.stringify(bundle.audit)}\n`;
  const differences: string[] = [];
  if (sha256(written) !== bundle.auditSha256)
    differences.push('The result in the bundle was changed after it was made: its hash is another.');
  if (written === auditJson(again)) return { identical: differences.length === 0, differences };
  if (bundle.engine.version !== ENGINE_VERSION)
    differences.push(`The engine was ${bundle.engine.version} and is ${ENGINE_VERSION}.`);
  const now = wordListHashes();
  const lists = [...new Set([...Object.keys(now), ...Object.keys(bundle.wordLists)])]
    .filter((id) => now[id] !== bundle.wordLists[id])
    .sort();
  if (lists.length > 0) differences.push(`Word lists that are not the same: ${lists.join(', ')}.`);
  const paths = differingPaths(bundle.audit, again, MOST_PATHS);
  if (paths.length > 0) {
    const more = paths.length === MOST_PATHS ? ', and perhaps more' : '';
    differences.push(`Results that are not the same: ${paths.join(', ')}${more}.`);
  } else differences.push('The same values, written in another order.');
  return { identical: false, differences };
}
