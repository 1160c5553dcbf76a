import { DomainError } from '$lib/server/domain-error';
import { endpoint, jsonResponse } from '$lib/server/http/respond';
import { auditForPages } from '$lib/server/library';

/** Where one document names one actor; null where the result keeps no places. Fetched when a mark is opened. */
export const GET = endpoint(async ({ params, url }) => {
  const { audit } = await auditForPages(params.collection ?? '');
  const [actor, document] = ['actor', 'document'].map((name) => url.searchParams.get(name));
  const found = audit.comparison.actors
    .find(({ id }) => id === actor)
    ?.documents.find((item) => item.document === document);
  if (!found) throw new DomainError('not-found', 'There is no such actor in this document.', 'actor', 404);
  return jsonResponse(found.places ?? null);
});
