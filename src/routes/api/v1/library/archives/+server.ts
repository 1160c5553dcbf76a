import { endpoint, jsonResponse, onlyMethods } from '$lib/server/http/respond';
import { fileOf, readForm } from '$lib/server/jobs';
import { importArchive, LARGEST_ARCHIVE } from '$lib/server/library';

/** Makes a collection of an exported file. */
export const POST = endpoint(async ({ request }) => {
  const { bytes } = await fileOf(await readForm(request, LARGEST_ARCHIVE));
  return jsonResponse(await importArchive(bytes), 201);
});

export const fallback = onlyMethods('POST');
