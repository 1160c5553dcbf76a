import { config } from '$lib/server/config';
import { readJson } from '$lib/server/http/read-json';
import { endpoint, jsonResponse, onlyMethods } from '$lib/server/http/respond';
import { emptyTrash, listTrash, parseThrown, takeFromTrash } from '$lib/server/library';

export const GET = endpoint(async () => jsonResponse(await listTrash()));

/** Takes something out again. */
export const POST = endpoint(async ({ request }) => {
  await takeFromTrash(parseThrown(await readJson(request, config().bodyLimit)));
  return jsonResponse(await listTrash());
});

export const DELETE = endpoint(async () => jsonResponse(await emptyTrash()));

export const fallback = onlyMethods('GET', 'POST', 'DELETE');
