/** How many claims count as shared when the matching is made stricter or looser. */
import type { ChartConfiguration } from 'chart.js';
import type { OverlapCurve } from '$lib/analysis/audit-schema';
import { formatNumber, formatShare, plural } from '$lib/view/format';
import { CHART_FONT, type ChartPiece, type Palette, spokenTooltip } from './chart-piece';

/** Thresholds are steps of .05; sums of such are not exact in binary. */
const SAME = 1e-6;

/** A bar for every threshold, the one in use dark. */
export function overlapCurve(curve: OverlapCurve, palette: Palette): ChartPiece {
  const points = [...curve.points].sort((a, b) => a.threshold - b.threshold);
  const used = ({ threshold }: OverlapCurve['points'][number]) =>
    Math.abs(threshold - curve.threshold) < SAME;
  const spoken = (point: OverlapCurve['points'][number]) =>
    `Matches from ${formatNumber(point.threshold, 2)} on${used(point) ? ', as used here' : ''}: ${formatNumber(point.shared, 0)} of ${plural(curve.claims, 'claim')} in another source too`;
  const config: ChartConfiguration<'bar', number[]> = {
    type: 'bar',
    data: {
      labels: points.map(({ threshold }) => formatNumber(threshold, 2)),
      datasets: [
        {
          label: 'Claims in another source too',
          data: points.map(({ shared }) => shared),
          backgroundColor: points.map((point) => (used(point) ? palette.ink : palette.rule)),
          hoverBackgroundColor: palette.soft,
          borderColor: palette.soft,
          borderWidth: 1
        }
      ]
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      font: { family: CHART_FONT },
      interaction: { mode: 'nearest', axis: 'x', intersect: false },
      plugins: spokenTooltip((item) => {
        const point = points[item.dataIndex];
        return point ? spoken(point).split(': ') : '';
      }, palette),
      scales: {
        x: {
          title: {
            display: true,
            text: `least score of a match · n = ${plural(curve.claims, 'claim')}`,
            color: palette.soft,
            font: { size: 11 }
          },
          ticks: { color: palette.soft, font: { size: 11 } },
          grid: { display: false },
          border: { display: false }
        },
        y: {
          beginAtZero: true,
          title: {
            display: true,
            text: 'claims in another source',
            color: palette.soft,
            font: { size: 11 }
          },
          ticks: { color: palette.soft, precision: 0, maxTicksLimit: 5, font: { size: 11 } },
          grid: { color: palette.rule, drawTicks: false },
          border: { display: false }
        }
      }
    }
  };
  return {
    title: 'How much hangs on where a match begins?',
    config: config as unknown as ChartConfiguration,
    rows: 6,
    marks: points.map((point, index) => ({ datasetIndex: 0, index, summary: spoken(point), target: null })),
    table: {
      caption:
        'Claims that another source makes too, each counted once for every source that makes it, and the least and the greatest overlap of a pair, for every threshold.',
      columns: [
        { label: 'Matches from', numeric: false },
        { label: `In another source too, of ${formatNumber(curve.claims, 0)}`, numeric: true },
        { label: 'Least and greatest Jaccard of a pair', numeric: true }
      ],
      rows: points.map((point) => ({
        sources: [],
        name: `${formatNumber(point.threshold, 2)}${used(point) ? ' (as used)' : ''}`,
        cells: [
          String(point.shared),
          point.jaccard.length === 0
            ? '–'
            : `${formatShare(Math.min(...point.jaccard))} to ${formatShare(Math.max(...point.jaccard))}`
        ],
        target: null
      }))
    }
  };
}
