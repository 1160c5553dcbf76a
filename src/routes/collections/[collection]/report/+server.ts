import { reportHtml } from '$lib/components/report-file';
import { forPage } from '$lib/server/http/for-page';
import { htmlResponse } from '$lib/server/http/respond-html';
import { auditForReport, describeMetrics, openCollection } from '$lib/server/library';
import { collectionLinks } from '$lib/view/links';
import { reportView } from '$lib/view/report';
import { contestedInfo } from '$lib/view/slices';
import type { RequestHandler } from './$types';

/** The report as a page to read and to print: the same file as the export, with a way back. */
export const GET: RequestHandler = async ({ params }) => {
  const collection = await forPage(openCollection(params.collection));
  const { audit, ...leftOut } = await forPage(auditForReport(collection.id));
  const about = { ...collection, contested: collection.contested.map(contestedInfo) };
  const view = await reportView(audit, about, describeMetrics(), leftOut);
  const place = {
    back: collectionLinks(collection.id).overview(''),
    file: `/api/v1/collections/${encodeURIComponent(collection.id)}/exports/report.html`
  };
  return htmlResponse(reportHtml(view, place));
};
