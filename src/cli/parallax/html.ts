/** What `--html` asks the server's report for: the request that is audited, and what else is known of its texts. */
import { existsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { AuditRequest } from '$lib/analysis/audit-schema';
import { aboutOf, type ReportAbout } from '$lib/server/export/html/report-request';
import type { ContestedClaim } from '$lib/server/library';
import { loadCollection } from '$lib/server/library/load-collection';

/** A request as it was written down; the report of a request file is headed by the file's name. */
function aboutInput(input: string, claims: readonly ContestedClaim[] | undefined): ReportAbout {
  const files =
    statSync(input).isDirectory() && existsSync(join(input, 'collection.yaml'))
      ? loadCollection(input)
      : { title: basename(input), question: '', description: '', documents: [], contested: [] };
  return aboutOf(claims ? { ...files, contested: claims } : files);
}

/**
 * The body to post to `/api/v1/report`, as JSON.
 *
 * @param input the folder or file that the request was read from
 * @param claims what was looked for instead of the input's own claims
 */
export function reportBody(
  input: string,
  request: AuditRequest,
  claims: readonly ContestedClaim[] | undefined
): string {
  return JSON.stringify({ ...request, about: aboutInput(input, claims) });
}
