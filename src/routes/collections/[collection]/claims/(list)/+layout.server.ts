import { forPage } from '$lib/server/http/for-page';
import { auditForPages, openCollection } from '$lib/server/library';
import { claimsAround } from '$lib/view/claims-page';
import type { LayoutServerLoad } from './$types';

/** What stands around the list of claims: it does not change with the filter, so it is sent once. */
export const load: LayoutServerLoad = async ({ params }) => {
  const { id, title, documents } = await forPage(openCollection(params.collection));
  const { audit } = await forPage(auditForPages(id));
  return { collection: { id, title }, around: claimsAround(audit, documents) };
};
