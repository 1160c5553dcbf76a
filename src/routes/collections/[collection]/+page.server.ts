import { forPage } from '$lib/server/http/for-page';
import { auditForPages, describeMetrics, openCollection } from '$lib/server/library';
import { comesInParts, firstPart } from '$lib/view/overview-parts';
import { contestedInfo, overviewSlice } from '$lib/view/slices';
import { asksForRest, parseViewState } from '$lib/view/url-state';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, untrack }) => {
  const collection = await forPage(openCollection(params.collection));
  const { id, title, question, description, documents, contested } = collection;
  const { audit, counts } = await forPage(auditForPages(id));
  const overview = overviewSlice(audit, documents, counts);
  // Another state of the same view asks the server for nothing.
  const whole = !comesInParts(overview) || untrack(() => asksForRest(parseViewState(url.searchParams)));
  return {
    collection: { id, title, question, description },
    overview: whole ? overview : firstPart(overview),
    metrics: describeMetrics(),
    contested: contested.map(contestedInfo)
  };
};
