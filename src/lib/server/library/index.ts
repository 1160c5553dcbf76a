/** Use cases about collections and audits; routes and the command line call these and nothing below. */
import type { Audit, AuditRequest, DocumentAudit, Evidence } from '$lib/analysis/audit-schema';
import { DomainError } from '../domain-error';
import { config } from '../config';
import { claimFolder, libraryIfAny, openLibrary } from '../db';
import { resumeTasks } from '../jobs/queue';
import { wantAudit } from '../jobs/submit';
import { log } from '../log';
import { bundledIds, openBundled } from './bundled';
import { auditJson, parseAuditRequest, runAudit } from './audit-request';
import { auditInThread, auditOf, warmAudits } from './audits';
import { inMemory } from './audit-source';
import { requestOf } from './collection-request';
import type { Collection, CollectionDocument } from './collection';
import { AUDIT_FILE, exportFile, JSON_TYPE, type ExportFile } from './exports';
import { evidenceReader, type ReadEvidence } from './evidence-reader';
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
import { agreementOf } from './registry-agreement';
import { changeRegistry, stepRegistry, viewRegistry, type RegistryOf } from './registry';
import { auditWaiting, openAudited, openBase } from './open-collection';
import { noDocument } from './document-place';
import { listStored } from './stored-collections';

export { describeMetrics } from '$lib/analysis/metrics';
export { auditJson, runAudit } from './audit-request';
export type { ChangedCell, RegistryView } from './registry';
export { EXPORT_FILES } from './exports';
export { closeDatabase as closeLibrary } from '../db';
export { aboutCollection, openCollection } from './open-collection';
export { requestOf } from './collection-request';
export { openClaims, openInput } from './open-input';
export { exportArchive, importArchive, LARGEST_ARCHIVE } from './archive';
export { findDuplicates, type KnownDocument, type Sought } from './find-duplicates';
export { searchLibrary, type FoundDocument } from './search';
export { emptyTrash, listTrash, parseThrown, putInTrash, takeFromTrash, type TrashItem } from './trash';
export { createCollection, updateCollection } from './stored-collections';
export { editDocument } from './document-edits';
export { addDocuments, listDocuments } from './stored-documents';
export { editDocuments, listForCorrection, type DocumentToCorrect } from './many-documents';
export { addTextVersion, addVersion, listVersions, rawVersion } from './stored-versions';
export type { Collection, CollectionDocument, ContestedClaim, Position, ShownField } from './collection';

/** Filled in for a server that begins, before it says where it is. */
interface Beginning {
  /** What must come true first. */
  readonly waitFor: Promise<unknown>[];
  /** What whoever started it should know, a sentence each. */
  readonly notes: string[];
  /** Pages that readers open first, as paths: made once before anybody waits for them. */
  readonly pages: string[];
}
/** Why a library cannot be opened: said in a sentence to whoever started the server, and to whoever asks. */
const SAID: readonly string[] = ['library-in-use', 'no-database'];

/**
 * For a server that begins: opens the library in the background where there is one, goes on with what was not finished,
 * and audits what is bundled ahead of its readers. A server that says where it is waits for that a while, so that its
 * first page is as quick as any; what goes wrong is said again to whoever asks.
 */
export function startLibrary(): void {
  // A setting that cannot be used ends the server before it listens.
  const { databaseUrl } = config();
  const threads = warmAudits();
  const ready = libraryIfAny()
    .then(resumeTasks)
    .catch((error: unknown) => {
      const known = error instanceof DomainError;
      if (known && SAID.includes(error.code)) return;
      log().error({ error: known ? error.message : 'unknown' }, 'the library could not be opened');
    })
    // After the library, whose registries may have changed the claims that are looked for.
    .then(() => (threads ? auditAhead() : []));
  // Sent by a server that is to be the only one on its folder; one within another command works beside it.
  process.once('parallax:claim', ({ waitFor, notes, pages }: Beginning) => {
    const note = claimFolder();
    if (note !== null) notes.push(note);
    if (databaseUrl !== null) waitFor.push(openLibrary());
    waitFor.push(
      ready.then((ids) => pages.push('/', ...ids.map((id) => `/collections/${encodeURIComponent(id)}`)))
    );
  });
}

/**
 * Audits the bundled collections before anybody asks; what fails is said to whoever does.
 *
 * @returns the ids of those that are there
 */
async function auditAhead(): Promise<readonly string[]> {
  try {
    const ids = bundledIds();
    for (const id of ids) await auditWaiting(id).catch(() => undefined);
    return ids;
  } catch {
    // A folder that cannot be read: the page that lists it says so.
    return [];
  }
}

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

/**
 * Checks and audits a request that came from outside; nothing of it is kept.
 *
 * @throws DomainError (400) when the request is not as the contract says
 */
export async function auditRequest(raw: unknown): Promise<Audit> {
  const request = parseAuditRequest(raw);
  return auditInThread(request, () => runAudit(request));
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
