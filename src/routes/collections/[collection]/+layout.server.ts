import { forPage } from '$lib/server/http/for-page';
import { auditForPages, openCollection } from '$lib/server/library';
import { foreignTexts } from '$lib/view/foreign-texts';
import type { LayoutServerLoad } from './$types';

/** What every page of the collection says first. */
export const load: LayoutServerLoad = async ({ params }) => {
  const { id, documents } = await forPage(openCollection(params.collection));
  const { audit } = await forPage(auditForPages(id));
  return { foreign: foreignTexts(audit.documents, documents) };
};
