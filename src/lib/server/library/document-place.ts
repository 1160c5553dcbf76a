/** Where a document is among its versions and collection: what its queries have in common. */
import { and, eq, gt, isNull } from 'drizzle-orm';
import { tables } from '../db';
import { DomainError } from '../domain-error';

const { collections, documents, documentVersions } = tables;

/**
 * Stands for the moment of deletion of what is being written in several steps, until the last of them: whatever leaves
 * out the trash leaves it out too, and it is in no trash.
 */
export const NOT_YET = new Date(0);

export const isCollectionInTrash = gt(collections.deletedAt, NOT_YET);
export const isDocumentInTrash = gt(documents.deletedAt, NOT_YET);

/** Joins a document with all of its versions. */
export const isVersionOf = and(
  eq(documentVersions.collection, documents.collection),
  eq(documentVersions.document, documents.id)
);

/** Joins a document with the version of it that stands. */
export const isCurrentVersion = and(isVersionOf, eq(documentVersions.n, documents.version));

/** The documents of a collection but those in the trash. */
export function isIn(collection: string) {
  return and(eq(documents.collection, collection), isNull(documents.deletedAt));
}

/** One document, unless it is in the trash. */
export function isDocument(collection: string, document: string) {
  return and(isIn(collection), eq(documents.id, document));
}

/** One version of a document. */
export function isVersion(collection: string, document: string, n: number) {
  return and(
    eq(documentVersions.collection, collection),
    eq(documentVersions.document, document),
    eq(documentVersions.n, n)
  );
}

export function noDocument(collection: string, document: string): DomainError {
  return new DomainError(
    'not-found',
    `There is no document "${document}" in "${collection}".`,
    'document',
    404
  );
}
