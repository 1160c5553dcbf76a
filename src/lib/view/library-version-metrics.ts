/** How the numbers of a document moved between two of its versions. */
import type { AuditRequestInput } from '$lib/analysis/audit-schema';
import { askRevision } from './ask-audit';
import { listedMetrics } from './rewrite-view';
import { revisedReading, type TextReading } from './rewrite-reading';
import type { MetricInfo } from './slices';

/** Letters of both versions that are measured without being asked for: a second or two on a small computer. */
export const MEASURED_AT_ONCE = 100_000;

export interface VersionReadings {
  readonly before: TextReading;
  readonly after: TextReading;
}

const SENTENCES = {
  silent: 'Parallax did not answer. Is it still running?',
  failed: (status: number) => `The versions could not be measured (status ${status}).`
};

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
  const revision = await askRevision({ ...texts, claims: claims ?? [] }, SENTENCES, fetcher, signal);
  const names = listedMetrics(metrics);
  return {
    before: revisedReading(revision, 'before', names),
    after: revisedReading(revision, 'after', names)
  };
}
