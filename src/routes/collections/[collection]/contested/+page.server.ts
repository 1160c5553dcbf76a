import { forPage } from '$lib/server/http/for-page';
import { registryJson } from '$lib/server/http/registry-json';
import { auditForPages, EXPORT_FILES, openCollection, openRegistry } from '$lib/server/library';
import { creditLines, proposalSlices } from '$lib/view/registry';
import { contestedSlices } from '$lib/view/slices';
import { describeSources } from '$lib/view/sources';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, depends }) => {
  depends('parallax:registry');
  const { id, title, documents } = await forPage(openCollection(params.collection));
  const registry = registryJson(await forPage(openRegistry(id)));
  const { audit } = await forPage(auditForPages(id));
  const dismissed = registry.dismissed.map(({ proposal }) => proposal);
  return {
    collection: { id, title },
    sources: describeSources(documents),
    contested: contestedSlices(audit, new Map(documents.map(({ id, text }) => [id, text]))),
    credit: Object.fromEntries(audit.contested.map(({ id }) => [id, creditLines(audit, id)])),
    proposals: proposalSlices(audit, dismissed),
    registry,
    exports: EXPORT_FILES
  };
};
