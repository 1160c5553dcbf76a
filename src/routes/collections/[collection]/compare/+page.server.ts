import { error } from '@sveltejs/kit';
import { auditCollection, openCollection } from '$lib/server/library';
import { forPage } from '$lib/server/http/for-page';
import { compareView, comparedText } from '$lib/view/alignment';
import { describeSources } from '$lib/view/sources';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
  const collection = await forPage(openCollection(params.collection));
  const audit = await forPage(auditCollection(params.collection));
  const ids = audit.documents.map(({ id }) => id);
  const a = url.searchParams.get('a') ?? ids.find((id) => id !== url.searchParams.get('b')) ?? '';
  const b = url.searchParams.get('b') ?? ids.find((id) => id !== a) ?? '';
  const view = compareView(audit, a, b);
  const left = comparedText(audit, collection.documents, a);
  const right = comparedText(audit, collection.documents, b);
  if (!view || !left || !right) error(404, 'Choose two different documents of this collection to compare.');
  return {
    collection: { id: collection.id, title: collection.title },
    sources: describeSources(collection.documents),
    a,
    b,
    documents: { a: left, b: right },
    view
  };
};
