import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent }) => {
  const { collections } = await parent();
  const [only] = collections;
  if (only && collections.length === 1) redirect(307, `/collections/${encodeURIComponent(only.id)}`);
  return { collections };
};
