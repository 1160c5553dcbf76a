import { endpoint, jsonResponse, onlyMethods } from '$lib/server/http/respond';
import { listVersions } from '$lib/server/library';

export const GET = endpoint(async ({ params }) =>
  jsonResponse(await listVersions(params.collection ?? '', params.document ?? ''))
);

export const fallback = onlyMethods('GET');
