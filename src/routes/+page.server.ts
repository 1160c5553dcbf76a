import { forPage } from '$lib/server/http/for-page';
import { isOver, listTasks } from '$lib/server/jobs';
import { listCollections, listTrash, searchLibrary } from '$lib/server/library';
import { readSort } from '$lib/view/library';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
  const query = (url.searchParams.get('q') ?? '').trim();
  return {
    library: await forPage(listCollections()),
    tasks: (await listTasks()).filter((task) => !isOver(task) || task.state === 'failed').slice(0, 5),
    inTrash: (await listTrash()).length,
    sort: readSort(url.searchParams.get('sort')),
    query,
    found: query === '' ? [] : await searchLibrary(query)
  };
};
