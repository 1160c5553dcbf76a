import type { Audit, AuditRequest } from '$lib/analysis/audit-schema';
import { DomainError } from '../domain-error';
import { bundlePieces } from '../export/bundle';
import { COMPARISON_TABLES } from '../export/comparison-csv';
import { cslSources } from '../export/csl';
import { figuresCsv, metricsCsv, stancesCsv, statementsCsv } from '../export/csv';
import { webAnnotations } from '../export/web-annotations';
import { together, type AuditSource, type ComparedList } from './audit-source';
import type { Collection } from './collection';
import { sha256 } from './load-collection';
import type { Judgement } from './registry-change';

/** Everything an export may need of a collection. */
export interface Exported {
  readonly collection: Collection;
  readonly request: AuditRequest;
  readonly audit: AuditSource;
  readonly judgements: readonly Judgement[];
  readonly withTexts: boolean;
}

export interface ExportFile {
  readonly type: string;
  /** What may be large is written out piece by piece. */
  readonly body: string | AsyncIterable<string>;
}

type Export = (exported: Exported) => ExportFile | Promise<ExportFile>;

const CSV = 'text/csv; charset=utf-8';
export const JSON_TYPE = 'application/json; charset=utf-8';
const json = (value: unknown, type = JSON_TYPE): ExportFile => ({
  type,
  body: `${JSON.stringify(value, null, 2)}\n`
});

/** A table written some rows at a time; `write` gives the table of some of what it is about, header first. */
async function* rowsOf<Item>(
  some: AsyncIterable<readonly Item[]>,
  write: (items: readonly Item[]) => string
): AsyncGenerator<string> {
  const header = write([]);
  yield header;
  for await (const items of some) yield write(items).slice(header.length);
}

/** The lists that each table of the comparison is made of. */
const LISTS: Readonly<Record<string, readonly [ComparedList, ...ComparedList[]]>> = {
  'claims.csv': ['claims'],
  'conflicts.csv': ['claims'],
  'overlap.csv': ['overlap'],
  'overlap-curve.csv': ['overlap'],
  'separation.csv': ['separation', 'divergence'],
  'word-divergence.csv': ['wordDivergence'],
  'keyness.csv': ['keyness'],
  'chains.csv': ['chains'],
  'duplicates.csv': ['duplicates']
};
/** Tables whose rows rest on the whole of their lists; those are short, however many documents there are. */
const AT_ONCE: ReadonlySet<string> = new Set(['overlap-curve.csv', 'separation.csv']);
const NOTHING: Audit['comparison'] = {
  claims: [],
  overlap: [],
  divergence: [],
  overlapCurve: null,
  keyness: [],
  wordDivergence: [],
  separation: [],
  chains: [],
  duplicates: [],
  actors: []
};

function comparisonTable(name: string, lists: readonly [ComparedList, ...ComparedList[]]): Export {
  const write = (comparison: object): string =>
    COMPARISON_TABLES[name]!({ comparison: { ...NOTHING, ...comparison } });
  if (!AT_ONCE.has(name)) {
    const [list] = lists;
    return ({ audit }) => ({
      type: CSV,
      body: rowsOf<unknown>(audit.compared(list), (items) => write({ [list]: items }))
    });
  }
  return async ({ audit }) => {
    const whole: Record<string, unknown> = { overlapCurve: audit.overlapCurve };
    for (const list of lists) whole[list] = await together<unknown>(audit.compared(list));
    return { type: CSV, body: write(whole) };
  };
}

const FILES: Readonly<Record<string, Export>> = {
  'metrics.csv': ({ audit }) => ({
    type: CSV,
    body: rowsOf(audit.documents(), (documents) => metricsCsv({ documents }))
  }),
  'statements.csv': ({ audit }) => ({
    type: CSV,
    body: rowsOf(audit.documents(), (documents) => statementsCsv({ documents }))
  }),
  'figures.csv': ({ audit }) => ({
    type: CSV,
    body: rowsOf(audit.documents(), (documents) => figuresCsv({ documents }))
  }),
  'stances.csv': ({ audit, judgements }) => ({
    type: CSV,
    body: rowsOf(audit.contested(), (contested) => stancesCsv({ contested }, judgements))
  }),
  ...Object.fromEntries(Object.entries(LISTS).map(([name, lists]) => [name, comparisonTable(name, lists)])),
  'stances.json': async ({ collection, audit, judgements }) =>
    json({
      collection: collection.id,
      engine: audit.engine,
      claims: await together(audit.contested()),
      registry: collection.contested,
      judgements
    }),
  'annotations.jsonld': async ({ collection, audit }) =>
    json(
      webAnnotations(
        {
          documents: collection.documents.map(({ id, text }) => ({ id, textSha256: sha256(text) })),
          contested: await together(audit.contested())
        },
        new Map(collection.documents.map(({ id, text }) => [id, text]))
      ),
      'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"; charset=utf-8'
    ),
  'sources.csl.json': ({ collection }) =>
    json(cslSources(collection), 'application/vnd.citationstyles.csl+json; charset=utf-8'),
  'bundle.json': ({ request, audit, judgements, withTexts }) => ({
    type: JSON_TYPE,
    body: bundlePieces(request, audit.json, judgements, withTexts)
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
export async function exportFile(name: string, exported: Exported): Promise<ExportFile> {
  const make = Object.hasOwn(FILES, name) ? FILES[name] : undefined;
  if (make) return make(exported);
  throw new DomainError(
    'not-found',
    `There is no export "${name}": ask for one of ${EXPORT_FILES.join(', ')}.`,
    'file',
    404
  );
}
