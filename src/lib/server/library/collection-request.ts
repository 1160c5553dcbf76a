import type { AuditRequest, RequestClaim } from '$lib/analysis/audit-schema';
import type { Collection, ContestedClaim } from './collection';

/** Contested claims as a request names them. */
export function claimsOf(claims: readonly ContestedClaim[]): RequestClaim[] {
  const groups = (list: readonly (readonly string[])[]) => list.map((group) => [...group]);
  return claims.map(({ id, statement, cues, denials, aliases, years, credits }) => ({
    id,
    statement,
    ...(cues.length > 0 ? { cues: groups(cues) } : {}),
    denials: groups(denials),
    ...(aliases.length > 0 ? { aliases: groups(aliases) } : {}),
    ...(years ? { years: [years[0], years[1]] } : {}),
    ...(credits.length > 0 ? { credits: [...credits] } : {})
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
