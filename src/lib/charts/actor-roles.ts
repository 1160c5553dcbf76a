/** Whether a source has an actor do things or undergo them: bars to either side of a line. */
import type { ChartConfiguration } from 'chart.js';
import type { Actor } from '$lib/analysis/audit-schema';
import { rolesQuestion } from '$lib/view/actors';
import { formatNumber, plural } from '$lib/view/format';
import { sourceIndex, type Source } from '$lib/view/sources';
import { CHART_FONT, colourOf, type ChartPiece, type Palette, spokenTooltip } from './chart-piece';

/** A round end for an axis of counts. */
function roundEnd(most: number): number {
  return most <= 5 ? Math.max(1, most) : Math.ceil(most / 10) * 10;
}

/** Evenly on either side of the middle, at round counts. */
function stepOf(most: number): number {
  if (most > 10 && most % 30 === 0) return most / 3;
  return most % 2 === 0 ? most / 2 : most;
}

/** Where the axis ends for actors that stand side by side: the same for all, so that their bars can be compared. */
export function rolesEnd(actors: readonly Actor[], sources: readonly Source[]): number {
  const shown = sourceIndex(sources);
  const counts = actors.flatMap(({ documents }) =>
    documents.flatMap(({ document, agent, patient }) => (shown.has(document) ? [agent, patient] : []))
  );
  return roundEnd(Math.max(0, ...counts));
}

/**
 * Filled bars to the right for what it does, hollow ones to the left for what is done to it.
 *
 * @param most where the axis ends
 */
export function actorRoles(
  actor: Actor,
  sources: readonly Source[],
  palette: Palette,
  most = rolesEnd([actor], sources)
): ChartPiece {
  const index = sourceIndex(sources);
  const rows = actor.documents.flatMap((found) => {
    const source = index.get(found.document);
    return source && found.mentions > 0 ? [{ found, source }] : [];
  });
  const colours = rows.map(({ source }) => colourOf(source, palette));
  const clauses = rows.reduce((sum, { found }) => sum + found.agent + found.patient, 0);
  const spoken = (row: number) => {
    const item = rows[row];
    return item
      ? `${item.source.letter}: ${actor.name} does in ${plural(item.found.agent, 'clause')}, undergoes in ${plural(item.found.patient, 'clause')}, n = ${plural(item.found.mentions, 'mention')}`
      : '';
  };
  const bar = {
    borderColor: colours,
    borderWidth: 2,
    barThickness: 11,
    borderSkipped: false,
    grouped: false
  };
  const config: ChartConfiguration<'bar', number[]> = {
    type: 'bar',
    data: {
      labels: rows.map(({ source }) => source.letter),
      datasets: [
        { label: 'does', data: rows.map(({ found }) => found.agent), backgroundColor: colours, ...bar },
        {
          label: 'undergoes',
          data: rows.map(({ found }) => -found.patient),
          backgroundColor: palette.paper,
          ...bar
        }
      ]
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      font: { family: CHART_FONT },
      indexAxis: 'y',
      interaction: { mode: 'nearest', axis: 'y', intersect: false },
      layout: { padding: { right: 10 } },
      plugins: spokenTooltip((item) => spoken(item.dataIndex).split(/: |, /u), palette),
      scales: {
        x: {
          min: -most,
          max: most,
          title: {
            display: true,
            text: `undergoes ← clauses → does · n = ${formatNumber(clauses, 0)}`,
            color: palette.soft,
            font: { size: 11 }
          },
          ticks: {
            color: palette.soft,
            precision: 0,
            stepSize: stepOf(most),
            font: { size: 11 },
            callback: (value) => formatNumber(Math.abs(Number(value)))
          },
          grid: { color: palette.rule, drawTicks: false },
          border: { display: false }
        },
        y: {
          ticks: { autoSkip: false, color: palette.ink, font: { size: 13, weight: 'bold' } },
          grid: { display: false },
          border: { display: false }
        }
      }
    }
  };
  const targetOf = (document: string) =>
    ({ kind: 'actor', actor: actor.id, document, aspect: 'roles' }) as const;
  return {
    title: rolesQuestion(actor),
    reading: 'Filled bars: what it does; hollow bars: what is done to it.',
    config: config as unknown as ChartConfiguration,
    rows: rows.length,
    marks: rows.map(({ found }, row) => ({
      datasetIndex: found.agent >= found.patient ? 0 : 1,
      index: row,
      summary: spoken(row),
      target: targetOf(found.document)
    })),
    table: {
      caption: `Clauses in which ${actor.name} does something, and in which something is done to it; mentions in no such role are in neither.`,
      columns: [
        { label: 'Source', numeric: false },
        { label: 'Does', numeric: true },
        { label: 'Undergoes', numeric: true },
        { label: 'Mentions', numeric: true }
      ],
      rows: rows.map(({ found }) => ({
        sources: [found.document],
        cells: [found.agent, found.patient, found.mentions].map((count) => formatNumber(count, 0)),
        target: targetOf(found.document)
      }))
    }
  };
}
