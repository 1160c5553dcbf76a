import { listCollections } from '$lib/server/library';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async () => {
  const collections = await listCollections();
  return { collections: collections.map(({ id, title }) => ({ id, title })) };
};
