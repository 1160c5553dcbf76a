import { error } from '@sveltejs/kit';
import { auditForPages, describeMetrics, openCollection, requestOf } from '$lib/server/library';
import { describeRules } from '$lib/server/library/rules';
import { forPage } from '$lib/server/http/for-page';
import { rewriteView } from '$lib/view/rewrite-view';
import { describeSources } from '$lib/view/sources';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
  const collection = await forPage(openCollection(params.collection));
  const { documents, claims } = requestOf(collection);
  const asked = documents.find(({ id }) => id === params.document);
  const source = describeSources(collection.documents).find(({ id }) => id === params.document);
  if (!asked || !source) error(404, `There is no document "${params.document}" in this collection.`);
  // The original was read with its collection, which gives the numbers it would have by itself.
  const { audit } = await forPage(auditForPages(params.collection, [asked.id]));
  const metrics = describeMetrics();
  const view = rewriteView(audit, asked.id, asked.text, metrics);
  if (!view) error(404, `There is no document "${params.document}" in this collection.`);
  const { text, ...document } = asked;
  return {
    collection: { id: collection.id, title: collection.title },
    source,
    text,
    view,
    metrics,
    request: { document, claims },
    rules: describeRules(view.reading.findings.map(({ rule }) => rule))
  };
};
