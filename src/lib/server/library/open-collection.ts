/** Collections with their contested claims, bundled and stored alike. */
import type { Audit } from '$lib/analysis/audit-schema';
import { DomainError } from '../domain-error';
import type { AuditOptions } from './audit-pool';
import { auditOf } from './audits';
import { openBundled } from './bundled';
import type { Collection } from './collection';
import { requestOf } from './collection-request';
import { viewRegistry } from './registry';
import { isStoredId, openStored } from './stored-collections';

/** The collection as it came, before any change to its registry. */
export async function openBase(id: string): Promise<Collection> {
  return isStoredId(id) ? openStored(id) : openBundled(id);
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
 * The audit of a collection, however long it takes.
 *
 * @throws DomainError as `openAudited` does
 */
export async function auditWaiting(id: string, options: AuditOptions = {}): Promise<Audit> {
  const collection = await openAudited(id);
  return auditOf(requestOf(collection), collection.documents, options);
}
