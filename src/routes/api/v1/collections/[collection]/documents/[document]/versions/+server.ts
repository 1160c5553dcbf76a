import { config } from '$lib/server/config';
import { readJson } from '$lib/server/http/read-json';
import { endpoint, jsonResponse, onlyMethods } from '$lib/server/http/respond';
import { addTextVersion, listVersions } from '$lib/server/library';

export const GET = endpoint(async ({ params }) =>
  jsonResponse(await listVersions(params.collection ?? '', params.document ?? ''))
);

/** A text that was pasted becomes the version that is audited. */
export const POST = endpoint(async ({ params, request }) => {
  const body = await readJson(request, config().bodyLimit);
  return jsonResponse(await addTextVersion(params.collection ?? '', params.document ?? '', body), 201);
});

export const fallback = onlyMethods('GET', 'POST');
