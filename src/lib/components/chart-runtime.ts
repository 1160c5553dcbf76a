/** The parts of Chart.js that are drawn with, in a chunk of their own that loads when a chart comes into view. */
import { CategoryScale, Chart, LinearScale, Tooltip } from 'chart.js';
import { PointWithErrorBar, ScatterWithErrorBarsController } from 'chartjs-chart-error-bars';
import { MatrixController, MatrixElement } from 'chartjs-chart-matrix';

Chart.register(
  CategoryScale,
  LinearScale,
  Tooltip,
  ScatterWithErrorBarsController,
  PointWithErrorBar,
  MatrixController,
  MatrixElement
);

export { Chart };
