import { domainErrorIn } from '$lib/server/domain-error';
import { listCollections } from '$lib/server/library';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async () => {
  // Where the library cannot be opened the page says so, in its frame; pages that need none of it are there.
  const collections = await listCollections().catch((error: unknown) => {
    if (domainErrorIn(error) === null) throw error;
    return [];
  });
  return { collections: collections.map(({ id, title }) => ({ id, title })) };
};
