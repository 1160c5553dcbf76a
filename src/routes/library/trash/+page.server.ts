import { listTrash } from '$lib/server/library';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({ trash: await listTrash() });
