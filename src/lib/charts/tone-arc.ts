/** How the tone of a text moves from its first words to its last: a mean and its interval for every stretch. */
import type { Chart, ChartConfiguration, Plugin } from 'chart.js';
import type { IErrorBarXYDataPoint } from 'chartjs-chart-error-bars';
import type { Tone } from '$lib/analysis/audit-schema';
import { formatInterval, formatNumber, formatShare, formatSigned, plural } from '$lib/view/format';
import type { Source } from '$lib/view/sources';
import { toneMarks, toneMarkWords, toneMoves, toneTarget, type ToneMark } from '$lib/view/tone';
import type { VoiceChoice } from '$lib/view/url-state';
import {
  CHART_FONT,
  INTERVAL_BARS,
  VOICE_SHAPES,
  colourOf,
  type ChartPiece,
  type Palette,
  spokenTooltip
} from './chart-piece';
import { hollowDots } from './hollow-dots';

export interface ToneArcOptions {
  readonly choice: VoiceChoice;
  /** Lowest and highest tone on the axis: the same for charts that stand together, see `toneScale`. */
  readonly scale: readonly [number, number];
  /** Texts looked at together, which the test of a move allows for. */
  readonly texts: number;
}

/** How far the two voices of a stretch stand apart, in percent of the text. */
const VOICE_OFFSET = 1.2;
const VOICE_NAMES = { author: 'author’s own', attributed: 'attributed' } as const;

const middle = ({ from, to, voice }: ToneMark): number =>
  (from + to) / 2 + (voice === null ? 0 : voice === 'author' ? -VOICE_OFFSET : VOICE_OFFSET);

/** Draws the line of no tone, and thin lines that lead the eye from mark to mark. */
function guides(marks: readonly ToneMark[], colour: string, palette: Palette): Plugin {
  return {
    id: 'tone-guides',
    beforeDatasetsDraw(chart: Chart) {
      const { ctx, chartArea, scales } = chart;
      const { x, y } = scales;
      if (!x || !y) return;
      ctx.save();
      ctx.strokeStyle = palette.soft;
      ctx.lineWidth = 1;
      ctx.beginPath();
      ctx.moveTo(chartArea.left, y.getPixelForValue(0));
      ctx.lineTo(chartArea.right, y.getPixelForValue(0));
      ctx.stroke();
      ctx.strokeStyle = colour;
      for (const voice of [null, 'author', 'attributed'] as const) {
        ctx.setLineDash(voice === 'attributed' ? [3, 3] : []);
        ctx.beginPath();
        marks
          .filter((mark) => mark.voice === voice)
          .forEach((mark, index) => {
            const at = [x.getPixelForValue(middle(mark)), y.getPixelForValue(mark.value)] as const;
            if (index === 0) ctx.moveTo(...at);
            else ctx.lineTo(...at);
          });
        ctx.stroke();
      }
      ctx.restore();
    }
  };
}

/**
 * One text: a dot for the mean tone of every stretch, a bar for its 95 % interval. Hollow where the text as a whole
 * does not move beyond chance. Circles are all words or the author's own, diamonds attributed words.
 */
export function toneArc(
  tone: Tone,
  source: Source,
  { choice, scale, texts }: ToneArcOptions,
  palette: Palette
): ChartPiece {
  const marks = toneMarks(tone, choice);
  const colour = colourOf(source, palette);
  const moves = tone.status === 'ok' && toneMoves(tone, texts);
  const words = tone.status === 'ok' ? tone.windows.reduce((sum, { base }) => sum + base, 0) : 0;
  const spoken = (mark: ToneMark) => `${source.letter}, ${toneMarkWords(mark)}`;
  const dataset = {
    label: source.short,
    data: marks.map((mark) => ({
      x: middle(mark),
      y: mark.value,
      xMin: middle(mark),
      xMax: middle(mark),
      yMin: mark.interval?.[0] ?? mark.value,
      yMax: mark.interval?.[1] ?? mark.value
    })),
    radius: 5,
    hoverRadius: 7,
    hitRadius: 12,
    borderWidth: 2,
    hoverBorderWidth: 2,
    borderColor: colour,
    backgroundColor: moves ? colour : palette.paper,
    hoverBackgroundColor: colour,
    pointStyle: marks.map(({ voice }) => (voice === 'attributed' ? 'rectRot' : 'circle')),
    errorBarColor: marks.map(({ interval }) => (interval ? colour : 'transparent')),
    errorBarWhiskerColor: marks.map(({ interval }) => (interval ? colour : 'transparent')),
    errorBarLineWidth: 1.5,
    errorBarWhiskerLineWidth: 1.5,
    errorBarWhiskerSize: 6
  };
  const config: ChartConfiguration<'scatterWithErrorBars', IErrorBarXYDataPoint[]> = {
    type: 'scatterWithErrorBars',
    data: { datasets: [dataset] },
    options: {
      animation: false,
      maintainAspectRatio: false,
      font: { family: CHART_FONT },
      interaction: { mode: 'nearest', axis: 'x', intersect: false },
      layout: { padding: { right: 8 } },
      plugins: spokenTooltip((item) => {
        const mark = marks[item.dataIndex];
        return mark ? spoken(mark).split(/[,;] /u) : '';
      }, palette),
      scales: {
        x: {
          min: 0,
          max: 100,
          title: {
            display: true,
            text: `how far into the text · n = ${plural(words, 'word')}`,
            color: palette.soft,
            font: { size: 11 }
          },
          ticks: {
            color: palette.soft,
            stepSize: 25,
            font: { size: 11 },
            callback: (value) => formatShare(Number(value) / 100)
          },
          grid: { display: false },
          border: { display: false }
        },
        y: {
          min: scale[0],
          max: scale[1],
          title: { display: true, text: 'tone, −1 to 1', color: palette.soft, font: { size: 11 } },
          ticks: {
            color: palette.soft,
            maxTicksLimit: 5,
            // Round steps only: the ends of the scale are what the values need.
            includeBounds: false,
            font: { size: 11 },
            callback: (value) =>
              Number(value) > 0 ? `+${formatNumber(Number(value), 1)}` : formatNumber(Number(value), 1)
          },
          grid: { color: palette.rule, drawTicks: false },
          border: { display: false }
        }
      }
    },
    plugins: [
      guides(marks, colour, palette),
      hollowDots(
        marks.map(() => !moves),
        palette
      )
    ] as Plugin<'scatterWithErrorBars'>[]
  };
  return {
    title: `How does the tone move through ${source.letter}?`,
    reading: `${choice === 'both' ? `${VOICE_SHAPES} ` : ''}${INTERVAL_BARS}${moves ? '' : ' Hollow: the text as a whole does not move beyond chance.'}`,
    config: config as unknown as ChartConfiguration,
    rows: 5,
    marks: marks.map((mark, index) => ({
      datasetIndex: 0,
      index,
      summary: spoken(mark),
      target: toneTarget(source.id, mark)
    })),
    table: {
      caption: `Mean tone of the words (−1 to 1) in stretches of ${source.letter} from its beginning to its end, each with its 95% interval.`,
      columns: [
        { label: 'Stretch', numeric: false },
        { label: 'Of the text', numeric: true },
        ...(choice === 'all' ? [] : [{ label: 'Whose words', numeric: false }]),
        { label: 'Tone, −1 to 1', numeric: true },
        { label: '95% interval', numeric: true },
        { label: 'n', numeric: true }
      ],
      rows: marks.map((mark) => ({
        sources: [],
        name: `${mark.part + 1} of ${mark.parts}`,
        cells: [
          `${formatShare(mark.from / 100)} to ${formatShare(mark.to / 100)}`,
          ...(mark.voice === null ? [] : [VOICE_NAMES[mark.voice]]),
          formatSigned(mark.value),
          formatInterval(mark.interval, (end) => formatNumber(end, 2)),
          plural(mark.words, 'word')
        ],
        target: toneTarget(source.id, mark)
      }))
    }
  };
}
