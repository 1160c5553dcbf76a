import { reportHtml } from '$lib/components/report-file';
import { config } from '$lib/server/config';
import { parseReportRequest } from '$lib/server/export/html/report-request';
import { readJson } from '$lib/server/http/read-json';
import { endpoint, onlyMethods } from '$lib/server/http/respond';
import { htmlResponse } from '$lib/server/http/respond-html';
import { auditChecked, describeMetrics } from '$lib/server/library';
import { reportAboutOf, reportView } from '$lib/view/report';

export const POST = endpoint(async ({ request }) => {
  const asked = parseReportRequest(await readJson(request, config().bodyLimit));
  const view = await reportView(
    await auditChecked(asked.request),
    reportAboutOf(asked.request, asked.about),
    describeMetrics()
  );
  return htmlResponse(reportHtml(view, null), 'report.html');
});

export const fallback = onlyMethods('POST');
