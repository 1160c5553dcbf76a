import { openApiDocument } from '$lib/server/http/openapi';
import { endpoint, jsonResponse, onlyMethods } from '$lib/server/http/respond';

export const GET = endpoint(() => jsonResponse(openApiDocument()));

export const fallback = onlyMethods('GET');
