/** Chart.js with all that is drawn with, in a chunk of its own that loads when a chart comes into view. */
import { Chart } from 'chart.js';
import { CHART_PARTS } from '$lib/charts/chart-parts';

Chart.register(...CHART_PARTS);

export { Chart };
