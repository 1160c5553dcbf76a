/** Asks the engine to read some texts. The one place of its requests; each page brings its own sentences. */
import type {
  ApiError,
  Audit,
  AuditRequestInput,
  Revision,
  RevisionRequestInput
} from '$lib/analysis/audit-schema';

/** What a page tells its reader when there is no answer that could be shown. */
export interface AskSentences {
  /** Nobody answers. */
  readonly silent: string;
  /** The answer has this status and says no reason. */
  readonly failed: (status: number) => string;
}

/** A request that came to nothing, in a sentence for the reader. */
export class AskError extends Error {
  override readonly name = 'AskError';

  constructor(
    message: string,
    /** The place in the request that the server names: `documents[1].text`. */
    readonly path: string | null = null,
    options?: ErrorOptions
  ) {
    super(message, options);
  }
}

/** True for the error that a cancelled request ends with. */
export function isAborted(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/** The reason an answer of the API gives; null when it is no error of the API. */
export function reasonOf(answer: unknown): ApiError['error'] | null {
  if (typeof answer !== 'object' || answer === null || !('error' in answer)) return null;
  const { error } = answer;
  if (typeof error !== 'object' || error === null) return null;
  return 'message' in error && typeof error.message === 'string' ? (error as ApiError['error']) : null;
}

/**
 * Posts a value as JSON.
 *
 * @throws AskError with the sentence `silent` when nobody answers; the browser's own error when it is cancelled
 */
export async function postJson(
  address: string,
  value: unknown,
  silent: string,
  fetcher: typeof fetch,
  signal?: AbortSignal
): Promise<Response> {
  try {
    return await fetcher(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(value),
      ...(signal ? { signal } : {})
    });
  } catch (error) {
    if (signal?.aborted || isAborted(error)) throw error;
    throw new AskError(silent, null, { cause: error });
  }
}

/** @param holds a field that every answer has; without it an answer is none */
async function ask<Answer>(
  address: string,
  request: unknown,
  holds: keyof Answer & string,
  sentences: AskSentences,
  fetcher: typeof fetch,
  signal: AbortSignal
): Promise<Answer> {
  const response = await postJson(address, request, sentences.silent, fetcher, signal);
  const answer: unknown = await response.json().catch((error: unknown) => {
    if (signal.aborted || isAborted(error)) throw error;
    return null;
  });
  if (response.ok && typeof answer === 'object' && answer !== null && holds in answer)
    return answer as Answer;
  const reason = reasonOf(answer);
  if (reason) throw new AskError(reason.message, reason.path);
  throw new AskError(sentences.failed(response.status));
}

/**
 * Has the engine read some texts and lay them side by side. Computes; nothing is stored.
 *
 * @throws AskError whose message is for the reader; the browser's own error when the request is cancelled
 */
export function askAudit(
  request: AuditRequestInput,
  sentences: AskSentences,
  fetcher: typeof fetch,
  signal: AbortSignal
): Promise<Audit> {
  return ask<Audit>('/api/v1/audit', request, 'documents', sentences, fetcher, signal);
}

/**
 * Has the engine read two versions of one text. Computes; nothing is stored.
 *
 * @throws as `askAudit` does
 */
export function askRevision(
  request: RevisionRequestInput,
  sentences: AskSentences,
  fetcher: typeof fetch,
  signal: AbortSignal
): Promise<Revision> {
  return ask<Revision>('/api/v1/revision', request, 'differences', sentences, fetcher, signal);
}
