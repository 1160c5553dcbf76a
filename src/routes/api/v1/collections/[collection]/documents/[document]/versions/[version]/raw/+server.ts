import { endpoint, onlyMethods } from '$lib/server/http/respond';
import { rawVersion } from '$lib/server/library';

export const GET = endpoint(async ({ params }) => {
  const { raw, file } = await rawVersion(
    params.collection ?? '',
    params.document ?? '',
    /^\d{1,9}$/.test(params.version ?? '') ? Number(params.version) : 0
  );
  // Never shown by the browser, whatever it is: a page that was imported must not run here.
  return new Response(raw.slice(), {
    headers: {
      'content-type': 'application/octet-stream',
      'cache-control': 'no-cache',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.split('/').at(-1) ?? file)}`
    }
  });
});

export const fallback = onlyMethods('GET');
