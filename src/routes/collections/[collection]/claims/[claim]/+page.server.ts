import { error, redirect } from '@sveltejs/kit';
import { forPage } from '$lib/server/http/for-page';
import { auditForPages, openCollection } from '$lib/server/library';
import { claimDetail } from '$lib/view/claims-detail';
import { placeOfKey } from '$lib/view/claims-entries';
import { collectionLinks } from '$lib/view/links';
import { describeSources } from '$lib/view/sources';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
  const { id, title, documents } = await forPage(openCollection(params.collection));
  const { audit } = await forPage(auditForPages(id));
  const claim = claimDetail(audit, documents, params.claim);
  if (!claim) {
    // The words are still there when they are no longer read as a claim.
    const place = placeOfKey(params.claim);
    const text = documents.find((document) => document.id === place?.document)?.text;
    if (place && text !== undefined && place.end <= text.length) {
      redirect(307, collectionLinks(id).document(place.document, place));
    }
    error(404, 'There is no claim at this address.');
  }
  return { collection: { id, title }, sources: describeSources(documents), claim };
};
