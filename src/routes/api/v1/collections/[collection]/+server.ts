import { config } from '$lib/server/config';
import { readJson } from '$lib/server/http/read-json';
import { endpoint, jsonResponse, onlyMethods } from '$lib/server/http/respond';
import { openCollection, putInTrash, updateCollection } from '$lib/server/library';

export const GET = endpoint(async ({ params }) =>
  jsonResponse(await openCollection(params.collection ?? ''))
);

export const PATCH = endpoint(async ({ params, request }) => {
  await updateCollection(params.collection ?? '', await readJson(request, config().bodyLimit));
  return jsonResponse({});
});

export const DELETE = endpoint(async ({ params }) => {
  await putInTrash({ collection: params.collection ?? '', document: null });
  return jsonResponse({});
});

export const fallback = onlyMethods('GET', 'PATCH', 'DELETE');
