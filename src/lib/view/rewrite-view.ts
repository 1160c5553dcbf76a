/** What the bench needs of a document: its text in sentences, and what the engine reads in it. */
import type { Audit, AuditRequestInput, DocumentAudit } from '$lib/analysis/audit-schema';
import { askAudit, askRevision } from './ask-audit';
import { blocksOf } from './document';
import type { MetricName } from './highlights';
import type { Range } from './passages';
import { sentencesOf } from './rewrite';
import { revisedReading, textReading, type TextReading } from './rewrite-reading';

export interface RewriteView {
  readonly id: string;
  readonly textSha256: string;
  readonly headings: readonly Range[];
  readonly excluded: readonly {
    start: number;
    end: number;
    reason: DocumentAudit['excluded'][number]['reason'];
  }[];
  readonly sentences: readonly Range[];
  readonly reading: TextReading;
}

/** What is sent to the engine beside the text: the same for the original and for every copy. */
export type RewriteRequest = Pick<AuditRequestInput, 'claims'> & {
  readonly document: Omit<AuditRequestInput['documents'][number], 'text'>;
};

/** Repeated words and long ones are counted, but a list of them would bury what an edit did. */
const UNLISTED: readonly string[] = ['vocabulary'];

/** The metrics whose findings are compared one by one. */
export function listedMetrics<Name extends MetricName>(names: readonly Name[]): Name[] {
  return names.filter(({ id }) => !UNLISTED.includes(id));
}

/** The view of one document of an audit; null when it has no such document. */
export function rewriteView(
  audit: Audit,
  id: string,
  text: string,
  names: readonly MetricName[]
): RewriteView | null {
  const document = audit.documents.find((candidate) => candidate.id === id);
  const reading = textReading(audit, id, listedMetrics(names));
  if (!document || !reading) return null;
  const headings = document.headings.map(({ start, end }) => ({ start, end }));
  const excluded = document.excluded.map(({ start, end, reason }) => ({ start, end, reason }));
  const sentences = sentencesOf(text, blocksOf(text, headings, excluded), document.segments);
  return { id, textSha256: document.textSha256, headings, excluded, sentences, reading };
}

const SENTENCES = {
  silent: 'Parallax does not answer. Is it still running? Your edits are still here.',
  failed: (status: number) => `The copy could not be read (status ${status}). Your edits are still here.`
};

/**
 * Has the engine read a text by itself. Computes; nothing is stored.
 *
 * @throws Error whose message can be shown; the browser's own error when the request is cancelled
 */
export function readAlone(
  text: string,
  { document, claims }: RewriteRequest,
  fetcher: typeof fetch,
  signal: AbortSignal
): Promise<Audit> {
  const request: AuditRequestInput = { documents: [{ ...document, text }], claims: claims ?? [], seed: 1 };
  return askAudit(request, SENTENCES, fetcher, signal);
}

/**
 * Has the engine read a copy beside its original. Computes; nothing is stored.
 *
 * @throws as `readAlone` does
 */
export async function readCopy(
  original: string,
  copy: string,
  { claims }: Pick<RewriteRequest, 'claims'>,
  names: readonly MetricName[],
  fetcher: typeof fetch,
  signal: AbortSignal
): Promise<TextReading> {
  const request = { before: original, after: copy, claims: claims ?? [] };
  return revisedReading(
    await askRevision(request, SENTENCES, fetcher, signal),
    'after',
    listedMetrics(names)
  );
}
