/** How the numbers of a document moved between two of its versions. */
import type { ApiError, Audit, AuditRequestInput } from '$lib/analysis/audit-schema';
import { listedMetrics } from './rewrite-view';
import { textReading, type TextReading } from './rewrite-reading';
import type { MetricInfo } from './slices';

/** Letters of both versions that are measured without being asked for: a second or two on a small computer. */
export const MEASURED_AT_ONCE = 100_000;

export interface VersionReadings {
  readonly before: TextReading;
  readonly after: TextReading;
}

/**
 * Has the engine read two versions of a text. Computes; nothing is stored.
 *
 * @throws Error whose message is for the reader; the browser's own error when it is cancelled
 */
export async function readVersions(
  texts: { readonly before: string; readonly after: string },
  claims: AuditRequestInput['claims'],
  metrics: readonly MetricInfo[],
  fetcher: typeof fetch,
  signal: AbortSignal
): Promise<VersionReadings> {
  const request: AuditRequestInput = {
    documents: [
      { id: 'before', text: texts.before },
      { id: 'after', text: texts.after }
    ],
    claims: claims ?? [],
    seed: 1
  };
  let response: Response;
  try {
    response = await fetcher('/api/v1/audit', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
      signal
    });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new Error('Parallax did not answer. Is it still running?', { cause: error });
  }
  const answer = (await response.json().catch(() => null)) as Audit | ApiError | null;
  if (answer && 'error' in answer) throw new Error(answer.error.message);
  const names = listedMetrics(metrics);
  const before = response.ok && answer ? textReading(answer, 'before', names) : null;
  const after = response.ok && answer ? textReading(answer, 'after', names) : null;
  if (before && after) return { before, after };
  throw new Error(`The versions could not be measured (status ${response.status}).`);
}
