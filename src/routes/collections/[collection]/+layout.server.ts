import { forPage } from '$lib/server/http/for-page';
import { auditForPages, openCollection } from '$lib/server/library';
import { foreignTexts } from '$lib/view/foreign-texts';
import type { LayoutServerLoad } from './$types';

/** What every page of the collection says first. */
export const load: LayoutServerLoad = async ({ params }) => {
  const { audit } = await forPage(auditForPages(params.collection));
  // Every hard load comes by here: the texts are opened once more only where one has to be named.
  if (foreignTexts(audit.documents, []) === null) return { foreign: null };
  const { documents } = await forPage(openCollection(params.collection));
  return { foreign: foreignTexts(audit.documents, documents) };
};
