import { forPage } from '$lib/server/http/for-page';
import { auditForPages, openCollection } from '$lib/server/library';
import { parseFigureFilter } from '$lib/view/figures-filter';
import { figuresSlice } from '$lib/view/figures-page';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
  const { id, title, documents } = await forPage(openCollection(params.collection));
  const { audit } = await forPage(auditForPages(id));
  return {
    collection: { id, title },
    figures: figuresSlice(audit, documents, parseFigureFilter(url.searchParams))
  };
};
