import { fetchedPart } from './fetched-part';

/** Chart.js with all that is drawn with, for all charts of a page: only readers who get as far as a chart load it. */
export const chartRuntime = fetchedPart(() => import('./chart-runtime'));
