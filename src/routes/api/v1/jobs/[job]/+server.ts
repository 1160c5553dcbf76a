import { endpoint, jsonResponse, onlyMethods } from '$lib/server/http/respond';
import { cancelTask, openTask, shown } from '$lib/server/jobs';

export const GET = endpoint(async ({ params }) => jsonResponse(shown(await openTask(params.job ?? ''))));

export const DELETE = endpoint(async ({ params }) => jsonResponse(await cancelTask(params.job ?? '')));

export const fallback = onlyMethods('GET', 'DELETE');
