import { reportHtml } from '$lib/components/report-file';
import { endpoint, onlyMethods } from '$lib/server/http/respond';
import { htmlResponse } from '$lib/server/http/respond-html';
import { auditForReport, describeMetrics, openCollection } from '$lib/server/library';
import { reportView } from '$lib/view/report';
import { contestedInfo } from '$lib/view/slices';

export const GET = endpoint(async ({ params }) => {
  const collection = await openCollection(params.collection ?? '');
  const about = { ...collection, contested: collection.contested.map(contestedInfo) };
  const { audit, ...leftOut } = await auditForReport(collection.id);
  const view = await reportView(audit, about, describeMetrics(), leftOut);
  return htmlResponse(reportHtml(view, null), `${collection.id}-report.html`);
});

export const fallback = onlyMethods('GET');
