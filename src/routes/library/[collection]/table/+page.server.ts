import { redirect } from '@sveltejs/kit';
import { forPage } from '$lib/server/http/for-page';
import { aboutCollection, listCollections, listForCorrection } from '$lib/server/library';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
  const { id, title } = await forPage(aboutCollection(params.collection));
  const known = (await listCollections()).find((one) => one.id === id);
  if (!known?.stored) redirect(307, `/collections/${encodeURIComponent(id)}`);
  return { collection: { id, title }, rows: await forPage(listForCorrection(id)) };
};
