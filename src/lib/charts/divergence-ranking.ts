/** What separates the sources most: every measure on one scale, with its interval. */
import type { SeparationRow } from '$lib/view/divergence';
import { formatInterval, formatNumber, formatShare, plural } from '$lib/view/format';
import { INTERVAL_BARS, type ChartPiece, type Palette } from './chart-piece';
import { rowChart } from './divergence-dots';

function spoken(row: SeparationRow): string {
  const apart = row.separates ? '' : 'may be chance, ';
  return `${row.label}: ${apart}${formatShare(row.effect)} goes with the source, 95% interval ${formatInterval(row.interval, formatShare)}, place ${row.place}, n = ${plural(row.documents, 'source')}`;
}

/** A p value as far down as it is worth reading. */
export function chanceWords(p: number): string {
  return p < 0.001 ? 'under .001' : formatNumber(p, 3).replace(/^0/u, '');
}

/** The ranking as dots and intervals; hollow where chance alone may give as much. */
export function divergenceRanking(rows: readonly SeparationRow[], palette: Palette): ChartPiece {
  const most = Math.max(0, ...rows.map(({ documents }) => documents));
  return {
    title: 'What separates the sources most?',
    reading: `${INTERVAL_BARS} Hollow: chance alone may give as much.`,
    rows: rows.length,
    config: rowChart(
      {
        dots: rows.map(({ effect, interval, separates }) => ({
          value: effect,
          interval,
          colour: palette.ink,
          filled: separates
        })),
        labels: rows.map(({ label, separates }) => ({
          text: label,
          colour: separates ? palette.ink : palette.soft
        })),
        axis: {
          title: `share of the variation · n = ${plural(most, 'source')}`,
          fromZero: true,
          format: formatShare
        },
        spoken: (row) => (rows[row] ? spoken(rows[row]) : '')
      },
      palette
    ),
    marks: rows.map((row, index) => ({ datasetIndex: 0, index, summary: spoken(row), target: row.target })),
    table: {
      caption:
        'Share of the variation that goes with the source, chance taken off: between sentences for a measure, between words for the choice of words.',
      columns: [
        { label: 'Measure', numeric: false },
        { label: 'Share', numeric: true },
        { label: '95% interval', numeric: true },
        { label: 'Place, ties included', numeric: true },
        { label: 'p', numeric: true },
        { label: 'Beyond chance', numeric: false },
        { label: 'Sources', numeric: true }
      ],
      rows: rows.map((row) => ({
        sources: [],
        name: row.label,
        cells: [
          formatShare(row.effect),
          formatInterval(row.interval, formatShare),
          row.place,
          chanceWords(row.p),
          row.separates ? 'yes' : 'no',
          String(row.documents)
        ],
        target: row.target
      }))
    }
  };
}
