/** Two versions of a text that somebody sends: read and compared, and nothing of it is kept but in memory. */
import * as v from 'valibot';
import { RevisionRequestSchema, type RevisionRequest } from '$lib/analysis/audit-schema-revision';
import { RevisionAudits } from '$lib/analysis/revision-audit';
import { knowledge } from '$lib/lexicons/generated';
import { DomainError } from '../domain-error';
import { pathText, problemOf } from './audit-request';
import { auditThreads } from './audits';
import { sha256 } from './load-collection';

/**
 * Checks a request that came from outside.
 *
 * @throws DomainError (400) whose path names the first place that is wrong
 */
export function parseRevisionRequest(raw: unknown): RevisionRequest {
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw)) {
    throw new DomainError(
      'invalid-request',
      'The request must be a JSON object with two texts, "before" and "after".'
    );
  }
  const result = v.safeParse(RevisionRequestSchema, raw, { abortEarly: true });
  if (result.success) return result.output;
  const issue = result.issues[0];
  const path = pathText((issue.path ?? []).map((item) => item.key));
  throw new DomainError('invalid-request', `${path ?? 'The request'} ${problemOf(issue)}.`, path);
}

/** Where there are no built threads: in tests and while developing. */
const here = new RevisionAudits(knowledge, sha256);

/**
 * The JSON of a revision. Whoever goes on changing a copy is answered by the thread that has read its original.
 *
 * @throws DomainError (400) when the request is not as the contract says
 */
export async function revisionJson(raw: unknown): Promise<string> {
  const request = parseRevisionRequest(raw);
  const threads = auditThreads();
  if (threads === null) return JSON.stringify(here.of(request));
  return new TextDecoder().decode(await threads.audit(request, `revision of ${sha256(request.before)}`));
}
