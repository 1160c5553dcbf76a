import { redirect } from '@sveltejs/kit';
import { forPage } from '$lib/server/http/for-page';
import { listCollections, listForCorrection, openCollection } from '$lib/server/library';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
  const known = (await listCollections()).find((one) => one.id === params.collection);
  if (!known?.stored) {
    const { id } = await forPage(openCollection(params.collection));
    redirect(307, `/collections/${encodeURIComponent(id)}`);
  }
  const { id, title } = known;
  return { collection: { id, title }, rows: await forPage(listForCorrection(id)) };
};
