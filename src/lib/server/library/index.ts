/** Use cases about collections and audits; routes and the command line call these and nothing below. */
import type { Audit, Evidence } from '$lib/analysis/audit-schema';
import { DomainError } from '../domain-error';
import { bundledIds, openBundled } from './bundled';
import { CollectionAudits } from './collection-audits';
import type { Collection } from './collection';
import { requestOf } from './collection-request';
import { exportFile, type ExportFile } from './exports';
import { agreementOf } from './registry-agreement';
import { changeRegistry, stepRegistry, viewRegistry, type RegistryOf } from './registry';
import { isStoredId, listStored, openStored } from './stored-collections';

export { describeMetrics } from '$lib/analysis/metrics';
export { auditJson, auditRequest, runAudit } from './audit-request';
export type { ChangedCell, RegistryView } from './registry';
export { EXPORT_FILES } from './exports';
export { requestOf } from './collection-request';
export { openClaims, openInput } from './open-input';
export { findDuplicates, type KnownDocument, type Sought } from './find-duplicates';
export { searchLibrary, type FoundDocument } from './search';
export { emptyTrash, listTrash, parseThrown, putInTrash, takeFromTrash, type TrashItem } from './trash';
export { createCollection, updateCollection } from './stored-collections';
export {
  addDocuments,
  addVersion,
  editDocument,
  listDocuments,
  listVersions,
  rawVersion
} from './stored-documents';
export type { Collection, CollectionDocument, ContestedClaim, Position, ShownField } from './collection';

/** What a list of collections shows. */
export interface CollectionSummary {
  readonly id: string;
  /** The id, when the collection cannot be read. */
  readonly title: string;
  readonly question: string;
  readonly description: string;
  /** How many documents it holds. */
  readonly documents: number;
  /** What to mend, where its files are not as they should be; else null. */
  readonly problem: string | null;
  /** True for one that readers made and can change; the others are files. */
  readonly stored: boolean;
  /** When it was last changed, ISO 8601; null for files. */
  readonly changedAt: string | null;
}

const audits = new CollectionAudits();

/** The collection as it came, before any change to its registry. */
async function openBase(id: string): Promise<Collection> {
  return isStoredId(id) ? openStored(id) : openBundled(id);
}

/**
 * One collection with its texts and its contested claims, as its files and the changes made in the app have them.
 *
 * @throws DomainError 404 when there is none of that id, 500 naming the place when its files are broken
 */
export async function openCollection(id: string): Promise<Collection> {
  const collection = await openBase(id);
  const { registry } = await viewRegistry({ id, fromFile: collection.contested });
  return { ...collection, contested: registry.claims };
}

function summaryOfFiles(id: string): CollectionSummary {
  const kind = { id, stored: false, changedAt: null };
  try {
    const { title, question, description, documents } = openBundled(id);
    return { ...kind, title, question, description, documents: documents.length, problem: null };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { ...kind, title: id, question: '', description: '', documents: 0, problem: error.message };
  }
}

/**
 * Every collection: those of the corpus folder by id, a broken one with what to mend, then the stored ones, the one
 * changed last first.
 */
export async function listCollections(): Promise<CollectionSummary[]> {
  const stored = await listStored();
  return [
    ...bundledIds().map(summaryOfFiles),
    ...stored.map((one) => ({
      ...one,
      stored: true,
      changedAt: one.changedAt.toISOString(),
      problem: null
    }))
  ];
}

/**
 * The audit of a collection: computed once for its texts, registry, word lists and engine, then remembered. When
 * only its registry changed, only what rests on the registry is computed again.
 *
 * @throws DomainError as `openCollection` does
 */
export async function auditCollection(id: string): Promise<Audit> {
  return audits.of(requestOf(await openCollection(id)));
}

async function registryOf(id: string): Promise<RegistryOf> {
  const { contested, documents } = await openBase(id);
  return { id, fromFile: contested, documents, audit: () => auditCollection(id) };
}

/**
 * The registry of a collection, with its history, and how often the machine agreed with readers.
 *
 * @throws DomainError as `openCollection` does
 */
export async function openRegistry(id: string) {
  const view = await viewRegistry(await registryOf(id));
  return { ...view, agreement: agreementOf(await auditCollection(id), view.registry.judgements) };
}

/**
 * One of the files that a collection can be exported as; see `EXPORT_FILES`.
 *
 * @throws DomainError 404 when there is no such collection or export
 */
export async function exportCollection(
  id: string,
  name: string,
  { withTexts }: { readonly withTexts: boolean }
): Promise<ExportFile> {
  const collection = await openCollection(id);
  const request = requestOf(collection);
  const { judgements } = (await viewRegistry(await registryOf(id))).registry;
  return exportFile(name, { collection, request, audit: audits.of(request), judgements, withTexts });
}

/** Makes a change to the registry of a collection; see `changeRegistry`. */
export async function changeContested(id: string, change: unknown, since: number | null) {
  return changeRegistry(await registryOf(id), change, since);
}

/** Takes back the last change to the registry of a collection, or brings it back; see `stepRegistry`. */
export async function stepContested(id: string, step: 'undo' | 'redo') {
  return stepRegistry(await registryOf(id), step);
}

/**
 * The evidence behind one metric of one document, for pages that ask for it when it is wanted.
 *
 * @throws DomainError 404 when there is no such collection, document or metric
 */
export async function evidenceOf(id: string, document: string, metric: string): Promise<Evidence[]> {
  const result = await auditCollection(id);
  const found = result.documents.find((candidate) => candidate.id === document);
  if (!found) {
    throw new DomainError('not-found', `There is no document "${document}" in "${id}".`, 'document', 404);
  }
  const measured = Object.hasOwn(found.metrics, metric) ? found.metrics[metric] : undefined;
  if (!measured) throw new DomainError('not-found', `There is no metric "${metric}".`, 'metric', 404);
  return 'evidence' in measured ? measured.evidence : [];
}
