import { endpoint, jsonResponse, onlyMethods } from '$lib/server/http/respond';
import { auditDocument } from '$lib/server/library';

export const GET = endpoint(async ({ params }) =>
  jsonResponse(await auditDocument(params.collection ?? '', params.document ?? ''))
);

export const fallback = onlyMethods('GET');
