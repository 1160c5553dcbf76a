import { redirect } from '@sveltejs/kit';
import { forPage } from '$lib/server/http/for-page';
import { isOver, listTasks } from '$lib/server/jobs';
import { aboutCollection, listCollections, listDocuments } from '$lib/server/library';
import { readDocumentSort, readMost } from '$lib/view/library';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
  const { id, title, question, description } = await forPage(aboutCollection(params.collection));
  const known = (await listCollections()).find((one) => one.id === id);
  const stored = known?.stored ?? false;
  const own = (await listTasks()).filter((task) => task.collection === id);
  const lastImport = own.find(({ kind }) => kind === 'import');
  const tasks = own
    .filter((task) => !isOver(task) || task.state === 'failed' || task === lastImport)
    .slice(0, 3);
  // Of one that comes with Parallax there is only to see how far its audit is.
  if (!stored && tasks.length === 0) redirect(307, `/collections/${encodeURIComponent(id)}`);
  const documents = await listDocuments(id);
  const sort = readDocumentSort(url.searchParams.get('sort'));
  return {
    collection: { id, title, question, description },
    stored,
    documents: documents.map(({ createdAt: _createdAt, notices, ...document }) => ({
      ...document,
      foreign: notices.some(({ code }) => code === 'not-english')
    })),
    tasks,
    sort,
    atFirst: readMost(url.searchParams.get('most'))
  };
};
