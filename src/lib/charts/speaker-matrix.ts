/** Who gets to speak: the share of its words that each source gives to each speaker. */
import type { Chart, ChartConfiguration, Plugin } from 'chart.js';
import type { MatrixDataPoint } from 'chartjs-chart-matrix';
import type { EvidenceTarget } from '$lib/view/evidence';
import { formatNumber, formatShare, plural } from '$lib/view/format';
import type { Source } from '$lib/view/sources';
import type { SpeakerRow, SpokenShare } from '$lib/view/speakers';
import { axisTitle, fittedName } from './axis-words';
import { CHART_FONT, type ChartPiece, type Palette, spokenTooltip } from './chart-piece';

interface Cell {
  readonly speaker: SpeakerRow;
  readonly told: SpokenShare;
  readonly source: Source;
  readonly row: number;
}

/** Rows drawn; the table holds all of them. */
export const MOST_SPEAKERS = 10;
/** Longest name beside a row, in characters. */
const LONGEST_NAME = 24;
/** The same where the chart is wider than so many pixels. */
const LONGEST_NAME_WIDE = 44;
const WIDE = 760;
/** How dark the fullest cell is; kept light enough for ink to be read on it. */
const MOST_OPAQUE = 0.5;
/** Narrowest cell that has room for its figure, in pixels. */
const SMALLEST_WITH_FIGURE = 30;

function figures(cells: readonly Cell[], palette: Palette): Plugin {
  return {
    id: 'speaker-figures',
    afterDatasetsDraw({ ctx, scales }: Chart) {
      const { x, y } = scales;
      if (!x || !y || Math.abs(x.getPixelForValue(1) - x.getPixelForValue(0)) < SMALLEST_WITH_FIGURE) return;
      ctx.save();
      ctx.textAlign = 'center';
      ctx.textBaseline = 'middle';
      ctx.font = `600 12px ${CHART_FONT}`;
      for (const { told, source, row } of cells) {
        ctx.fillStyle = told.words === 0 ? palette.soft : palette.ink;
        ctx.fillText(
          told.words === 0 ? '–' : formatShare(told.share),
          x.getPixelForValue(source.index),
          y.getPixelForValue(row)
        );
      }
      ctx.restore();
    }
  };
}

/** A row for each speaker, a column for each source; every cell is a count, so that it has no interval. */
export function speakerMatrix(
  speakers: readonly SpeakerRow[],
  sources: readonly Source[],
  palette: Palette
): ChartPiece {
  const rows = speakers.slice(0, MOST_SPEAKERS);
  const cells = rows.flatMap((speaker, row) =>
    speaker.shares.flatMap((told, index): Cell[] => {
      const source = sources[index];
      return source ? [{ speaker, told, source, row }] : [];
    })
  );
  const bases = cells.map(({ told }) => told.base);
  const [fewest, longest] = [Math.min(...bases), Math.max(0, ...bases)];
  const sizes = `${fewest < longest ? `${formatNumber(fewest, 0)} to ` : ''}${plural(longest, 'word')}`;
  const most = Math.max(0.01, ...cells.map(({ told }) => told.share));
  const shades = cells.map(
    ({ told }) => `rgba(${palette.heat.join(', ')}, ${((MOST_OPAQUE * told.share) / most).toFixed(3)})`
  );
  const spoken = ({ speaker, told, source }: Cell) =>
    told.words === 0
      ? `${source.letter} gives no words to ${speaker.name}`
      : `${source.letter}: ${formatShare(told.share)} of its words are those of ${speaker.name}, ${formatNumber(told.words, 0)} of ${plural(told.base, 'word')} in ${plural(told.passages, 'passage')}`;
  const targetOf = ({ id }: SpeakerRow, told: SpokenShare): EvidenceTarget | null =>
    told.words === 0 ? null : { kind: 'speaker', speaker: id, document: told.document };
  const size = (chart: Chart, side: 'width' | 'height', count: number) =>
    Math.max(0, (chart.chartArea?.[side] ?? 0) / Math.max(1, count) - 3);
  const config: ChartConfiguration<'matrix', MatrixDataPoint[]> = {
    type: 'matrix',
    data: {
      datasets: [
        {
          label: 'Share of words',
          data: cells.map(({ source, row, told }) => ({ x: source.index, y: row, v: told.share })),
          backgroundColor: shades,
          hoverBackgroundColor: shades,
          borderColor: palette.rule,
          hoverBorderColor: palette.ink,
          borderWidth: 1,
          hoverBorderWidth: 2,
          width: ({ chart }) => size(chart, 'width', sources.length),
          height: ({ chart }) => size(chart, 'height', rows.length)
        }
      ]
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      font: { family: CHART_FONT },
      interaction: { mode: 'nearest', axis: 'xy', intersect: true },
      plugins: spokenTooltip((item) => {
        const cell = cells[item.dataIndex];
        return cell ? spoken(cell).split(/, (?=\d)/u) : '';
      }, palette),
      scales: {
        x: {
          type: 'linear',
          position: 'top',
          offset: false,
          min: -0.5,
          max: Math.max(0.5, sources.length - 0.5),
          afterBuildTicks: (axis) => {
            axis.ticks = sources.map(({ index }) => ({ value: index }));
          },
          ticks: {
            autoSkip: false,
            callback: (value) => sources[Math.round(Number(value))]?.letter ?? '',
            font: { size: 13, weight: 'bold' },
            color: palette.ink
          },
          title: {
            display: true,
            text: axisTitle(`% of all words of the source · n = ${sizes}`),
            color: palette.soft,
            font: { size: 11 }
          },
          grid: { display: false },
          border: { display: false }
        },
        y: {
          type: 'linear',
          offset: false,
          min: -0.5,
          max: Math.max(0.5, rows.length - 0.5),
          reverse: true,
          afterBuildTicks: (axis) => {
            axis.ticks = rows.map((_, value) => ({ value }));
          },
          ticks: {
            autoSkip: false,
            callback(value) {
              const name = rows[Math.round(Number(value))]?.name ?? '';
              const longest = this.chart.width > WIDE ? LONGEST_NAME_WIDE : LONGEST_NAME;
              return fittedName(name, this.chart, longest);
            },
            font: { size: 12 },
            color: palette.ink
          },
          grid: { display: false },
          border: { display: false }
        }
      }
    },
    plugins: [figures(cells, palette) as Plugin<'matrix'>]
  };
  return {
    title: 'Whose words does each source report?',
    config: config as unknown as ChartConfiguration,
    rows: rows.length,
    marks: cells.map((cell, index) => ({
      datasetIndex: 0,
      index,
      summary: spoken(cell),
      target: targetOf(cell.speaker, cell.told),
      sources: [cell.told.document]
    })),
    table: {
      caption:
        'Words that each source gives to each speaker, as counts and as a share of all its words. Counted, not estimated: there is no interval.',
      columns: [
        { label: 'Source', numeric: false },
        { label: 'Speaker', numeric: false },
        { label: 'Words', numeric: true },
        { label: 'Share of the source', numeric: true },
        { label: 'Passages', numeric: true }
      ],
      rows: speakers.flatMap((speaker) =>
        speaker.shares
          .filter(({ words }) => words > 0)
          .map((told) => ({
            sources: [told.document],
            get cells() {
              return [
                speaker.name,
                formatNumber(told.words, 0),
                formatShare(told.share),
                formatNumber(told.passages, 0)
              ];
            },
            target: targetOf(speaker, told)
          }))
      )
    }
  };
}
