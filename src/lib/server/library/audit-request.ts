import * as v from 'valibot';
import { audit, ENGINE_VERSION } from '$lib/analysis/audit';
import { AuditRequestSchema, type Audit, type AuditRequest } from '$lib/analysis/audit-schema';
import { knowledge } from '$lib/lexicons/generated';
import { DomainError } from '../domain-error';
import { sha256 } from './load-collection';

/** `documents[2].text`: the way people write a place in JSON. */
export function pathText(keys: readonly unknown[]): string | null {
  const text = keys
    .map((key, index) =>
      typeof key === 'number' ? `[${key}]` : index === 0 ? String(key) : `.${String(key)}`
    )
    .join('');
  return text === '' ? null : text;
}

/** The second of two entries with the same id, so that an error can point at it. */
function duplicate(items: unknown): { index: number; id: string } | null {
  if (!Array.isArray(items)) return null;
  const seen = new Set<unknown>();
  for (const [index, item] of items.entries()) {
    const id: unknown = item !== null && typeof item === 'object' ? (item as { id?: unknown }).id : undefined;
    if (typeof id !== 'string') continue;
    if (seen.has(id)) return { index, id };
    seen.add(id);
  }
  return null;
}

/** What is wrong at a place, to be read after its name: "is missing: add it". */
export function problemOf(issue: v.BaseIssue<unknown>): string {
  if (issue.kind === 'schema' && issue.received === 'undefined') return 'is missing: add it';
  if (!issue.message.startsWith('Invalid ')) return issue.message;
  if (issue.expected === 'never') return 'is no field here: leave it out, or correct its name';
  if (issue.expected === 'Object') return `must be a JSON object, but is ${issue.received}`;
  if (issue.expected === 'Array') return `must be a list, but is ${issue.received}`;
  return `must be ${issue.expected ?? 'something else'}, but is ${issue.received}`;
}

/**
 * Checks a request that came from outside.
 *
 * @throws DomainError (400) whose path names the first place that is wrong
 */
export function parseAuditRequest(raw: unknown): AuditRequest {
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw)) {
    throw new DomainError(
      'invalid-request',
      'The request must be a JSON object with a list "documents", each with an "id" and a "text".'
    );
  }
  for (const list of ['documents', 'claims'] as const) {
    const twice = duplicate((raw as Record<string, unknown>)[list]);
    if (!twice) continue;
    const path = `${list}[${twice.index}].id`;
    throw new DomainError(
      'duplicate-id',
      `${path} is "${twice.id}", which another entry of ${list} has: give each its own.`,
      path
    );
  }
  const result = v.safeParse(AuditRequestSchema, raw, { abortEarly: true });
  if (result.success) return result.output;
  const issue = result.issues[0];
  const path = pathText((issue.path ?? []).map((item) => item.key));
  throw new DomainError('invalid-request', `${path ?? 'The request'} ${problemOf(issue)}.`, path);
}

/** Runs the engine on a checked request. Computes; stores nothing. */
export function runAudit(request: AuditRequest): Audit {
  return audit(request, knowledge, sha256);
}

/** Names everything an audit's bytes depend on. */
export function auditKey(request: AuditRequest): string {
  return sha256(JSON.stringify([ENGINE_VERSION, knowledge.hash, request]));
}

/** The bytes every door hands out for an audit: the API, the command line and the exports. */
export function auditJson(value: Audit): string {
  return `${JSON.stringify(value)}\n`;
}
