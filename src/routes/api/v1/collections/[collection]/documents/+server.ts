import { config } from '$lib/server/config';
import { readJson } from '$lib/server/http/read-json';
import { endpoint, jsonResponse, onlyMethods } from '$lib/server/http/respond';
import { editDocuments } from '$lib/server/library';

export const PATCH = endpoint(async ({ params, request }) => {
  await editDocuments(params.collection ?? '', await readJson(request, config().bodyLimit));
  return jsonResponse({});
});

export const fallback = onlyMethods('PATCH');
