import type { AuditRequest, RequestClaim } from '$lib/analysis/audit-schema';
import type { Collection, ContestedClaim } from './collection';

/** Contested claims as a request names them. */
export function claimsOf(claims: readonly ContestedClaim[]): RequestClaim[] {
  return claims.map(({ id, statement, cues, denials }) => ({
    id,
    statement,
    cues: cues.map((group) => [...group]),
    denials: denials.map((group) => [...group])
  }));
}

/** The request that a collection's files stand for: what to post to the API for the same audit. */
export function requestOf(collection: Collection): AuditRequest {
  return {
    documents: collection.documents.map(({ id, text, title, publisher, author, published }) => ({
      id,
      text,
      title,
      publisher,
      author,
      published
    })),
    claims: claimsOf(collection.contested),
    seed: 1
  };
}
