/** Collections with their contested claims, bundled and stored alike. */
import type { Audit } from '$lib/analysis/audit-schema';
import { DomainError } from '../domain-error';
import type { AuditOptions } from './audit-pool';
import { auditOf } from './audits';
import { openBundled } from './bundled';
import type { Collection } from './collection';
import { requestOf } from './collection-request';
import { isLarge, makeLarge, pagesOf } from './large-audits';
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

/**
 * Sees to it that the audit of a collection is kept, however long it takes.
 *
 * @throws DomainError as `openAudited` does
 */
export async function makeAudit(id: string, options: AuditOptions = {}): Promise<void> {
  const collection = await openAudited(id);
  const request = requestOf(collection);
  if (isLarge(request)) await makeLarge(request, collection.documents, options);
  else await auditOf(request, collection.documents, options);
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
