import { error } from '@sveltejs/kit';
import { auditRequest, describeMetrics, openCollection, requestOf } from '$lib/server/library';
import { describeRules } from '$lib/server/library/rules';
import { forPage } from '$lib/server/http/for-page';
import { rewriteView } from '$lib/view/rewrite-view';
import { describeSources } from '$lib/view/sources';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
  const collection = await forPage(openCollection(params.collection));
  const { documents, claims, seed } = requestOf(collection);
  const asked = documents.find(({ id }) => id === params.document);
  const source = describeSources(collection.documents).find(({ id }) => id === params.document);
  if (!asked || !source) error(404, `There is no document "${params.document}" in this collection.`);
  // The original is read as every copy will be: by itself, through the door of the API.
  const audit = await forPage(auditRequest({ documents: [asked], claims, seed }));
  const metrics = describeMetrics();
  const view = rewriteView(audit, asked.text, metrics);
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
