import { forPage } from '$lib/server/http/for-page';
import {
  aboutCollection,
  describeMetrics,
  listVersions,
  openCollection,
  openDocument,
  requestOf
} from '$lib/server/library';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
  const { id, title } = await forPage(aboutCollection(params.collection));
  const { title: own, file } = await forPage(openDocument(id, params.document));
  const versions = await forPage(listVersions(id, params.document));
  const asked = (name: string) => versions.find(({ n }) => String(n) === url.searchParams.get(name)) ?? null;
  const after = asked('after') ?? versions[0] ?? null;
  const before = asked('before') ?? versions[1] ?? null;
  const sides = before && after && before.n !== after.n ? { before, after } : null;
  return {
    collection: { id, title },
    document: {
      id: params.document,
      name: own ?? versions[0]?.file ?? file
    },
    versions: versions.map(
      ({ n, file, address, mediaType, encoding, words, rawSha256, notices, createdAt, current }) => ({
        n,
        file,
        address,
        mediaType,
        encoding,
        words,
        rawSha256,
        notices,
        createdAt: createdAt.toISOString(),
        current
      })
    ),
    view: url.searchParams.get('view') === 'one' ? ('one' as const) : ('two' as const),
    claims: sides ? requestOf({ ...(await openCollection(id)), documents: [] }).claims : [],
    metrics: sides ? describeMetrics() : [],
    dropped: versions.find(({ current }) => current)?.dropped ?? [],
    sides: sides && {
      before: { n: sides.before.n, text: sides.before.text },
      after: { n: sides.after.n, text: sides.after.text }
    }
  };
};
