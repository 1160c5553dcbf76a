import { forPage } from '$lib/server/http/for-page';
import { listCollections } from '$lib/server/library';
import type { PageServerLoad } from './$types';

/** The collections that documents can be added to. */
export const load: PageServerLoad = async () => {
  const all = await forPage(listCollections());
  return { targets: all.filter(({ stored }) => stored).map(({ id, title }) => ({ id, title })) };
};
