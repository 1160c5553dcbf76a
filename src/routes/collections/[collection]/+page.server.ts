import { forPage } from '$lib/server/http/for-page';
import { auditForPages, describeMetrics, openCollection } from '$lib/server/library';
import { contestedInfo, overviewSlice } from '$lib/view/slices';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
  const collection = await forPage(openCollection(params.collection));
  const { id, title, question, description, documents, contested } = collection;
  const { audit, counts } = await forPage(auditForPages(id));
  return {
    collection: { id, title, question, description },
    overview: overviewSlice(audit, documents, counts),
    metrics: describeMetrics(),
    contested: contested.map(contestedInfo)
  };
};
