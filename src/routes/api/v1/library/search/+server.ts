import { endpoint, jsonResponse, onlyMethods } from '$lib/server/http/respond';
import { searchLibrary } from '$lib/server/library';

export const GET = endpoint(async ({ url }) =>
  jsonResponse(await searchLibrary(url.searchParams.get('q') ?? ''))
);

export const fallback = onlyMethods('GET');
