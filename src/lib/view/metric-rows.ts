/** The rows of a metric's chart: every source, or of very many the ends, with what lies between them as one row. */
import { metricMarks } from './metrics';
import type { OverviewSlice } from './slices';
import type { VoiceChoice } from './url-state';

/** More sources than this are not drawn one by one. */
export const MOST_ROWS = 24;
/** Sources drawn at either end of a large collection. */
const ENDS = 6;

/** The sources that are not drawn, as one row. */
export interface BetweenRow {
  readonly row: number;
  readonly sources: number;
  /** Quartiles of their values. */
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

export interface MetricRows {
  /** The part of the overview that is drawn, its sources in the order of their rows. */
  readonly drawn: OverviewSlice;
  readonly between: BetweenRow | null;
  /** Sources without a value, which have no place in an order. */
  readonly unmeasured: number;
}

function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

/** The rows of one metric: highest sources, the ones between, lowest sources; in document order when they are few. */
export function metricRows(overview: OverviewSlice, metric: string, choice: VoiceChoice): MetricRows {
  const all = overview.sources.length;
  if (all <= MOST_ROWS) return { drawn: overview, between: null, unmeasured: 0 };
  const followed = choice === 'both' ? 'all' : choice;
  const placed = metricMarks(overview, metric, followed)
    .flatMap(({ document, value }, index) => (value === null ? [] : [{ document, value, index }]))
    .sort((a, b) => b.value - a.value || a.index - b.index);
  const unmeasured = all - placed.length;
  if (placed.length <= 2 * ENDS + 1) return { drawn: pick(overview, placed), between: null, unmeasured };
  const middle = placed.slice(ENDS, -ENDS);
  const values = middle.map(({ value }) => value).sort((a, b) => a - b);
  const between: BetweenRow = {
    row: ENDS,
    sources: middle.length,
    low: quantile(values, 0.25),
    middle: quantile(values, 0.5),
    high: quantile(values, 0.75)
  };
  const drawn = pick(overview, [...placed.slice(0, ENDS), null, ...placed.slice(-ENDS)]);
  return { drawn, between, unmeasured };
}

/** The named sources in this order; null leaves a row free. */
function pick(
  overview: OverviewSlice,
  order: readonly ({ readonly document: string } | null)[]
): OverviewSlice {
  const sources = new Map(overview.sources.map((source) => [source.id, source]));
  const documents = new Map(overview.documents.map((document) => [document.id, document]));
  return {
    ...overview,
    sources: order.flatMap((item, index) => {
      const source = item && sources.get(item.document);
      return source ? [{ ...source, index }] : [];
    }),
    documents: order.flatMap((item) => (item ? (documents.get(item.document) ?? []) : []))
  };
}
