import { error } from '@sveltejs/kit';
import { auditForPages, describeMetrics, openCollection } from '$lib/server/library';
import { describeRules } from '$lib/server/library/rules';
import { forPage } from '$lib/server/http/for-page';
import { documentView } from '$lib/view/document';
import { packDocument } from '$lib/view/document-packed';
import { describeSources } from '$lib/view/sources';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
  const collection = await forPage(openCollection(params.collection));
  const document = collection.documents.find(({ id }) => id === params.document);
  const { audit } = await forPage(auditForPages(params.collection, [params.document]));
  const metrics = describeMetrics();
  const view = documentView(audit, params.document, metrics);
  if (!document || !view) error(404, `There is no document "${params.document}" in this collection.`);
  return {
    collection: { id: collection.id, title: collection.title },
    sources: describeSources(collection.documents),
    text: document.text,
    view: packDocument(view),
    metrics: metrics.map(({ id, source }) => ({ id, source })),
    rules: describeRules(view.findings.map(({ rule }) => rule))
  };
};
