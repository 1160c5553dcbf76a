/**
 * The rows of a metric's chart: every source, or of very many the ends, with how those between are spread as a
 * histogram; or one page of the sources in the order of their values.
 */
import { metricMarks } from './metrics';
import type { OverviewSlice } from './slices';
import type { VoiceChoice } from './url-state';

/** More sources than this are not drawn one by one. */
export const MOST_ROWS = 24;
/** Sources drawn at either end of a large collection. */
export const ENDS = 6;
/** Sources on one page of the order. */
export const PAGE_ROWS = 12;
/** Rows that the histogram takes. */
export const HISTOGRAM_ROWS = 3;
/** Bars of the histogram. */
const BARS = 12;

/** The sources of one stretch of values. */
export interface ValueBar {
  /** The stretch; its lower end belongs to it, its upper end to the next, but for the last. */
  readonly low: number;
  readonly high: number;
  readonly sources: number;
  /** Place in the order of its highest source, from 0. */
  readonly first: number;
}

/** The sources that are not drawn. */
export interface BetweenRow {
  /** The first of the rows they take. */
  readonly row: number;
  readonly sources: number;
  /** Quartiles of their values. */
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  /** How their values are spread, the highest first; stretches without a source are left out. */
  readonly bars: readonly ValueBar[];
}

export interface MetricRows {
  /** The part of the overview that is drawn, its sources in the order of their rows. */
  readonly drawn: OverviewSlice;
  readonly rows: number;
  readonly between: BetweenRow | null;
  /** Sources that have a value, and so a place in the order. */
  readonly placed: number;
  /** Sources without a value. */
  readonly unmeasured: number;
}

/** What a reader looks at in a large collection. */
export interface RowsChoice {
  /** The first place of a page of the order, from 0; null for the ends. */
  readonly from: number | null;
  /** A source that is drawn wherever it stands. */
  readonly also: string | null;
}

export const THE_ENDS: RowsChoice = { from: null, also: null };

function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

/** Bars of equal width over values in falling order. */
function barsOf(values: readonly number[], offset: number): ValueBar[] {
  const [most, least] = [values[0] ?? 0, values.at(-1) ?? 0];
  const width = (most - least) / BARS;
  if (width === 0) return [{ low: least, high: most, sources: values.length, first: offset }];
  const bars = new Map<number, { sources: number; first: number }>();
  values.forEach((value, index) => {
    const bar = Math.min(BARS - 1, Math.floor((value - least) / width));
    const known = bars.get(bar);
    if (known) known.sources += 1;
    else bars.set(bar, { sources: 1, first: offset + index });
  });
  return [...bars].map(([bar, { sources, first }]) => ({
    low: least + bar * width,
    high: least + (bar + 1) * width,
    sources,
    first
  }));
}

/** The rows of one metric; in document order when the sources are few, else by value, the highest first. */
export function metricRows(
  overview: OverviewSlice,
  metric: string,
  choice: VoiceChoice,
  { from, also }: RowsChoice = THE_ENDS
): MetricRows {
  const all = overview.sources.length;
  if (all <= MOST_ROWS) return { drawn: overview, rows: all, between: null, placed: all, unmeasured: 0 };
  const followed = choice === 'both' ? 'all' : choice;
  const order = metricMarks(overview, metric, followed)
    .flatMap(({ document, value }, index) => (value === null ? [] : [{ document, value, index }]))
    .sort((a, b) => b.value - a.value || a.index - b.index);
  const counts = { placed: order.length, unmeasured: all - order.length };
  const few = order.length <= 2 * ENDS + 1;
  if (few || from !== null) {
    const page = few ? order : order.slice(from ?? 0, (from ?? 0) + PAGE_ROWS);
    return { drawn: pick(overview, page), rows: page.length, between: null, ...counts };
  }
  const middle = order.slice(ENDS, -ENDS);
  const rising = middle.map(({ value }) => value).reverse();
  const marked = middle.find(({ document }) => document === also);
  const gap = Array.from({ length: HISTOGRAM_ROWS }, () => null);
  const rows = [...order.slice(0, ENDS), ...gap, ...(marked ? [marked] : []), ...order.slice(-ENDS)];
  return {
    drawn: pick(overview, rows),
    rows: rows.length,
    between: {
      row: ENDS,
      sources: middle.length,
      low: quantile(rising, 0.25),
      middle: quantile(rising, 0.5),
      high: quantile(rising, 0.75),
      bars: barsOf(
        middle.map(({ value }) => value),
        ENDS
      )
    },
    ...counts
  };
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
