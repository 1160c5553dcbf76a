/** Sends a reader's drafts to the engine and brings back the result, or says which field is wrong. */
import type { Audit, AuditRequestInput } from '$lib/analysis/audit-schema';
import { AskError, askAudit, postJson } from './ask-audit';
import { fieldOfPath, requestOf, type Drafts } from './drafts';
import type { SourceInput } from './sources';

/** What the engine says of a reader's own texts, with the texts themselves; held in memory only. */
export interface OwnResult {
  /** What was asked for, to ask for its report. */
  readonly request: AuditRequestInput;
  readonly audit: Audit;
  readonly documents: readonly (SourceInput & { readonly title: string | null })[];
}

/** An error that belongs to one field of the form. */
export class FieldError extends Error {
  override readonly name = 'FieldError';

  constructor(
    /** As in `FieldProblem.field`. */
    readonly field: string,
    message: string
  ) {
    super(message);
  }
}

/** The API names places in its own terms; at the field itself "This" says as much. */
function atTheField(message: string, path: string | null): string {
  return path && message.startsWith(`${path} `) ? `This ${message.slice(path.length + 1)}` : message;
}

/** The title that the text itself shows above its body; null when it shows none. */
function shownTitle(audit: Audit, id: string): string | null {
  const document = audit.documents.find((candidate) => candidate.id === id);
  return document?.excluded.find(({ reason }) => reason === 'title')?.quote.trim() || null;
}

const SENTENCES = {
  silent: 'Parallax did not answer. Is it still running? Your texts are still here.',
  failed: (status: number) => `The comparison failed (status ${status}). Your texts are still here.`
};

/**
 * Compares the drafts. `problemsOf(drafts)` must be empty.
 *
 * @throws FieldError with the field to mend; the browser's own error when the request is cancelled
 */
export async function askForAudit(
  drafts: Drafts,
  fetcher: typeof fetch,
  signal: AbortSignal
): Promise<OwnResult> {
  const request = requestOf(drafts);
  const audit = await askAudit(request, SENTENCES, fetcher, signal).catch((error: unknown) => {
    if (!(error instanceof AskError)) throw error;
    const field = fieldOfPath(error.path, request);
    throw new FieldError(field, field === 'form' ? error.message : atTheField(error.message, error.path));
  });
  const documents = request.documents.map(({ id, text, title }) => ({
    id,
    text,
    title: title ?? shownTitle(audit, id)
  }));
  return { request, audit, documents };
}

/**
 * The report of a comparison as a file. The texts go to this computer's own server once more, which stores nothing.
 *
 * @throws Error with a sentence for the reader
 */
export async function askForReport({ request, documents }: OwnResult, fetcher: typeof fetch): Promise<Blob> {
  const about = {
    title: 'Your own texts',
    documents: documents.map(({ id, title }) => ({ id, title }))
  };
  const silent = 'Parallax did not answer. Is it still running?';
  const response = await postJson('/api/v1/report', { ...request, about }, silent, fetcher);
  if (!response.ok) throw new Error(`The report could not be made (status ${response.status}).`);
  return response.blob();
}
