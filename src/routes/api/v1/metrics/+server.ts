import { endpoint, jsonResponse, onlyMethods } from '$lib/server/http/respond';
import { describeMetrics } from '$lib/server/library';

export const GET = endpoint(() => jsonResponse(describeMetrics()));

export const fallback = onlyMethods('GET');
