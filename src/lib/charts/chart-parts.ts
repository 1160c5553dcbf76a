/** The parts of Chart.js and its companions that the charts are made of, wherever they are drawn. */
import { BarController, BarElement, CategoryScale, LinearScale, Tooltip } from 'chart.js';
import { PointWithErrorBar, ScatterWithErrorBarsController } from 'chartjs-chart-error-bars';
import { MatrixController, MatrixElement } from 'chartjs-chart-matrix';
import './rows-and-bars';

export const CHART_PARTS = [
  BarController,
  BarElement,
  CategoryScale,
  LinearScale,
  Tooltip,
  ScatterWithErrorBarsController,
  PointWithErrorBar,
  MatrixController,
  MatrixElement
];
