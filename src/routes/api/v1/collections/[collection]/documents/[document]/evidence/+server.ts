import { DomainError } from '$lib/server/domain-error';
import { endpoint, jsonResponse, onlyMethods } from '$lib/server/http/respond';
import { evidenceOf } from '$lib/server/library';

export const GET = endpoint(async ({ params, url }) => {
  const metric = url.searchParams.get('metric');
  if (!metric) throw new DomainError('invalid-request', 'metric is missing: add ?metric=ID.', 'metric');
  return jsonResponse(await evidenceOf(params.collection ?? '', params.document ?? '', metric));
});

export const fallback = onlyMethods('GET');
