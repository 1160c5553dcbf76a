import { config } from '$lib/server/config';
import { readJson } from '$lib/server/http/read-json';
import { endpoint, jsonText, onlyMethods } from '$lib/server/http/respond';
import { auditJson, auditRequest } from '$lib/server/library';

export const POST = endpoint(async ({ request }) =>
  jsonText(auditJson(await auditRequest(await readJson(request, config().bodyLimit))))
);

export const fallback = onlyMethods('POST');
