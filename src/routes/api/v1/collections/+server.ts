import { endpoint, jsonResponse, onlyMethods } from '$lib/server/http/respond';
import { listCollections } from '$lib/server/library';

export const GET = endpoint(async () => jsonResponse(await listCollections()));

export const fallback = onlyMethods('GET');
