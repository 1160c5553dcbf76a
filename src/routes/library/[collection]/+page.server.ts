import { redirect } from '@sveltejs/kit';
import { forPage } from '$lib/server/http/for-page';
import { isOver, listTasks } from '$lib/server/jobs';
import { listDocuments, listCollections, openCollection } from '$lib/server/library';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
  const { id, title, question, description } = await forPage(openCollection(params.collection));
  const known = (await listCollections()).find((one) => one.id === id);
  const stored = known?.stored ?? false;
  const tasks = (await listTasks())
    .filter((task) => task.collection === id && (!isOver(task) || task.state === 'failed'))
    .slice(0, 3);
  // Of one that comes with Parallax there is only to see how far its audit is.
  if (!stored && tasks.length === 0) redirect(307, `/collections/${encodeURIComponent(id)}`);
  const documents = await listDocuments(id);
  return {
    collection: { id, title, question, description },
    stored,
    documents: documents.map(({ createdAt: _createdAt, ...document }) => document),
    tasks
  };
};
