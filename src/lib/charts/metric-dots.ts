/** One metric as dots and intervals, a row for each source. */
import type { ChartConfiguration, Plugin } from 'chart.js';
import type { IErrorBarXYDataPoint } from 'chartjs-chart-error-bars';
import { formatNumber, trueMinus } from '$lib/view/format';
import { metricRows, THE_ENDS, type RowsChoice } from '$lib/view/metric-rows';
import { baseWords, markTarget, markWords, metricMarks, voiceFor, type MetricMark } from '$lib/view/metrics';
import type { MetricInfo, OverviewSlice } from '$lib/view/slices';
import { sourceIndex, type Source } from '$lib/view/sources';
import type { VoiceChoice } from '$lib/view/url-state';
import { tickWords } from './axis-words';
import {
  CHART_FONT,
  colourOf,
  type ChartMark,
  type ChartPiece,
  INTERVAL_BARS,
  type Palette,
  VOICE_SHAPES,
  spokenTooltip
} from './chart-piece';
import { hollowDots } from './hollow-dots';
import { metricTable, VOICE_NAMES } from './metric-table';
import { rowNotes, type RowNote } from './row-notes';
import { BARS_DATASET, barWords, betweenBand, valueBars } from './value-bars';

/** How far the two voices of a source stand from the middle of its row. */
const VOICE_OFFSET = 0.2;

function rowOf(mark: MetricMark, source: Source): number {
  if (mark.voice === null) return source.index;
  return source.index + (mark.voice === 'author' ? -VOICE_OFFSET : VOICE_OFFSET);
}

function noteOf(mark: MetricMark, row: number): RowNote[] {
  // Two marks in a row leave no room for words; the hollow dot says it there.
  if (mark.state === 'none-found')
    return mark.voice === null ? [{ row, x: mark.interval?.[1] ?? 0, text: 'none found' }] : [];
  if (mark.state === 'measured') return [];
  const short = mark.state === 'failed' ? 'failed' : 'too short to say';
  return [{ row, x: null, text: mark.voice === null ? short : (mark.reason ?? short) }];
}

/** The axis starts at zero unless values go below it; scales that run around zero show the zero. */
function axisRange(marks: readonly MetricMark[]): { suggestedMin?: number; suggestedMax?: number } {
  const ends = marks.flatMap((mark) => (mark.value === null ? [] : [mark.value, ...(mark.interval ?? [])]));
  if (ends.length === 0) return { suggestedMin: 0, suggestedMax: 1 };
  return { suggestedMin: Math.min(0, ...ends), suggestedMax: Math.max(0, ...ends) };
}

/**
 * The chart of one metric: a dot for the value, a bar for its 95 % interval, words where there is neither.
 * The author's words are drawn as circles, attributed words as diamonds; hollow where none was found.
 */
export function metricDots(
  overview: OverviewSlice,
  info: MetricInfo,
  choice: VoiceChoice,
  palette: Palette,
  looked: RowsChoice = THE_ENDS
): ChartPiece {
  const { drawn: part, rows, between } = metricRows(overview, info.id, choice, looked);
  const index = sourceIndex(part.sources);
  const all = metricMarks(overview, info.id, choice);
  const marks = part === overview ? all : metricMarks(part, info.id, choice);
  const drawn = marks.flatMap((mark) => {
    const source = index.get(mark.document);
    return source && mark.value !== null ? [{ mark, source, row: rowOf(mark, source) }] : [];
  });
  const notes = marks.flatMap((mark) => {
    const source = index.get(mark.document);
    return source ? noteOf(mark, rowOf(mark, source)) : [];
  });
  const colours = drawn.map(({ source }) => colourOf(source, palette));
  const dots: ChartMark[] = drawn.map(({ mark, source }, position) => ({
    datasetIndex: 0,
    index: position,
    summary: `${source.letter}, ${source.short}${mark.voice ? `, ${VOICE_NAMES[mark.voice]} words` : ''}: ${markWords(mark, info)}`,
    target: markTarget(info.id, mark)
  }));
  const bars: ChartMark[] = (between?.bars ?? []).map((bar, position) => ({
    datasetIndex: BARS_DATASET,
    index: position,
    summary: `${barWords(bar, info.unit)}; Enter shows them`,
    target: null,
    from: bar.first
  }));
  // Walked as they stand, from top to bottom.
  const above = between ? drawn.filter(({ source }) => source.index < between.row).length : 0;
  const walk = [...dots.slice(0, above), ...bars, ...dots.slice(above)];
  const letters = new Map(part.sources.map((source) => [source.index, source]));
  const bases = marks.flatMap((mark) => (mark.base === null ? [] : [mark.base]));
  const [fewest, mostWords] = [Math.min(...bases), Math.max(...bases)];
  const range = fewest === mostWords ? '' : `${formatNumber(fewest, 0)} to `;
  const n = bases.length === 0 ? '' : ` · n = ${range}${baseWords(info.unit, mostWords)}`;
  const dataset = {
    label: info.label,
    data: drawn.map(({ mark, row }) => ({
      x: mark.value ?? 0,
      y: row,
      xMin: mark.interval?.[0] ?? mark.value ?? 0,
      xMax: mark.interval?.[1] ?? mark.value ?? 0,
      yMin: row,
      yMax: row
    })),
    // Of the element itself: the controller of the companion does not read the `point…` names.
    radius: 5.5,
    hoverRadius: 7.5,
    hitRadius: 14,
    borderWidth: 2,
    hoverBorderWidth: 2,
    borderColor: colours,
    backgroundColor: colours.map((colour, position) =>
      drawn[position]?.mark.state === 'none-found' ? palette.paper : colour
    ),
    pointStyle: drawn.map(({ mark }) => (mark.voice === 'attributed' ? 'rectRot' : 'circle')),
    hoverBackgroundColor: colours,
    errorBarColor: colours,
    errorBarWhiskerColor: colours,
    errorBarLineWidth: 2,
    errorBarWhiskerLineWidth: 2,
    errorBarWhiskerSize: 7
  };
  const config: ChartConfiguration<'scatterWithErrorBars', IErrorBarXYDataPoint[]> = {
    type: 'scatterWithErrorBars',
    data: {
      datasets: between ? [dataset, valueBars(between, palette) as unknown as typeof dataset] : [dataset]
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      font: { family: CHART_FONT },
      // Anywhere in a row is near enough: a dot alone is a small target for a finger.
      interaction: { mode: between ? 'rowsAndBars' : 'nearest', axis: 'y', intersect: false },
      layout: { padding: { right: 10 } },
      plugins: spokenTooltip((item) => {
        const bar = item.datasetIndex === BARS_DATASET ? between?.bars[item.dataIndex] : undefined;
        if (bar) return barWords(bar, info.unit);
        const found = drawn[item.dataIndex];
        return found ? `${found.source.letter}: ${markWords(found.mark, info)}`.split(', ') : '';
      }, palette),
      scales: {
        x: {
          type: 'linear',
          // The bars would have the axis begin half a step before its first value.
          offset: false,
          ...axisRange(marks),
          title: {
            display: true,
            text: `${trueMinus(info.unit)}${n}`,
            color: palette.soft,
            font: { size: 11 }
          },
          ticks: {
            color: palette.soft,
            maxTicksLimit: 6,
            font: { size: 11 },
            callback: (value, _index, ticks) => tickWords(Number(value), ticks)
          },
          grid: { color: palette.rule, drawTicks: false },
          border: { display: false }
        },
        y: {
          type: 'linear',
          min: -0.5,
          max: rows - 0.5,
          reverse: true,
          afterBuildTicks: (axis) => {
            axis.ticks = Array.from({ length: rows }, (_, value) => ({ value }));
          },
          ticks: {
            autoSkip: false,
            callback: (value) =>
              letters.get(Number(value))?.letter ?? (between?.row === Number(value) ? '…' : ''),
            color: palette.ink,
            font: { size: 13, weight: 'bold' }
          },
          grid: { display: false },
          border: { display: false }
        }
      }
    },
    plugins: [
      hollowDots(
        drawn.map(({ mark }) => mark.state === 'none-found'),
        palette
      ),
      rowNotes(notes, palette),
      ...(between ? [betweenBand(between, palette)] : [])
    ] as Plugin<'scatterWithErrorBars'>[]
  };
  return {
    title: info.question,
    reading: [
      ...(voiceFor(info.id, choice) === 'both' ? [VOICE_SHAPES] : []),
      INTERVAL_BARS,
      'Hollow: none found.',
      ...(between
        ? ['Columns: how many of the others have which value; the line below holds their middle half.']
        : [])
    ].join(' '),
    config: config as unknown as ChartConfiguration,
    table: metricTable(all, info, overview, voiceFor(info.id, choice) !== 'all'),
    marks: walk,
    rows
  };
}
