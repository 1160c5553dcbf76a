import { endpoint, onlyMethods } from '$lib/server/http/respond';
import { taskEvents } from '$lib/server/jobs';

export const GET = endpoint(
  async ({ params, request }) =>
    new Response(await taskEvents(params.job ?? '', request.signal), {
      headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }
    })
);

export const fallback = onlyMethods('GET');
