/** One metric as a table: what its chart draws, and what it has no room for. */
import { formatInterval, formatNumber, trueMinus } from '$lib/view/format';
import { baseWords, markTarget, type MetricMark } from '$lib/view/metrics';
import type { MetricInfo, OverviewSlice } from '$lib/view/slices';
import type { ChartTable } from './chart-piece';

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
  // A metric without a series named "value" has its first one for a value.
  const [first = 'value'] = info.series;
  const whole = info.series.includes('value') ? 'value' : first;
  const parts = voiced ? [] : info.series.filter((id) => id !== whole);
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
