import { describeMetrics } from '$lib/server/library';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ metrics: describeMetrics() });
