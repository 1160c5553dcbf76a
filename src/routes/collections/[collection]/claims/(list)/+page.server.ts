import { forPage } from '$lib/server/http/for-page';
import { auditForPages, openCollection } from '$lib/server/library';
import { parseClaimFilter } from '$lib/view/claims-filter';
import { claimsList } from '$lib/view/claims-page';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
  const { id, documents } = await forPage(openCollection(params.collection));
  const { audit } = await forPage(auditForPages(id));
  return { list: claimsList(audit, documents, parseClaimFilter(url.searchParams)) };
};
