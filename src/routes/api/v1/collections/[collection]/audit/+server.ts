import { endpoint, jsonText, onlyMethods } from '$lib/server/http/respond';
import { auditCollection, auditJson } from '$lib/server/library';

export const GET = endpoint(async ({ params }) =>
  jsonText(auditJson(await auditCollection(params.collection ?? '')))
);

export const fallback = onlyMethods('GET');
