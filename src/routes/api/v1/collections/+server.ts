import { config } from '$lib/server/config';
import { readJson } from '$lib/server/http/read-json';
import { endpoint, jsonResponse, onlyMethods } from '$lib/server/http/respond';
import { createCollection, listCollections } from '$lib/server/library';

export const GET = endpoint(async () => jsonResponse(await listCollections()));

export const POST = endpoint(async ({ request }) =>
  jsonResponse(await createCollection(await readJson(request, config().bodyLimit)), 201)
);

export const fallback = onlyMethods('GET', 'POST');
