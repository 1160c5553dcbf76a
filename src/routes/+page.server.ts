import { redirect } from '@sveltejs/kit';
import { listCollections } from '$lib/server/library';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
  const collections = await listCollections();
  const [only] = collections;
  if (only && collections.length === 1) redirect(307, `/collections/${encodeURIComponent(only.id)}`);
  return {
    summaries: collections.map(({ id, title, question, documents, problem }) => ({
      id,
      title,
      question,
      documents,
      problem
    }))
  };
};
