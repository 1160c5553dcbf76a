/** Audits of collections and what is taken from them, as pages, reports, exports and the API ask for them. */
import type { Audit, AuditRequest, DocumentAudit, Evidence } from '$lib/analysis/audit-schema';
import { DomainError } from '../domain-error';
import { wantAudit } from '../jobs/submit';
import { auditJson, parseAuditRequest, runAudit } from './audit-request';
import { inMemory } from './audit-source';
import { auditInThread, auditOf } from './audits';
import type { Collection, CollectionDocument } from './collection';
import { requestOf } from './collection-request';
import { noDocument } from './document-place';
import { evidenceReader, type ReadEvidence } from './evidence-reader';
import { AUDIT_FILE, exportFile, JSON_TYPE, type ExportFile } from './exports';
import {
  documentsOf,
  isLarge,
  isMade,
  largeSource,
  pagesOf,
  whyNot,
  wholeOf,
  writtenOut
} from './large-audits';
import type { PageAudit } from './light-audit';
import { auditWaiting, openAudited, openBase } from './open-collection';
import { changeRegistry, stepRegistry, viewRegistry, type RegistryOf } from './registry';
import { agreementOf } from './registry-agreement';

/**
 * Checks and audits a request that came from outside; nothing of it is kept.
 *
 * @throws DomainError (400) when the request is not as the contract says
 */
export async function auditRequest(raw: unknown): Promise<Audit> {
  return auditChecked(parseAuditRequest(raw));
}

/** Audits a request that was checked; meanwhile others are answered. Nothing of it is kept. */
export function auditChecked(request: AuditRequest): Promise<Audit> {
  return auditInThread(request, () => runAudit(request));
}

/** A collection with what its audit rests on; `large` when its audit is kept in pieces. */
interface ToAudit {
  readonly request: AuditRequest;
  readonly documents: Collection['documents'];
  readonly large: boolean;
}

/** A collection whose audit can be had: at once, or from what is kept. */
async function readyToAudit(id: string): Promise<ToAudit> {
  const collection = await openAudited(id);
  const { title, documents } = collection;
  const request = requestOf(collection);
  if (!isLarge(request)) return { request, documents, large: false };
  if (await isMade(request, documents)) return { request, documents, large: true };
  const impossible = whyNot(request, documents);
  if (impossible) throw impossible;
  try {
    await wantAudit(id, title, documents.length);
  } catch (error) {
    // Without a library to write the task down in, whoever asks waits.
    if (error instanceof DomainError) throw error;
    return { request, documents, large: false };
  }
  throw new DomainError(
    'being-audited',
    `"${title}" is being audited: that takes a while for ${documents.length} documents. Its page in the library shows how far it is.`,
    id,
    503
  );
}

/**
 * The audit of a collection: computed once for its texts, registry, word lists and engine, then kept. When only its
 * registry changed, only what rests on the registry is computed again. That of a large collection takes much memory:
 * pages ask for `auditForPages`, the API for `auditText`.
 *
 * @throws DomainError as `openCollection` does; 409 when it holds no document; 503 while a large one is being
 *   audited, which begins when it is first asked for
 */
export async function auditCollection(id: string): Promise<Audit> {
  const { request, documents, large } = await readyToAudit(id);
  return large ? wholeOf(request, documents) : auditOf(request, documents);
}

/**
 * The audit of a collection as pages read it: that of a large one without its evidence, which is counted instead.
 *
 * @param full ids of documents whose evidence is wanted all the same
 * @throws DomainError as `auditCollection` does
 */
export async function auditForPages(id: string, full: readonly string[] = []): Promise<PageAudit> {
  const { request, documents, large } = await readyToAudit(id);
  const pages = large ? await pagesOf(request, documents, full) : null;
  return pages ?? { audit: await auditOf(request, documents), counts: null };
}

/**
 * The audit of a collection as a report reads it: like a page, with a way to the evidence of a few places.
 *
 * @returns `evidence` reads what was left out; null where nothing was
 * @throws DomainError as `auditCollection` does
 */
export async function auditForReport(
  id: string
): Promise<PageAudit & { readonly evidence: ReadEvidence | null }> {
  const page = await auditForPages(id);
  if (page.counts === null) return { ...page, evidence: null };
  const request = requestOf(await openAudited(id));
  const evidence = evidenceReader((ids) =>
    documentsOf({ ...request, documents: request.documents.filter(({ id }) => ids.includes(id)) })
  );
  return { ...page, evidence };
}

/**
 * The JSON of an audit, that of a large one piece by piece.
 *
 * @throws DomainError as `auditCollection` does
 */
export async function auditText(id: string): Promise<string | AsyncIterable<string>> {
  const { request, documents, large } = await readyToAudit(id);
  return large ? writtenOut(request, documents) : auditJson(await auditOf(request, documents));
}

async function registryOf(id: string): Promise<RegistryOf> {
  const { contested, documents } = await openBase(id);
  return { id, fromFile: contested, documents, audit: () => auditWaiting(id) };
}

/**
 * The registry of a collection, with its history, and how often the machine agreed with readers.
 *
 * @throws DomainError as `openCollection` does
 */
export async function openRegistry(id: string) {
  const view = await viewRegistry(await registryOf(id));
  return { ...view, agreement: agreementOf((await auditForPages(id)).audit, view.registry.judgements) };
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
  if (name === AUDIT_FILE) return { type: JSON_TYPE, body: await auditText(id) };
  const collection = await openAudited(id);
  const { judgements } = (await viewRegistry(await registryOf(id))).registry;
  const { request, documents, large } = await readyToAudit(id);
  const audit = large ? await largeSource(request, documents) : inMemory(await auditOf(request, documents));
  return exportFile(name, { collection, request, audit, judgements, withTexts });
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
 * One document of a collection, with its text.
 *
 * @throws DomainError 404 when there is no such collection or document
 */
export async function openDocument(id: string, document: string): Promise<CollectionDocument> {
  const { documents } = await openBase(id);
  const found = documents.find((candidate) => candidate.id === document);
  if (!found) throw noDocument(id, document);
  return found;
}

/**
 * What the audit of a collection says of one of its documents, with all its evidence.
 *
 * @throws DomainError as `auditCollection` does; 404 when there is no such document
 */
export async function auditDocument(id: string, document: string): Promise<DocumentAudit> {
  const { audit } = await auditForPages(id, [document]);
  const found = audit.documents.find((candidate) => candidate.id === document);
  if (!found) throw noDocument(id, document);
  return found;
}

/**
 * The evidence behind one metric of one document, for pages that ask for it when it is wanted.
 *
 * @throws DomainError 404 when there is no such collection, document or metric
 */
export async function evidenceOf(id: string, document: string, metric: string): Promise<Evidence[]> {
  const { metrics } = await auditDocument(id, document);
  const measured = Object.hasOwn(metrics, metric) ? metrics[metric] : undefined;
  if (!measured) throw new DomainError('not-found', `There is no metric "${metric}".`, 'metric', 404);
  return 'evidence' in measured ? measured.evidence : [];
}
