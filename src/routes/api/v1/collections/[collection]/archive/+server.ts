import { endpoint, onlyMethods } from '$lib/server/http/respond';
import { exportArchive } from '$lib/server/library';

/** The whole collection as one file. */
export const GET = endpoint(
  async ({ params }) =>
    new Response(await exportArchive(params.collection ?? ''), {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'cache-control': 'no-store',
        'content-disposition': `attachment; filename="${params.collection}.parallax.json"`
      }
    })
);

export const fallback = onlyMethods('GET');
