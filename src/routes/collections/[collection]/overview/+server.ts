import { endpoint, jsonResponse } from '$lib/server/http/respond';
import { auditForPages, openCollection } from '$lib/server/library';
import { restPart } from '$lib/view/overview-parts';
import { overviewSlice } from '$lib/view/slices';

/** What the overview of a large collection leaves out at first; its page fetches this when a reader comes near it. */
export const GET = endpoint(async ({ params }) => {
  const { id, documents } = await openCollection(params.collection ?? '');
  const { audit, counts } = await auditForPages(id);
  return jsonResponse(restPart(overviewSlice(audit, documents, counts)));
});
