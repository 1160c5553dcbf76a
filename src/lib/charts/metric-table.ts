/** One metric as a table: what its chart draws, and what it has no room for. */
import { formatInterval, formatNumber } from '$lib/view/format';
import { baseWords, markTarget, markWords, type MetricMark } from '$lib/view/metrics';
import type { MetricInfo, OverviewSlice } from '$lib/view/slices';
import type { ChartTable } from './chart-piece';

/** A unit such as "-1 to 1" as it is printed. */
export const trueMinus = (unit: string): string => unit.replace(/-(?=\d)/gu, '−');

/** A number with its unit as it is said: "12% of words", "0.12 on a scale of −1 to 1". */
export function withUnit(figure: string, unit: string): string {
  if (unit.startsWith('%')) return `${figure}${unit}`;
  return /^-?\d/u.test(unit) ? `${figure} on a scale of ${trueMinus(unit)}` : `${figure} ${unit}`;
}

/** A mark in words, its unit as it is said. */
export function spokenMark(mark: MetricMark, info: MetricInfo): string {
  if (mark.value === null) return markWords(mark, info);
  const figure = formatNumber(mark.value);
  return markWords(mark, info).replace(`${figure} ${info.unit}`, () => withUnit(figure, info.unit));
}

export const VOICE_NAMES = { author: 'author’s own', attributed: 'attributed' } as const;

/**
 * A row for each mark, of every source, drawn or not.
 *
 * @param voiced the marks are of single voices; parts of a metric are counted in all words only
 */
export function metricTable(
  marks: readonly MetricMark[],
  info: MetricInfo,
  overview: OverviewSlice,
  voiced: boolean
): ChartTable {
  const parts = voiced ? [] : info.series.filter((id) => id !== 'value');
  const partOf = (document: string, id: string): string => {
    const result = overview.documents.find((item) => item.id === document)?.metrics[info.id];
    if (!result || 'reason' in result) return '–';
    const part = result.parts?.find((item) => item.id === id);
    return part ? `${formatNumber(part.value)} (${formatInterval(part.interval)})` : '–';
  };
  return {
    caption: `${info.question} ${info.label}, ${trueMinus(info.unit)}, with 95% interval.`,
    columns: [
      { label: 'Source', numeric: false },
      ...(voiced ? [{ label: 'Whose words', numeric: false }] : []),
      { label: `Value, ${trueMinus(info.unit)}`, numeric: true },
      { label: '95% interval', numeric: true },
      { label: 'n', numeric: true },
      { label: 'Passages', numeric: true },
      ...parts.map((id) => ({ label: `of which ${id}`, numeric: true }))
    ],
    rows: marks.map((mark) => ({
      sources: [mark.document],
      // Worked out when it is asked for: most tables stay closed.
      get cells() {
        return [
          ...(voiced && mark.voice ? [VOICE_NAMES[mark.voice]] : []),
          mark.value === null
            ? (mark.reason ?? 'not measured')
            : `${formatNumber(mark.value)}${mark.state === 'none-found' ? ' (none found)' : ''}`,
          mark.value === null ? '–' : formatInterval(mark.interval),
          mark.base === null ? '–' : baseWords(info.unit, mark.base),
          mark.hits === null ? '–' : formatNumber(mark.hits),
          ...parts.map((id) => partOf(mark.document, id))
        ];
      },
      target: mark.value === null ? null : markTarget(info.id, mark)
    }))
  };
}
