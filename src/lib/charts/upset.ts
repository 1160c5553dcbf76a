/** Which sets of sources make how many claims: bars, with a dot for every source of the set beside each. */
import type { Chart, ChartConfiguration, Plugin } from 'chart.js';
import type { ClaimSet } from '$lib/view/claims-sets';
import { formatNumber, formatShare, joinWords, plural } from '$lib/view/format';
import { sourceIndex, type Source } from '$lib/view/sources';
import { CHART_FONT, colourOf, type ChartPiece, type Palette, spokenTooltip } from './chart-piece';

/** Sets drawn as bars; the table holds all of them. */
export const MOST_SETS = 16;
/** With more sources than this there is no room for a dot each, and a row is headed by letters. */
const MOST_DOTS = 12;
/** Width of a column of dots and of a head in letters, in pixels. */
const DOT_COLUMN = 24;
const LETTERS_HEAD = 130;
/** Room above the bars for the letters of the columns. */
const HEAD = 22;

interface Row {
  readonly set: ClaimSet;
  readonly members: readonly Source[];
}

function letters(members: readonly Source[]): string {
  const shown = members.slice(0, 5).map(({ letter }) => letter);
  return members.length > shown.length
    ? `${shown.join(', ')} + ${members.length - shown.length}`
    : shown.join(', ');
}

/** Draws the dots (or letters) left of the bars and the number at the end of each bar. */
function dotsAndNumbers(rows: readonly Row[], columns: readonly Source[], palette: Palette): Plugin {
  return {
    id: 'upset-dots',
    afterDatasetsDraw(chart: Chart) {
      const { ctx, chartArea, scales } = chart;
      const { x, y } = scales;
      if (!x || !y) return;
      const column = (position: number) =>
        chartArea.left - (columns.length - position - 0.5) * DOT_COLUMN - 6;
      ctx.save();
      ctx.textBaseline = 'middle';
      ctx.textAlign = 'center';
      ctx.font = `bold 13px ${CHART_FONT}`;
      ctx.fillStyle = palette.ink;
      columns.forEach((source, position) =>
        ctx.fillText(source.letter, column(position), chartArea.top - 11)
      );
      rows.forEach(({ set, members }, index) => {
        const at = y.getPixelForValue(index);
        const held = columns.flatMap((source, position) =>
          members.includes(source) ? [column(position)] : []
        );
        ctx.strokeStyle = palette.soft;
        ctx.lineWidth = 2;
        ctx.beginPath();
        ctx.moveTo(held[0] ?? 0, at);
        ctx.lineTo(held.at(-1) ?? 0, at);
        ctx.stroke();
        columns.forEach((source, position) => {
          const member = members.includes(source);
          ctx.beginPath();
          ctx.arc(column(position), at, member ? 7 : 2.5, 0, 2 * Math.PI);
          ctx.fillStyle = member ? colourOf(source, palette) : palette.rule;
          ctx.fill();
        });
        ctx.fillStyle = palette.ink;
        if (columns.length === 0) {
          ctx.textAlign = 'right';
          ctx.fillText(letters(members), chartArea.left - 8, at);
        }
        ctx.textAlign = 'left';
        ctx.fillText(String(set.claims), x.getPixelForValue(set.claims) + 6, at);
        ctx.textAlign = 'center';
      });
      ctx.restore();
    }
  };
}

/**
 * The chart of sets of at least two sources, the fullest first. What one source says alone is many times more and
 * would leave no bar to be seen; the page says those counts in words.
 *
 * @param total all claims, shared or not, which the counts are parts of
 */
export function upset(
  sets: readonly ClaimSet[],
  sources: readonly Source[],
  total: number,
  palette: Palette
): ChartPiece {
  const index = sourceIndex(sources);
  const all: Row[] = sets
    .filter(({ documents }) => documents.length > 1)
    .map((set) => ({ set, members: set.documents.flatMap((id) => index.get(id) ?? []) }));
  const rows = all.slice(0, MOST_SETS);
  const columns = sources.length <= MOST_DOTS ? sources : [];
  const most = Math.max(1, ...rows.map(({ set }) => set.claims));
  const summary = ({ set, members }: Row) =>
    `${joinWords(members.map(({ letter }) => letter))}, and no other: ${plural(set.claims, 'claim')}, n = ${plural(total, 'claim')}`;
  const config: ChartConfiguration<'bar', number[]> = {
    type: 'bar',
    data: {
      labels: rows.map(({ members }) => letters(members)),
      datasets: [
        {
          label: 'Claims',
          data: rows.map(({ set }) => set.claims),
          backgroundColor: palette.soft,
          hoverBackgroundColor: palette.ink,
          barThickness: 12
        }
      ]
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      font: { family: CHART_FONT },
      indexAxis: 'y',
      // Anywhere in a row is near enough, the dots included.
      interaction: { mode: 'nearest', axis: 'y', intersect: false },
      layout: {
        padding: {
          top: columns.length > 0 ? HEAD : 4,
          right: 30,
          left: columns.length > 0 ? columns.length * DOT_COLUMN + 6 : LETTERS_HEAD
        }
      },
      plugins: spokenTooltip((item) => {
        const row = rows[item.dataIndex];
        return row ? summary(row) : '';
      }, palette),
      scales: {
        x: {
          min: 0,
          suggestedMax: most,
          title: {
            display: true,
            text: `claims · n = ${formatNumber(total, 0)}`,
            color: palette.soft,
            font: { size: 11 }
          },
          ticks: { color: palette.soft, precision: 0, maxTicksLimit: 6, font: { size: 11 } },
          grid: { color: palette.rule, drawTicks: false },
          border: { display: false }
        },
        y: { ticks: { display: false }, grid: { display: false }, border: { display: false } }
      }
    },
    plugins: [dotsAndNumbers(rows, columns, palette) as Plugin<'bar'>]
  };
  return {
    title: 'Which sources make the same claims, and no other does?',
    config: config as unknown as ChartConfiguration,
    rows: rows.length,
    marks: rows.map((row, position) => ({
      datasetIndex: 0,
      index: position,
      summary: summary(row),
      target: { kind: 'set', documents: row.set.documents }
    })),
    table: {
      caption: 'Claims that exactly these sources make, and their share of all claims.',
      columns: [
        { label: 'Sources', numeric: false },
        { label: 'Claims', numeric: true },
        { label: 'Share of all', numeric: true }
      ],
      rows: all.map(({ set }) => ({
        sources: set.documents,
        cells: [String(set.claims), formatShare(set.claims / Math.max(1, total))],
        target: { kind: 'set', documents: set.documents }
      }))
    }
  };
}
