import { endpoint, jsonResponse, onlyMethods } from '$lib/server/http/respond';
import { previewImport } from '$lib/server/import/use-cases';

/** What would be saved; nothing is. */
export const POST = endpoint(async ({ request, platform }) =>
  jsonResponse(await previewImport(request, platform))
);

export const fallback = onlyMethods('POST');
