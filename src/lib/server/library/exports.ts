import type { Audit, AuditRequest } from '$lib/analysis/audit-schema';
import { DomainError } from '../domain-error';
import { makeBundle } from '../export/bundle';
import { COMPARISON_TABLES } from '../export/comparison-csv';
import { cslSources } from '../export/csl';
import { metricsCsv, stancesCsv, statementsCsv } from '../export/csv';
import { webAnnotations } from '../export/web-annotations';
import type { Collection } from './collection';
import type { Judgement } from './registry-change';

/** Everything an export may need of a collection. */
export interface Exported {
  readonly collection: Collection;
  readonly request: AuditRequest;
  readonly audit: Audit;
  readonly judgements: readonly Judgement[];
  readonly withTexts: boolean;
}

export interface ExportFile {
  readonly type: string;
  /** What is large is written out piece by piece. */
  readonly body: string | AsyncIterable<string>;
}

const CSV = 'text/csv; charset=utf-8';
export const JSON_TYPE = 'application/json; charset=utf-8';
const json = (value: unknown, type = JSON_TYPE): ExportFile => ({
  type,
  body: `${JSON.stringify(value, null, 2)}\n`
});

const FILES: Readonly<Record<string, (exported: Exported) => ExportFile>> = {
  'metrics.csv': ({ audit }) => ({ type: CSV, body: metricsCsv(audit) }),
  'statements.csv': ({ audit }) => ({ type: CSV, body: statementsCsv(audit) }),
  'stances.csv': ({ audit }) => ({ type: CSV, body: stancesCsv(audit) }),
  ...Object.fromEntries(
    Object.entries(COMPARISON_TABLES).map(([name, table]) => [
      name,
      ({ audit }: Exported): ExportFile => ({ type: CSV, body: table(audit) })
    ])
  ),
  'stances.json': ({ collection, audit, judgements }) =>
    json({
      collection: collection.id,
      engine: audit.engine,
      claims: audit.contested,
      registry: collection.contested,
      judgements
    }),
  'annotations.jsonld': ({ collection, audit }) =>
    json(
      webAnnotations(audit, new Map(collection.documents.map(({ id, text }) => [id, text]))),
      'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"; charset=utf-8'
    ),
  'sources.csl.json': ({ collection }) =>
    json(cslSources(collection), 'application/vnd.citationstyles.csl+json; charset=utf-8'),
  'bundle.json': ({ request, audit, judgements, withTexts }) => ({
    type: JSON_TYPE,
    body: `${JSON.stringify(makeBundle(request, audit, judgements, withTexts))}\n`
  })
};

/** The whole audit; it is written out as the API does, and needs none of the others' material. */
export const AUDIT_FILE = 'audit.json';

/** Names of the files that a collection can be exported as. */
export const EXPORT_FILES: readonly string[] = [AUDIT_FILE, ...Object.keys(FILES)];

/**
 * One of the exports of a collection.
 *
 * @throws DomainError 404 when there is no export of that name
 */
export function exportFile(name: string, exported: Exported): ExportFile {
  const make = Object.hasOwn(FILES, name) ? FILES[name] : undefined;
  if (make) return make(exported);
  throw new DomainError(
    'not-found',
    `There is no export "${name}": ask for one of ${EXPORT_FILES.join(', ')}.`,
    'file',
    404
  );
}
