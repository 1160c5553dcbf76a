import { endpoint, jsonResponse, onlyMethods } from '$lib/server/http/respond';
import { openCollection } from '$lib/server/library';

export const GET = endpoint(async ({ params }) =>
  jsonResponse(await openCollection(params.collection ?? ''))
);

export const fallback = onlyMethods('GET');
