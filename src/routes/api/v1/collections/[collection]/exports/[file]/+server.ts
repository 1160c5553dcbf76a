import { endpoint, onlyMethods } from '$lib/server/http/respond';
import { textBody } from '$lib/server/http/text-body';
import { exportCollection } from '$lib/server/library';

export const GET = endpoint(async ({ params, url }) => {
  const { body, type } = await exportCollection(params.collection ?? '', params.file ?? '', {
    withTexts: url.searchParams.get('texts') === '1'
  });
  return new Response(textBody(body), {
    headers: {
      'content-type': type,
      'cache-control': 'no-cache',
      'content-disposition': `attachment; filename="${params.collection}-${params.file}"`
    }
  });
});

export const fallback = onlyMethods('GET');
