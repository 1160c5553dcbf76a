import { endpoint, jsonResponse, onlyMethods } from '$lib/server/http/respond';
import { listTasks, readUpload, wantImport } from '$lib/server/jobs';

export const GET = endpoint(async () => jsonResponse(await listTasks()));

/** Answered once the file is on the disk; the import itself goes on afterwards. */
export const POST = endpoint(async ({ request }) => {
  const { target, upload } = await readUpload(request);
  return jsonResponse(await wantImport(target, upload), 202);
});

export const fallback = onlyMethods('GET', 'POST');
