import { DomainError } from '$lib/server/domain-error';
import { endpoint, jsonResponse, onlyMethods } from '$lib/server/http/respond';
import { describeRules } from '$lib/server/library/rules';

export const GET = endpoint(({ url }) => {
  const ids = url.searchParams.get('ids');
  if (!ids)
    throw new DomainError('invalid-request', 'ids is missing: add ?ids=LIST/ENTRY,LIST/ENTRY.', 'ids');
  return jsonResponse(describeRules(ids.split(',')));
});

export const fallback = onlyMethods('GET');
