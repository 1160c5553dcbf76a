import { endpoint, jsonResponse, onlyMethods } from '$lib/server/http/respond';
import { saveImport } from '$lib/server/import/use-cases';

/** Answered once everything is in the library. */
export const POST = endpoint(async ({ request, platform }) =>
  jsonResponse(await saveImport(request, platform), 201)
);

export const fallback = onlyMethods('POST');
