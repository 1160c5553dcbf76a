import { error } from '@sveltejs/kit';
import { auditForPages, describeMetrics, openCollection } from '$lib/server/library';
import { forPage } from '$lib/server/http/for-page';
import { columnsFromUrl } from '$lib/view/compare-state';
import { compareView } from '$lib/view/compare-view';
import { describeSources } from '$lib/view/sources';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
  const collection = await forPage(openCollection(params.collection));
  const about = {
    collection: { id: collection.id, title: collection.title },
    sources: describeSources(collection.documents)
  };
  if (collection.documents.length === 1) return { ...about, view: null };
  const columns = columnsFromUrl(
    url.searchParams,
    collection.documents.map(({ id }) => id)
  );
  const { audit } = await forPage(auditForPages(params.collection, columns));
  const view = compareView(audit, collection.documents, columns, describeMetrics());
  if (!view) error(404, 'Choose two to four different documents of this collection to compare.');
  return { ...about, view };
};
