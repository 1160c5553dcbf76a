/** Scores on annotated data as dots, against what simple methods, people and published systems reach. */
import type { ChartConfiguration } from 'chart.js';
import type { IErrorBarXYDataPoint } from 'chartjs-chart-error-bars';
import { formatScore, type ScoreReference, type ValidityRow } from '$lib/view/validity';
import { CHART_FONT, type Palette, spokenTooltip } from './chart-piece';

export interface ValidityChart {
  /** What the drawing shows, for those who cannot see it. */
  readonly label: string;
  readonly config: ChartConfiguration;
  readonly rows: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly interval: readonly [number, number] | null;
  readonly words: string;
  /** Drawn hollow although its kind is not: the score proves little. */
  readonly unproven?: boolean;
}

interface Look {
  readonly label: string;
  readonly shape: 'circle' | 'triangle' | 'rect' | 'line';
  readonly colour: string;
  readonly radius: number;
  readonly hollow: boolean;
}

/** Longest line of a row's name, in letters. */
const LINE = 15;

/** A row's name in short lines, so that it leaves room for the plot on a telephone. */
function lines(text: string): string[] {
  const result: string[] = [];
  for (const word of text.split(' ')) {
    const last = result.at(-1);
    if (last !== undefined && last.length + word.length < LINE) result[result.length - 1] = `${last} ${word}`;
    else result.push(word);
  }
  return result;
}

function datasetOf(points: readonly Point[], look: Look, paper: string) {
  const bars = points.map(({ interval }) => (interval ? look.colour : 'transparent'));
  return {
    label: look.label,
    data: points.map(({ x, y, interval }) => ({
      x,
      y,
      xMin: interval?.[0] ?? x,
      xMax: interval?.[1] ?? x,
      yMin: y,
      yMax: y
    })),
    radius: look.radius,
    hoverRadius: look.radius + 2,
    hitRadius: 10,
    borderWidth: 2,
    hoverBorderWidth: 2,
    borderColor: look.colour,
    backgroundColor: points.map(({ unproven }) => (look.hollow || unproven ? paper : look.colour)),
    pointStyle: look.shape,
    // A line lies flat; the goal is an upright one.
    rotation: look.shape === 'line' ? 90 : 0,
    // A bar of no length would still be drawn, as a cross through its mark.
    errorBarColor: bars,
    errorBarWhiskerColor: bars,
    errorBarLineWidth: 2,
    errorBarWhiskerLineWidth: 2,
    errorBarWhiskerSize: 7
  };
}

/**
 * A row for each score: a dot for Parallax with its interval, hollow where weights were fitted on the same rows, triangles for simple methods, hollow squares for
 * what is published, an upright line for the goal. References on another scale are left to the words.
 */
export function validityDots(rows: readonly ValidityRow[], palette: Palette): ValidityChart {
  const references = (of: (row: ValidityRow) => readonly ScoreReference[]): Point[] =>
    rows.flatMap((row, y) =>
      of(row).flatMap(({ label, value, sameScale }) =>
        sameScale ? [{ x: value, y, interval: null, words: `${label} ${formatScore(value)}` }] : []
      )
    );
  const groups: readonly (readonly [Look, readonly Point[]])[] = [
    [
      {
        label: 'Parallax',
        shape: 'circle',
        colour: palette.sources[0] ?? palette.ink,
        radius: 6,
        hollow: false
      },
      rows.map(({ score, interval, seen, crossValidated }, y) => ({
        x: score,
        y,
        interval,
        words: `Parallax ${formatScore(score)}`,
        unproven: seen !== null && !crossValidated
      }))
    ],
    [
      { label: 'Goal', shape: 'line', colour: palette.ink, radius: 9, hollow: false },
      rows.flatMap(({ goal }, y) =>
        goal === null ? [] : [{ x: goal, y, interval: null, words: `goal ${formatScore(goal)}` }]
      )
    ],
    [
      { label: 'Published', shape: 'rect', colour: palette.soft, radius: 5, hollow: true },
      references(({ published }) => published)
    ],
    [
      { label: 'Simple methods', shape: 'triangle', colour: palette.soft, radius: 5, hollow: false },
      references(({ floor }) => floor)
    ]
  ];
  const lowest = Math.min(0, ...rows.map(({ score, interval }) => interval?.[0] ?? score));
  const config: ChartConfiguration<'scatterWithErrorBars', IErrorBarXYDataPoint[]> = {
    type: 'scatterWithErrorBars',
    data: { datasets: groups.map(([look, points]) => datasetOf(points, look, palette.paper)) },
    options: {
      animation: false,
      maintainAspectRatio: false,
      font: { family: CHART_FONT },
      interaction: { mode: 'nearest', axis: 'xy', intersect: false },
      layout: { padding: { right: 10 } },
      plugins: spokenTooltip((item) => groups[item.datasetIndex]?.[1][item.dataIndex]?.words ?? '', palette),
      scales: {
        x: {
          min: lowest,
          max: 1,
          ticks: {
            color: palette.soft,
            stepSize: 0.2,
            font: { size: 11 },
            callback: (value) =>
              Number(value) === 0 || Number(value) === 1 ? String(value) : formatScore(Number(value))
          },
          grid: { color: palette.rule, drawTicks: false },
          border: { display: false }
        },
        y: {
          min: -0.5,
          max: rows.length - 0.5,
          reverse: true,
          afterBuildTicks: (axis) => {
            axis.ticks = rows.map((_, value) => ({ value }));
          },
          ticks: {
            autoSkip: false,
            callback: (value) => lines(rows[Number(value)]?.measure ?? ''),
            color: palette.ink,
            font: { size: 11 }
          },
          grid: { display: false },
          border: { display: false }
        }
      }
    }
  };
  const spoken = rows.map((row) => `${row.measure} ${formatScore(row.score)}`).join(', ');
  return {
    label: `How well it agrees with people: ${spoken}. The table below says the same.`,
    config: config as unknown as ChartConfiguration,
    rows: rows.length
  };
}
