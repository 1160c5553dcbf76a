import { config } from '$lib/server/config';
import { readJson } from '$lib/server/http/read-json';
import { endpoint, jsonText, onlyMethods } from '$lib/server/http/respond';
import { revisionJson } from '$lib/server/library/revisions';

export const POST = endpoint(async ({ request }) =>
  jsonText(await revisionJson(await readJson(request, config().bodyLimit)))
);

export const fallback = onlyMethods('POST');
