import { config } from '$lib/server/config';
import { readJson } from '$lib/server/http/read-json';
import { endpoint, jsonResponse, onlyMethods } from '$lib/server/http/respond';
import { editDocument, openDocument, putInTrash } from '$lib/server/library';

export const GET = endpoint(async ({ params }) =>
  jsonResponse(await openDocument(params.collection ?? '', params.document ?? ''))
);

export const PATCH = endpoint(async ({ params, request }) => {
  const change = await readJson(request, config().bodyLimit);
  await editDocument(params.collection ?? '', params.document ?? '', change);
  return jsonResponse({});
});

export const DELETE = endpoint(async ({ params }) => {
  await putInTrash({ collection: params.collection ?? '', document: params.document ?? '' });
  return jsonResponse({});
});

export const fallback = onlyMethods('GET', 'PATCH', 'DELETE');
