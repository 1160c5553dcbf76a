import { endpoint, onlyMethods } from '$lib/server/http/respond';
import { textBody } from '$lib/server/http/text-body';
import { auditText } from '$lib/server/library';

export const GET = endpoint(
  async ({ params }) =>
    new Response(textBody(await auditText(params.collection ?? '')), {
      headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache' }
    })
);

export const fallback = onlyMethods('GET');
