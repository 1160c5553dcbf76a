import { endpoint, jsonResponse } from '$lib/server/http/respond';
import { auditForPages } from '$lib/server/library';

/** Where the words stand that set one document apart. Fetched when a word is opened. */
export const GET = endpoint(async ({ params, url }) => {
  const { audit } = await auditForPages(params.collection ?? '');
  const document = url.searchParams.get('document');
  return jsonResponse((audit.comparison.wordUses ?? []).filter((item) => item.document === document));
});
