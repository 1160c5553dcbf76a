/** Collections with their contested claims, bundled and stored alike. */
import type { Audit } from '$lib/analysis/audit-schema';
import { DomainError } from '../domain-error';
import type { AuditOptions } from './audit-pool';
import { auditOf } from './audits';
import { openBundled } from './bundled';
import type { Collection } from './collection';
import { requestOf } from './collection-request';
import { isLarge, isMade, makeLarge, pagesOf } from './large-audits';
import { viewRegistry } from './registry';
import { aboutStored, isStoredId, openStored } from './stored-collections';

/** The collection as it came, before any change to its registry. */
export async function openBase(id: string): Promise<Collection> {
  return isStoredId(id) ? openStored(id) : openBundled(id);
}

/**
 * What a collection is called and asks. Reads no text of a stored one, however large it is.
 *
 * @throws DomainError as `openCollection` does
 */
export async function aboutCollection(
  id: string
): Promise<Pick<Collection, 'id' | 'title' | 'question' | 'description'>> {
  const { title, question, description } = isStoredId(id) ? await aboutStored(id) : openBundled(id);
  return { id, title, question, description };
}

/**
 * One collection with its texts and its contested claims, as it came and the changes made in the app have them.
 *
 * @throws DomainError 404 when there is none of that id, 500 naming the place when its files are broken
 */
export async function openCollection(id: string): Promise<Collection> {
  const collection = await openBase(id);
  const { registry } = await viewRegistry({ id, fromFile: collection.contested });
  return { ...collection, contested: registry.claims };
}

/**
 * A collection that can be audited.
 *
 * @throws DomainError as `openCollection` does; 409 when it holds no document
 */
export async function openAudited(id: string): Promise<Collection> {
  const collection = await openCollection(id);
  if (collection.documents.length > 0) return collection;
  throw new DomainError(
    'empty-collection',
    `"${collection.title}" holds no document yet: import one.`,
    id,
    409
  );
}

/** How an audit that is made in the background is followed and stopped. */
export interface LongAudit extends Omit<AuditOptions, 'onProgress'> {
  /** Called with how many documents are read, and how many there are. */
  readonly onProgress?: (done: number, all: number) => void;
}

/**
 * Sees to it that the audit of a collection is kept, however long it takes: of the collection as it stands in the end,
 * where more documents come meanwhile.
 *
 * @throws DomainError as `openAudited` does
 */
export async function makeAudit(id: string, { onProgress, ...options }: LongAudit = {}): Promise<void> {
  for (;;) {
    const collection = await openAudited(id);
    const { documents } = collection;
    const request = requestOf(collection);
    const told = { ...options, onProgress: (done: number) => onProgress?.(done, documents.length) };
    if (!isLarge(request)) {
      await auditOf(request, documents, told);
      return;
    }
    if (await isMade(request, documents)) return;
    await makeLarge(request, documents, told);
  }
}

/**
 * The audit of a collection, however long it takes; that of a large one without its evidence.
 *
 * @throws DomainError as `openAudited` does
 */
export async function auditWaiting(id: string): Promise<Audit> {
  const collection = await openAudited(id);
  const request = requestOf(collection);
  const { documents } = collection;
  if (!isLarge(request)) return auditOf(request, documents);
  await makeLarge(request, documents);
  const pages = await pagesOf(request, documents);
  if (pages) return pages.audit;
  throw new Error('the audit was not kept');
}
